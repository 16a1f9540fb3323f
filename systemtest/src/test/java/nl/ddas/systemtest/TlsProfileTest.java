// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Network;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.dienst.DienstConfig;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.LogboekDienst;
import nl.ddas.logboek.dienst.LogboekServer;
import nl.ddas.logboek.dienst.Quarantainegrens;
import nl.ddas.logboek.dienst.Wachtruimte;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.systemtest.Proefopstelling.Opzet;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;
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

    private final Map<String, Server> servers = new LinkedHashMap<>();
    private Proefopstelling opstelling;
    private Proefopstelling good;
    private OneManager one;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /// @param key what the key of its certificate is made of, as suites of TLS 1.2 name it
    private record Server(String name, boolean good, String key, OpensslClient client) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        opstelling = new Proefopstelling(folder.resolve("stelsel"));
        one = new OneManager(folder.resolve("manager"));
        Path supplier = caller(folder.resolve("cbs"), opstelling.tls(opstelling.cbs));
        add("bron", false, opstelling.bron.poort(), supplier);
        add("verzamelaar", false, opstelling.verzamelaar.poort(), supplier);
        good = new Proefopstelling(folder.resolve("goed"), Opzet.GEWOON.met(TlsProfile.GOED));
        Path behindOwnGateway = caller(folder.resolve("cbs-goed"), good.tls(good.cbs));
        add("bron, tls-profiel goed", true, good.bron.poort(), behindOwnGateway);
        add("verzamelaar, tls-profiel goed", true, good.verzamelaar.poort(), behindOwnGateway);
        Path group = caller(folder.resolve("group"), one.groupTls());
        add("manager", false, one.manager.port(), group);
        add("inway", false, one.inway(), group);
        Path internal = caller(folder.resolve("internal"), one.internalTls(OneManager.OPERATOR));
        add("outway", true, one.outway(), internal);
        add("management", true, one.manager.managementPort().orElseThrow(), internal);
        add("registration", true, one.manager.registrationPort().orElseThrow(), internal);
        Supplier<Tls> ofSupplier = () -> opstelling.tls(opstelling.leverancier);
        LogboekDienst log = log("logboek", TlsProfile.DIGIKOPPELING, ofSupplier);
        add("logboek, OTLP over HTTP", false, log.poort(), supplier);
        add("logboek, OTLP over gRPC", false, log.grpcPoort(), supplier);
        add(
                "logboek, tls-profiel goed",
                true,
                log("logboek_goed", TlsProfile.GOED, ofSupplier).poort(),
                supplier);
        addWithRsa(folder.resolve("rsa"));
    }

    /// Our own authority makes keys for connections on P-256; those of others, as of PKIoverheid, are of RSA too.
    private void addWithRsa(Path folder) throws Exception {
        Authority authority =
                Authority.create(Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        Holder holder =
                new Holder("Een leverancier", new Oin("00000099000000002000"), List.of("localhost", "127.0.0.1"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        Tls own = new Tls(
                pair.getPrivate(),
                authority.chain(Purpose.TLS, holder, pair.getPublic()),
                List.of(authority.root()),
                new Revocation.Checked(authority.crls(), Clock.systemUTC()));
        int port = log("logboek_rsa", TlsProfile.DIGIKOPPELING, () -> own).poort();
        servers.put(
                "logboek, RSA", new Server("logboek, RSA", false, "RSA", new OpensslClient(port, caller(folder, own))));
    }

    /// A log of the supplier that nobody writes to.
    private LogboekDienst log(String name, TlsProfile profile, Supplier<Tls> tls) {
        Database database = opstelling.database.emptyDatabase(name);
        open.push(database);
        Network network = Network.open();
        open.push(network);
        LogboekDienst log = LogboekDienst.start(
                new DienstConfig(
                        new LogboekServer.Luisteren("127.0.0.1", 0, OptionalInt.of(0), profile),
                        0,
                        Map.of(),
                        Optional.empty(),
                        new DatabaseChoice.Opened(database),
                        false,
                        Wachtruimte.STANDAARD,
                        64L << 20,
                        new DienstConfig.Quarantaine(Quarantainegrens.STANDAARD, Duration.ofDays(1)),
                        Toetsbeleid.STRIKT),
                database,
                new Dienstonderdelen(
                        network,
                        Optional.of(tls),
                        _ -> Optional.empty(),
                        Naamruimten.GEEN,
                        Verwerkingsactiviteiten.ONBEKEND,
                        Dienstonderdelen.Bijdelen.GEEN,
                        Clock.systemUTC(),
                        new SecureRandom()));
        open.push(log);
        return log;
    }

    private void add(String name, boolean good, int port, Path caller) {
        servers.put(name, new Server(name, good, "ECDSA", new OpensslClient(port, caller)));
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
        one.close();
        good.close();
        opstelling.close();
    }

    Stream<Server> servers() {
        return servers.values().stream();
    }

    private static Path caller(Path folder, Tls tls) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("key.pem"),
                CertificateText.block("PRIVATE KEY", tls.key().getEncoded()));
        Files.writeString(folder.resolve("leaf.pem"), Pem.write(tls.chain().subList(0, 1)));
        Files.writeString(folder.resolve("chain.pem"), Pem.write(tls.chain()));
        Files.writeString(folder.resolve("root.pem"), Pem.write(tls.anchors()));
        return folder;
    }

    @ParameterizedTest
    @MethodSource("servers")
    void speaksTheVersionsOfItsProfile(Server server) throws Exception {
        assertThat(server.client().agree("-tls1", "-cipher", LOOSE)).isEmpty();
        assertThat(server.client().agree("-tls1_1", "-cipher", LOOSE)).isEmpty();
        assertThat(server.client().agree("-tls1_2", "-cipher", LOOSE).isPresent())
                .isEqualTo(!server.good());
        assertThat(server.client().agree("-tls1_3")).isPresent();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void takesTheSuitesOfItsProfileOnly(Server server) throws Exception {
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
        if (server.good()) {
            assertThat(taken).as("in this order").containsExactlyElementsOf(GOOD_SUITES);
        } else {
            assertThat(taken).as("BoringSSL chooses the order").containsExactlyInAnyOrderElementsOf(ALL_SUITES);
            assertThat(older(server)).as("in this order").containsExactlyElementsOf(olderSuites(server));
        }
    }

    private static List<String> olderSuites(Server server) {
        return OLDER_SUITES.stream()
                .map(suite -> "ECDHE-" + server.key() + "-" + suite)
                .toList();
    }

    private static Optional<OpensslClient.Agreed> modern(Server server, List<String> suites) throws Exception {
        return server.client().agree("-tls1_3", "-ciphersuites", String.join(":", suites));
    }

    /// The suites of TLS 1.2 that a server takes, its first choice first.
    private static List<String> older(Server server) throws Exception {
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
    void exchangesKeysOnGoodCurvesOnly(Server server) throws Exception {
        List<String> taken = new ArrayList<>();
        for (String group : GROUPS) {
            if (server.client().agree("-tls1_3", "-groups", group).isPresent()) {
                taken.add(group);
            }
        }

        assertThat(taken)
                .containsExactlyElementsOf(
                        server.good()
                                ? List.of("X25519", "P-256", "P-384")
                                : List.of("X25519", "P-256", "P-384", "P-521"));
    }

    /// The TLS of JDK 25 has no hybrid with ML-KEM; BoringSSL has.
    @ParameterizedTest
    @MethodSource("servers")
    void takesTheHybridWithMlKemWhereTheLibraryCan(Server server) throws Exception {
        assertThat(server.client().knowsGroup(HYBRID)).isEqualTo(!server.good());
        assertThat(server.client().knowsGroup(0x001D))
                .as("the question itself works")
                .isTrue();
        assertThat(server.client().knowsGroup(0x0100)).as("ffdhe2048").isFalse();
    }

    /// BoringSSL signs with SHA-1 for a caller of TLS 1.2 that offers nothing else, and our library gives no way to
    /// stop it; so only that it is never chosen while there is better.
    @ParameterizedTest
    @MethodSource("servers")
    void signsWithNoSha1WhenThereIsBetter(Server server) throws Exception {
        OpensslClient.Agreed agreed = server.client().agree("-tls1_3").orElseThrow();
        assertThat(agreed.said()).contains("Peer signing digest: SHA256", "Verify return code: 0 (ok)");

        Optional<OpensslClient.Agreed> older = server.client()
                .agree("-tls1_2", "-cipher", LOOSE, "-sigalgs", "ECDSA+SHA1:RSA+SHA1:ECDSA+SHA256:RSA+SHA256");
        assertThat(older.isPresent()).isEqualTo(!server.good());
        older.ifPresent(one -> assertThat(one.said()).contains("Peer signing digest: SHA256"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void compressesNothingAndTakesNoEarlyData(Server server) throws Exception {
        String said = server.client().agree("-comp").orElseThrow().said();

        assertThat(said).contains("Compression: NONE").doesNotContain("Early data was accepted");
        assertThat(said).doesNotContainPattern("Max Early Data: [1-9]");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void letsACallerNotRenegotiate(Server server) throws Exception {
        if (!server.good()) {
            String said = server.client().say("R\n", "-tls1_2");

            assertThat(said).contains("RENEGOTIATING").containsPattern("(?i)no renegotiation|alert|error");
            assertThat(said).contains("Secure Renegotiation IS supported");
        }
    }

    /// A session that is taken up again shows no certificate: so never, or within a minute.
    @ParameterizedTest
    @MethodSource("servers")
    void forgetsSessionsSoon(Server server, @TempDir Path folder) throws Exception {
        String file = folder.resolve("session.pem").toString();
        String get = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String said = server.client().say(get, "-ign_eof", "-sess_out", file);
        if (!server.good()) {
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
    void staplesNoAnswerOfOcsp(Server server) throws Exception {
        assertThat(server.client().agree("-status").orElseThrow().said()).contains("OCSP response: no response sent");
    }

    @Test
    void everyServerIsLookedAt() {
        assertThat(servers).hasSize(13);
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
    void testsslFindsNothingWrong(Server server, @TempDir Path folder) throws Exception {
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
