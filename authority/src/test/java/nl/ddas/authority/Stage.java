// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ddas.basis.Operator;
import nl.ddas.basis.OperatorKey;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Two operators, two parties and an authority of smaller keys: those of an authority take seconds each.
final class Stage {

    static final KeyMaker KEYS = new KeyMaker(3072, new SecureRandom());
    /// Of the authority itself; quicker to make.
    static final KeyMaker SMALL = new KeyMaker(2048, new SecureRandom());

    static final Holder WIJK =
            new Holder("Gemeente Wijk", new Oin("00000099000000001000"), List.of("bron.wijk.example"));
    static final Holder DUIN = new Holder("Gemeente Duin", new Oin("12345678"), List.of("bron.duin.example"));
    static final IdentityProof PROOF = new IdentityProof("uittreksel en gesprek", "zaak 12");
    static final String PASSWORD = "een lang wachtwoord";

    final OperatorKey anna;
    final OperatorKey bram;
    final Map<Purpose, KeyPair> wijkKeys = new EnumMap<>(Purpose.class);
    final PartyRequest wijk;
    final PartyRequest duin;

    Stage(Instant start) {
        try {
            anna = operator("Anna Bakker", start);
            bram = operator("Bram Visser", start);
            for (Purpose purpose : Purpose.values()) {
                wijkKeys.put(purpose, KEYS.forLeaf(purpose));
            }
            wijk = accepted(requests(WIJK, wijkKeys));
            duin = accepted(requests(
                    DUIN,
                    Map.of(
                            Purpose.TLS, KEYS.forLeaf(Purpose.TLS),
                            Purpose.SIGNING, KEYS.forLeaf(Purpose.SIGNING),
                            Purpose.ENCRYPTION, KEYS.forLeaf(Purpose.ENCRYPTION))));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static CaSettings settings(Environment environment, CaSignature signature, String... domains) {
        return new CaSettings(
                "Stelselbeheer",
                environment,
                "2.999.42",
                URI.create("http://ca.stelsel.example"),
                signature,
                List.of(domains));
    }

    OwnAuthority begun(Path folder, CaSignature signature, Clock clock) throws IOException {
        assertThat(OwnAuthority.begin(
                        folder,
                        settings(Environment.TEST, signature),
                        secrets(folder),
                        anna,
                        bram.operator(),
                        clock,
                        SMALL))
                .isEmpty();
        return OwnAuthority.open(folder, clock, SMALL);
    }

    /// A copy of an authority as it was begun: beginning takes seconds.
    static OwnAuthority copied(Path begun, Path to, Clock clock) throws IOException {
        CaDrill.copy(begun, to);
        return OwnAuthority.open(to, clock, SMALL);
    }

    static CaSecrets secrets(Path folder) {
        return new CaSecrets(PASSWORD, folder.resolve("stam-sleutel.pem"), Optional.of(PASSWORD));
    }

    static CaSecrets withoutRoot(Path folder) {
        return new CaSecrets(PASSWORD, folder.resolve("stam-sleutel.pem"), Optional.empty());
    }

    /// A list that is published.
    static X509CRL list(OwnAuthority authority, String name) throws IOException {
        Path file = authority.published().resolve(name + ".crl");
        return PemFiles.revocationLists(file, Files.readAllBytes(file)).getFirst();
    }

    static PartyRequest accepted(Map<Purpose, byte[]> requests) {
        RequestReading reading = RequestReading.of(requests, settings(Environment.TEST, CaSignature.PSS_SHA512));
        assertThat(reading).isInstanceOf(RequestReading.Accepted.class);
        return ((RequestReading.Accepted) reading).request();
    }

    static Map<Purpose, byte[]> requests(Holder holder, Map<Purpose, KeyPair> keys) throws IOException {
        Map<Purpose, byte[]> requests = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            requests.put(purpose, RequestMaker.request(purpose, holder, Objects.requireNonNull(keys.get(purpose))));
        }
        return requests;
    }

    static OperatorKey operator(String name, Instant start) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Name subject = new X500Name("CN=" + name);
        return new OperatorKey(
                new Operator(new JcaX509CertificateConverter()
                        .getCertificate(new JcaX509v3CertificateBuilder(
                                        subject,
                                        BigInteger.ONE,
                                        Date.from(start.minusSeconds(60)),
                                        Date.from(start.plus(Duration.ofDays(3000))),
                                        subject,
                                        pair.getPublic())
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())))),
                pair.getPrivate());
    }

    static long done(CaOutcome outcome) {
        assertThat(outcome).isInstanceOf(CaOutcome.Done.class);
        return ((CaOutcome.Done) outcome).id();
    }

    static String refused(CaOutcome outcome) {
        assertThat(outcome).isInstanceOf(CaOutcome.Refused.class);
        return String.join("\n", ((CaOutcome.Refused) outcome).why());
    }
}
