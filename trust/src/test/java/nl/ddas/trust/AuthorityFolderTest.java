// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.WholeFile;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The authority on disk. The folder with its keys is made once and copied for each test.
class AuthorityFolderTest {

    private static final KeyMaker KEYS = new KeyMaker(2048, new SecureRandom());
    private static final Oin OIN = new Oin("00000099000000001000");
    private static final List<String> HOSTS = List.of("een.example", "127.0.0.1");
    private static final String PARTY = "partijen/gemeente-een-00000099000000001000";

    @TempDir
    static Path template;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Stage.START);

    @BeforeEach
    void copyTheFolder() throws IOException {
        if (!Files.exists(template.resolve("ca"))) {
            party(AuthorityFolder.open(template, Environment.TEST, KEYS, clock));
        }
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(path -> !path.equals(template)).toList()) {
                Files.copy(file, folder.resolve(template.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void keepsKeysAndCertificatesFromRunToRun() throws IOException {
        Party first = party(open());
        clock.advance(Duration.ofDays(30));
        Party second = party(open());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void keepsPrivateKeysToItsOwner() throws IOException {
        open();

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("PRIVATE KEY")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    @Requirement({"S96", "S37"})
    void makesPartiesThatTrustEachOther() throws Exception {
        AuthorityFolder open = open();
        Party party = party(open);
        byte[] body = Stage.utf8("bericht");
        Tls tls = open.tls(party);

        Headers headers = new PayloadSigner(party.signing(), clock).sign(body).addTo(Headers.NONE);

        assertThat(Stage.code(new PayloadVerifier(open::trust, new Freshness.Request(), Strictness.BASELINE_B, clock)
                        .verify(headers, body)))
                .isEqualTo("goed");
        assertThat(tls.chain()).isEqualTo(party.tls().chain());
        assertThat(tls.anchors()).isEqualTo(open.anchors());
        assertThat(tls.revocation()).isEqualTo(new Revocation.Checked(open.crls(), clock));
        assertThat(Pem.readCertificates(Files.readString(folder.resolve("ca/ankers.pem"))))
                .isEqualTo(open.anchors());
    }

    @Test
    void issuesWhatRunsOutSoonAgainForTheSameKey() throws IOException {
        Party before = party(open());
        clock.advance(Duration.ofDays(368));

        Party after = party(open());

        assertThat(after.signing().key()).isEqualTo(before.signing().key());
        assertThat(after.signing().leaf()).isNotEqualTo(before.signing().leaf());
        assertThat(after.signing().leaf().getNotAfter())
                .isAfter(before.signing().leaf().getNotAfter());
    }

    @Test
    void aPartThatRunsForAYearGetsItsTlsCertificateIssuedAgain() throws IOException {
        AuthorityFolder open = open();
        Party party = party(open);
        Tls before = open.tls(party);
        clock.advance(Duration.ofDays(360));
        assertThat(open.tls(party).chain()).isEqualTo(before.chain());

        clock.advance(Duration.ofDays(8));

        assertThat(open.tls(party).key()).isEqualTo(before.key());
        assertThat(open.tls(party).chain().getFirst().getNotAfter())
                .isAfter(before.chain().getFirst().getNotAfter());
    }

    @Test
    void certifiesAuthoritiesAgainBeforeTheyRunOut() throws IOException {
        for (int step = 0; step < 3; step++) {
            clock.advance(Duration.ofDays(1_400));
            AuthorityFolder open = open();
            PathCheck.check(party(open).signing().chain(), open.trust(), clock.instant());
        }
    }

    @Test
    void anAuthorityKeepsItsNameWhenItIsCertifiedAgain() throws IOException {
        KeyPair rootKey = KEYS.forAuthority();
        Identity root = Authority.root(new X500Name("O=Before,CN=TEST root"), rootKey, KEYS, clock);
        Identity issuing =
                Authority.issuing(root, new X500Name("O=Before,CN=TEST issuing"), KEYS.forAuthority(), KEYS, clock);
        WholeFile.write(folder.resolve("ca/stam.pem"), Pem.write(root), "rw-------");
        WholeFile.write(folder.resolve("ca/uitgever.pem"), Pem.write(issuing), "rw-------");
        Files.delete(folder.resolve("ca/intrekking.pem"));
        Files.delete(folder.resolve(PARTY + "/ondertekening.pem"));
        clock.advance(Duration.ofDays(3_400));

        AuthorityFolder open = open();

        assertThat(open.anchors().getFirst()).isNotEqualTo(root.leaf());
        assertThat(open.anchors().getFirst().getSubjectX500Principal())
                .isEqualTo(root.leaf().getSubjectX500Principal());
        PathCheck.check(party(open).signing().chain(), open.trust(), clock.instant());
    }

    @Test
    void issuesATlsCertificateAgainWhenItsHostsChange() throws IOException {
        AuthorityFolder open = open();
        Party before = party(open);

        Party after = open.party("Gemeente Een", OIN, List.of("een.example", "127.0.0.9"));

        assertThat(after.tls().leaf()).isNotEqualTo(before.tls().leaf());
        assertThat(after.tls().key()).isEqualTo(before.tls().key());
        assertThat(after.signing()).isEqualTo(before.signing());
    }

    @Test
    void renewsRevocationListsAtStartAndTwiceADay() throws IOException {
        AuthorityFolder open = open();
        var first = open.crls();

        clock.advance(Duration.ofHours(11));
        assertThat(open.crls()).isEqualTo(first);
        clock.advance(Duration.ofHours(2));
        assertThat(open.crls()).isNotEqualTo(first);
        assertThat(open().crls()).isNotEqualTo(first);
    }

    @Test
    void makesARevocationKnownToOtherProgramsAndToLaterRuns() throws IOException {
        AuthorityFolder one = open();
        AuthorityFolder other = open();
        Party party = party(one);

        one.revoke(party.signing().leaf().getSerialNumber());
        other.revoke(party.tls().leaf().getSerialNumber());

        for (AuthorityFolder folder : List.of(one, other, open())) {
            assertThat(folder.crls().getLast().isRevoked(party.signing().leaf()))
                    .isTrue();
            assertThat(folder.crls().getLast().isRevoked(party.tls().leaf())).isTrue();
            assertThat(folder.crls().getLast().isRevoked(party.encryption().leaf()))
                    .isFalse();
        }
    }

    /// A run can be killed between any two files; whatever is missing then is made, whatever is there is kept.
    @Test
    void goesOnWhereAKilledRunStopped() throws IOException {
        List<String> files = List.of(
                "ca/stam.pem",
                "ca/uitgever.pem",
                "ca/ankers.pem",
                "ca/intrekking.pem",
                PARTY + "/tls.pem",
                PARTY + "/ondertekening.pem",
                PARTY + "/versleuteling.pem");
        for (String missing : files) {
            Files.delete(folder.resolve(missing));
            Files.writeString(folder.resolve(missing + "-123.deel"), "-----BEGIN PRIV");

            AuthorityFolder open = open();
            Party party = party(open);

            PathCheck.check(party.signing().chain(), open.trust(), clock.instant());
            assertThat(folder.resolve(missing)).exists();
            assertThat(folder.resolve(missing + "-123.deel")).doesNotExist();
        }
    }

    @Test
    void givesEachThreadTheSameKeys() {
        List<Party> parties = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return open().party("Nieuw", OIN, HOSTS);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(parties).containsOnly(parties.getFirst());
    }

    @Test
    void refusesTheFolderOfAnotherEnvironment() {
        assertThatThrownBy(() -> AuthorityFolder.open(folder, Environment.DEMO, KEYS, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another environment than DEMO");
    }

    @Test
    void saysWhichFileIsDamaged() throws IOException {
        Files.writeString(folder.resolve(PARTY + "/tls.pem"), "geen sleutel");

        assertThatThrownBy(() -> party(open()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tls.pem holds no key");
    }

    private AuthorityFolder open() throws IOException {
        return AuthorityFolder.open(folder, Environment.TEST, KEYS, clock);
    }

    private static Party party(AuthorityFolder folder) throws IOException {
        return folder.party("Gemeente Een", OIN, HOSTS);
    }
}
