// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.testkit.Requirement;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A root, an intermediate authority, an issuing one and leaves, all signed with RSASSA-PSS on SHA-512, lists too:
/// as the fourth generation of PKIoverheid.
@Requirement("S37")
@Timeout(120)
class FourLevelsTest {

    /// Both ends of TLS look at the system clock, whatever clock we pass.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final String PSS = "SHA512withRSAandMGF1";
    private static final KeyMaker KEYS = new KeyMaker(2048, new SecureRandom());

    private static final Identity ROOT = root();
    private static final Identity INTERMEDIATE =
            below(ROOT, draft(KEYS.forAuthority()).authority("Intm", 1), 2);
    private static final Identity ISSUING =
            below(INTERMEDIATE, draft(KEYS.forAuthority()).authority("TSP", 0), 3);

    private record Made(KeyPair pair, Draft draft) {
        Made authority(String name, int levels) {
            return new Made(pair, draft.authority(name, levels));
        }
    }

    private static Made draft(KeyPair pair) {
        return new Made(
                pair,
                new Draft(pair.getPublic())
                        .algorithm(PSS)
                        .valid(
                                CLOCK.instant().minusSeconds(3600),
                                CLOCK.instant().plusSeconds(36_000)));
    }

    private static Identity root() {
        Made made = draft(KEYS.forAuthority()).authority("root", 2);
        X509Certificate any = draft(made.pair()).draft().by(new Stage().signing);
        return new Identity(
                made.pair().getPrivate(),
                List.of(made.draft().byItself(new Identity(made.pair().getPrivate(), List.of(any)))));
    }

    private static Identity below(Identity above, Made made, long serial) {
        X509Certificate own = made.draft().serial(serial).by(above);
        return new Identity(made.pair().getPrivate(), List.of(own));
    }

    /// A leaf with what stands above it, the root left out.
    private static Identity leaf(Made made, long serial) {
        X509Certificate own = made.draft().serial(serial).by(ISSUING);
        return new Identity(made.pair().getPrivate(), List.of(own, ISSUING.leaf(), INTERMEDIATE.leaf()));
    }

    private static Identity signer() {
        return leaf(draft(KEYS.forLeaf(Purpose.SIGNING)), 10);
    }

    private static Identity end(long serial) {
        Made made = draft(KEYS.forLeaf(Purpose.SIGNING));
        Draft tls = made.draft()
                .extended(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth)
                .with(
                        Extension.subjectAlternativeName,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        return leaf(new Made(made.pair(), tls), serial);
    }

    private static X509CRL list(Identity authority, X509Certificate... revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                    authority.leaf(), Date.from(CLOCK.instant().minusSeconds(600)));
            builder.setNextUpdate(Date.from(CLOCK.instant().plusSeconds(3600)));
            for (X509Certificate one : revoked) {
                builder.addCRLEntry(
                        one.getSerialNumber(), Date.from(CLOCK.instant().minusSeconds(60)), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter().getCRL(builder.build(Draft.signer(PSS, authority.key())));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<X509CRL> lists(X509Certificate... revokedByRoot) {
        return List.of(list(ROOT, revokedByRoot), list(INTERMEDIATE), list(ISSUING));
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aSignatureIsFollowedUpToTheRoot(SignatureForm form) {
        Identity signer = signer();
        assertThat(Stream.of(signer.leaf(), ISSUING.leaf(), INTERMEDIATE.leaf(), ROOT.leaf())
                        .map(X509Certificate::getSigAlgName))
                .containsOnly("RSASSA-PSS");
        byte[] body = {1, 2, 3};
        Headers headers =
                new PayloadSigner(() -> signer, CLOCK, form).sign(body).addTo(Headers.NONE);

        assertThat(judged(lists(), headers, body)).isEqualTo("goed");
        assertThat(judged(lists().subList(1, 3), headers, body)).isEqualTo("intrekkingsstatus-onbekend");
        assertThat(judged(lists(INTERMEDIATE.leaf()), headers, body)).isEqualTo("certificaat-ingetrokken");
    }

    private static String judged(List<X509CRL> lists, Headers headers, byte[] body) {
        Trust trust = new Trust(List.of(ROOT.leaf()), lists, Environment.TEST);
        return Stage.code(new PayloadVerifier(trust, new Freshness.Request(), CLOCK).verify(headers, body));
    }

    @Test
    void bothEndsOfAConnectionFollowItUpToTheRoot() throws Exception {
        Identity server = end(11);
        Identity caller = end(12);
        assertThat(status(server, caller, lists())).isEqualTo(200);
        assertThatThrownBy(() -> status(server, caller, lists(INTERMEDIATE.leaf())))
                .isInstanceOf(IOException.class);
    }

    private static int status(Identity server, Identity caller, List<X509CRL> lists) throws IOException {
        try (Network network = Network.open();
                HttpServer http = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(tls(server, lists)), 1000, WAIT),
                        request -> Response.text(200, "text/plain", "in"));
                HttpClient client =
                        HttpClient.open(network, new HttpClient.Config(Optional.of(tls(caller, lists)), WAIT, WAIT));
                HttpClient.Answer answer = client.send(new HttpClient.Call(
                        "GET", URI.create("https://127.0.0.1:" + http.port() + "/"), Headers.NONE, new byte[0]))) {
            return answer.status();
        }
    }

    private static Tls tls(Identity own, List<X509CRL> lists) {
        return new Tls(own.key(), own.chain(), List.of(ROOT.leaf()), new Revocation.Checked(lists, CLOCK));
    }
}
