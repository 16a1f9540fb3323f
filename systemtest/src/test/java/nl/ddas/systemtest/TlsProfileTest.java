// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.TlsProfile;
import nl.ddas.systemtest.Proefopstelling.Opzet;
import nl.ddas.testkit.SoftHsm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each server that we open speaks the TLS of its profile and nothing else, by the judgement of openssl.
///
/// An Outway without TLS and the decision point listen on the machine itself only.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsProfileTest {

    private static final String LOOSE = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    private static final List<String> GOOD_SUITES = List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
    private static final List<String> ALL_SUITES =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");
    private static final List<String> OLDER_SUITES =
            List.of("AES256-GCM-SHA384", "CHACHA20-POLY1305", "AES128-GCM-SHA256");
    private static final List<String> GROUPS =
            List.of("X25519", "P-256", "P-384", "P-521", "X448", "ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe8192");

    /// X25519MLKEM768.
    private static final int HYBRID = 0x11EC;

    private final TlsServers all = new TlsServers();

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        all.start(folder);
    }

    @AfterAll
    void end() throws Exception {
        all.close();
    }

    Stream<TlsServers.Server> servers() {
        return all.servers().stream();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void speaksTheVersionsOfItsProfile(TlsServers.Server server) throws Exception {
        assertThat(server.client().agree("-tls1", "-cipher", LOOSE)).isEmpty();
        assertThat(server.client().agree("-tls1_1", "-cipher", LOOSE)).isEmpty();
        assertThat(server.client().agree("-tls1_2", "-cipher", LOOSE).isPresent())
                .isEqualTo(!server.good());
        assertThat(server.client().agree("-tls1_3")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void takesTheSuitesOfItsProfileOnly(TlsServers.Server server) throws Exception {
        List<String> modern = new ArrayList<>(List.of(
                "TLS_AES_128_CCM_8_SHA256",
                "TLS_AES_128_CCM_SHA256",
                "TLS_AES_128_GCM_SHA256",
                "TLS_CHACHA20_POLY1305_SHA256",
                "TLS_AES_256_GCM_SHA384"));
        List<String> taken = new ArrayList<>();
        for (var agreed = modern(server, modern); agreed.isPresent(); agreed = modern(server, modern)) {
            taken.add(agreed.get().suite());
            modern.remove(agreed.get().suite());
        }
        if (server.boring()) {
            assertThat(taken).as("BoringSSL chooses the order").containsExactlyInAnyOrderElementsOf(ALL_SUITES);
        } else {
            assertThat(taken).as("in this order").containsExactlyElementsOf(server.good() ? GOOD_SUITES : ALL_SUITES);
        }
        if (!server.good()) {
            assertThat(older(server)).as("in this order").containsExactlyElementsOf(olderSuites(server));
        }
    }

    private static List<String> olderSuites(TlsServers.Server server) {
        return OLDER_SUITES.stream()
                .map(suite -> "ECDHE-" + server.key() + "-" + suite)
                .toList();
    }

    private static Optional<OpensslClient.Agreed> modern(TlsServers.Server server, List<String> suites)
            throws Exception {
        return server.client().agree("-tls1_3", "-ciphersuites", String.join(":", suites));
    }

    /// The suites of TLS 1.2 that a server takes, its first choice first.
    private static List<String> older(TlsServers.Server server) throws Exception {
        List<String> taken = new ArrayList<>();
        while (true) {
            String offered = "ALL:COMPLEMENTOFALL"
                    + String.join("", taken.stream().map(suite -> ":!" + suite).toList());
            var agreed = server.client().agree("-tls1_2", "-cipher", offered + ":@SECLEVEL=0");
            if (agreed.isEmpty()) {
                return taken;
            }
            taken.add(agreed.get().suite());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void exchangesKeysOnGoodCurvesOnly(TlsServers.Server server) throws Exception {
        List<String> taken = new ArrayList<>();
        for (String group : GROUPS) {
            if (server.client().agree("-tls1_3", "-groups", group).isPresent()) {
                taken.add(group);
            }
        }

        assertThat(taken)
                .containsExactlyElementsOf(
                        server.boring()
                                ? List.of("X25519", "P-256", "P-384", "P-521")
                                : List.of("X25519", "P-256", "P-384"));
    }

    /// The TLS of JDK 25 has no hybrid with ML-KEM; BoringSSL has.
    @ParameterizedTest
    @MethodSource("servers")
    void takesTheHybridWithMlKemWhereTheLibraryCan(TlsServers.Server server) throws Exception {
        assertThat(server.client().knowsGroup(HYBRID)).isEqualTo(server.boring());
        assertThat(server.client().knowsGroup(0x001D))
                .as("the question itself works")
                .isTrue();
        assertThat(server.client().knowsGroup(0x0100)).as("ffdhe2048").isFalse();
    }

    /// BoringSSL signs with SHA-1 for a caller of TLS 1.2 that offers nothing else, and our library gives no way to
    /// stop it; so only that it is never chosen while there is better.
    @ParameterizedTest
    @MethodSource("servers")
    void signsWithNoSha1WhenThereIsBetter(TlsServers.Server server) throws Exception {
        OpensslClient.Agreed agreed = server.client().agree("-tls1_3").orElseThrow();
        assertThat(agreed.said()).contains("Peer signing digest: SHA256", "Verify return code: 0 (ok)");

        Optional<OpensslClient.Agreed> older = server.client()
                .agree("-tls1_2", "-cipher", LOOSE, "-sigalgs", "ECDSA+SHA1:RSA+SHA1:ECDSA+SHA256:RSA+SHA256");
        assertThat(older.isPresent()).isEqualTo(!server.good());
        older.ifPresent(one -> assertThat(one.said()).contains("Peer signing digest: SHA256"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void compressesNothingAndTakesNoEarlyData(TlsServers.Server server) throws Exception {
        String said = server.client().agree("-comp").orElseThrow().said();

        assertThat(said).contains("Compression: NONE").doesNotContain("Early data was accepted");
        assertThat(said).doesNotContainPattern("Max Early Data: [1-9]");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void letsACallerNotRenegotiate(TlsServers.Server server) throws Exception {
        if (!server.good()) {
            String said = server.client().say("R\n", "-tls1_2");

            assertThat(said).contains("RENEGOTIATING").containsPattern("(?i)no renegotiation|alert|error");
            assertThat(said).contains("Secure Renegotiation IS supported");
        }
    }

    /// A session that is taken up again shows no certificate: so never, or within a minute.
    @ParameterizedTest
    @MethodSource("servers")
    void forgetsSessionsSoon(TlsServers.Server server, @TempDir Path folder) throws Exception {
        String file = folder.resolve("session.pem").toString();
        String get = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String said = server.client().say(get, "-ign_eof", "-sess_out", file);
        if (server.boring()) {
            assertThat(said).contains("New, TLSv1.3").doesNotContain("New Session Ticket arrived");
        }
        if (Files.exists(Path.of(file))) {
            String again = server.client().say(get, "-ign_eof", "-sess_in", file);
            boolean reused = again.contains("Reused, ");
            boolean brief = !Pattern.compile("lifetime hint: \\d{3}")
                    .matcher(said + again)
                    .find();
            assertThat(!reused || brief)
                    .as("reused %s, for a minute %s", reused, brief)
                    .isTrue();
        }
    }

    /// Certificates of ours name no OCSP responder, so there is nothing to staple.
    @ParameterizedTest
    @MethodSource("servers")
    void staplesNoAnswerOfOcsp(TlsServers.Server server) throws Exception {
        assertThat(server.client().agree("-status").orElseThrow().said()).contains("OCSP response: no response sent");
    }

    @Test
    void everyServerIsLookedAt() {
        assertThat(all.servers()).hasSizeGreaterThanOrEqualTo(13);
        SoftHsm.assumeInstalled();
        assertThat(all.servers()).hasSize(15);
    }

    /// Not only a handshake: a whole delivery goes over the good profile, both ways.
    @Test
    void aDeliveryGoesOverTheGoodProfile(@TempDir Path folder) throws Exception {
        Proefopstelling.bron(folder, 21, 5);
        try (Proefopstelling both = new Proefopstelling(folder, Opzet.GEWOON.met(TlsProfile.GOED))) {
            assertThat(both.lever().leveranciers())
                    .allSatisfy(one -> assertThat(one.status()).isEqualTo("ingelezen"));
        }
    }

    /// `testssl.sh` needs a server that lets a caller without certificate through the handshake; ours end it
    /// after the choice of protocol and suite, which is enough for these questions.
    @ParameterizedTest
    @MethodSource("servers")
    @Tag("zwaar")
    void testsslFindsNothingWrong(TlsServers.Server server, @TempDir Path folder) throws Exception {
        Path program = Stream.of("/usr/bin/testssl", "/usr/bin/testssl.sh")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Path.of(Launched.missing("testssl.sh (Debian: apt-get install testssl.sh)")));
        Path found = folder.resolve("found.csv");
        Launched done = Launched.run(List.of(
                program.toString(),
                "--quiet",
                "--warnings",
                "off",
                "--openssl",
                "/usr/bin/openssl",
                "-p",
                "-s",
                "-f",
                "--csvfile",
                found.toString(),
                "127.0.0.1:" + server.client().port()));
        List<String> wrong = Files.readAllLines(found).stream()
                .filter(line -> line.matches(".*\"(MEDIUM|HIGH|CRITICAL)\".*"))
                .toList();
        assertThat(wrong).as(done.said()).isEmpty();
        assertThat(Files.readAllLines(found)).hasSizeGreaterThan(10);
    }
}
