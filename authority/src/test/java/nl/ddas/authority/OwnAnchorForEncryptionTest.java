// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static nl.ddas.authority.Stage.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Anchors;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.Pem;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;
import nl.ddas.trust.jose.JweDecrypter;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A party that cannot get a certificate for encryption elsewhere has one of the own authority, while it is signed with
/// certificates of another: anchors are believed for a purpose.
@Requirement("S47")
class OwnAnchorForEncryptionTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Stage STAGE = new Stage(BEGIN);
    private static final String CONTENT = "{\"gegevens\":[]}";

    @TempDir
    static Path begun;

    @TempDir
    Path place;

    private final TestClock clock = new TestClock(BEGIN);

    /// Where the sender has its certificates of.
    private final Authority elsewhere = Authority.create(Environment.TEST, Stage.SMALL, clock);

    private final Party sender =
            elsewhere.issueAll(new Holder("CBS", new Oin("00000099000000009000"), List.of("cbs.example")));

    private final SecureRandom random = new SecureRandom();
    private OwnAuthority own;
    private long number;
    private Identity encryption;

    @BeforeAll
    static void beginOnce() throws IOException {
        OwnAuthority _ = STAGE.begun(begun.resolve("ca"), CaSignature.PSS_SHA512, new TestClock(BEGIN));
    }

    @BeforeEach
    void theOwnAuthorityIssues() throws Exception {
        Path folder = place.resolve("ca");
        own = Stage.copied(begun.resolve("ca"), folder, clock);
        number = done(own.request(STAGE.wijk, Stage.PROOF, STAGE.anna));
        done(own.approve(number, STAGE.bram, Stage.secrets(folder)));
        encryption = new Identity(
                Objects.requireNonNull(STAGE.wijkKeys.get(Purpose.ENCRYPTION)).getPrivate(),
                PemFiles.certificates(own.issued(number).resolve("versleuteling-keten.pem")));
    }

    /// Both roots below one folder of anchors, each where it is put.
    private Trust trust(Purpose purpose, String ownRoot, String otherRoot) throws IOException {
        Path anchors = place.resolve("ankers");
        write(anchors.resolve(ownRoot), "eigen.pem", own.root());
        write(anchors.resolve(otherRoot), "elders.pem", elsewhere.root());
        List<X509CRL> lists = new ArrayList<>(elsewhere.crls());
        lists.addAll(PemFiles.revocationLists(own.published()));
        return new Trust(
                new Anchors(List.of(anchors)).read().getOrDefault(purpose, List.of()), lists, Environment.TEST);
    }

    private static void write(Path folder, String name, X509Certificate certificate) throws IOException {
        Files.writeString(
                Files.createDirectories(folder).resolve(name),
                Pem.write(List.of(certificate)),
                StandardCharsets.US_ASCII);
    }

    private Recipient.Outcome recipient(Trust trust) {
        return Recipient.check(encryption.chain(), Stage.WIJK.oin(), trust, clock.instant());
    }

    @Test
    void aMessageIsEncryptedToACertificateOfTheOwnAuthorityAndSignedWithOneOfAnother() throws Exception {
        Trust ofRecipients = trust(Purpose.ENCRYPTION, "versleuteling", "ondertekening");
        Trust ofSigners = trust(Purpose.SIGNING, "versleuteling", "ondertekening");
        assertThat(ofRecipients.anchors()).containsExactly(own.root());
        assertThat(ofSigners.anchors()).containsExactly(elsewhere.root());
        assertThat(recipient(ofRecipients)).isInstanceOf(Recipient.Outcome.Fit.class);
        Recipient wijk = ((Recipient.Outcome.Fit) recipient(ofRecipients)).recipient();

        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String _ = new NestedJwtWriter(new JwtSigner(sender.signing(), "JWT"), sender.oin(), "ddas", clock, random)
                .to(wijk, NestedJwtWriter.REQUEST)
                .writeTo(message, out -> out.write(CONTENT.getBytes(StandardCharsets.UTF_8)));
        NestedJwtReader.Outcome outcome = new NestedJwtReader(
                        new JweDecrypter(() -> List.of(encryption), random),
                        new JwtVerifier(() -> ofSigners, Set.of("jwt"), clock),
                        Stage.WIJK.oin(),
                        "ddas",
                        new Freshness.Request(),
                        clock)
                .read(message.toByteArray());

        assertThat(outcome).isInstanceOfSatisfying(NestedJwtReader.Outcome.Opened.class, opened -> {
            assertThat(new String(opened.content().bytes(), StandardCharsets.UTF_8))
                    .isEqualTo(CONTENT);
            assertThat(opened.signature().oin()).isEqualTo(sender.oin().value());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "versleuteling, ondertekening, goed",
        "., ondertekening, goed",
        "ondertekening, versleuteling, certificaat-niet-vertrouwd",
        "tls, versleuteling, certificaat-niet-vertrouwd"
    })
    void theAnchorCountsForWhatItIsPutThereFor(String ownRoot, String otherRoot, String expected) throws Exception {
        assertThat(told(recipient(trust(Purpose.ENCRYPTION, ownRoot, otherRoot))))
                .isEqualTo(expected);
    }

    @Test
    void aRevokedCertificateIsNotEncryptedTo() throws Exception {
        BigInteger serial = encryption.leaf().getSerialNumber();
        long id = done(own.revoke(List.of(serial), RevocationReason.KEY_COMPROMISE, STAGE.anna));
        done(own.approve(id, STAGE.bram, Stage.secrets(place.resolve("ca"))));

        assertThat(told(recipient(trust(Purpose.ENCRYPTION, "versleuteling", "ondertekening"))))
                .isEqualTo("certificaat-ingetrokken");
    }

    private static String told(Recipient.Outcome outcome) {
        return switch (outcome) {
            case Recipient.Outcome.Fit _ -> "goed";
            case Recipient.Outcome.Unfit(Refusal reason, String _) -> reason.code();
        };
    }
}
