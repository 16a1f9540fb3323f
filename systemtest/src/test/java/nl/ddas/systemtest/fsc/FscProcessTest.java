// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two Peers whose components are real processes, which are killed and starved: P offers a Service, Q uses it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FscProcessTest {

    private static final PeerId P = new PeerId("00000099000000000021");
    private static final PeerId Q = new PeerId("00000099000000000022");
    private static final String VALID = "CONTRACT_STATE_VALID";

    /// Of which a log with room for 2,000 bytes does not hold the records.
    private static final int FAR_TOO_MANY = 200;

    private Network network;
    private Member provider;
    private Member consumer;
    private Program managerOfP;
    private Program managerOfQ;
    private Sluice sluice;
    private Optional<Chain> chain = Optional.empty();

    /// What a request of Q passes on its way to the Service of P.
    private record Chain(Echo service, Program inway, Program outway, HttpClient client) implements AutoCloseable {

        Chain with(Program otherInway) {
            return new Chain(service, otherInway, outway, client);
        }

        @Override
        public void close() {
            client.close();
            outway.close();
            inway.close();
            service.close();
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        network = Network.open();
        provider = new Member(network, P, folder.resolve("p"), folder.resolve("group"));
        consumer = new Member(network, Q, folder.resolve("q"), folder.resolve("group"));
        // What P says to the Manager of Q passes here.
        sluice = new Sluice(Peers.inwayHost(Q), Peers.managerHost(Q), Peers.PORT);
        managerOfP = startP();
        managerOfQ = consumer.manager(Peers.inwayHost(Q), List.of(P));
        managerOfP.ready();
        managerOfQ.ready();
    }

    @AfterAll
    void stop() throws Exception {
        chain.ifPresent(Chain::close);
        sluice.close();
        managerOfQ.close();
        managerOfP.close();
        provider.close();
        consumer.close();
        network.close();
    }

    private Program startP() throws IOException {
        return provider.manager(Peers.managerHost(P), List.of());
    }

    private static String hash(JsonObject contract) {
        return contract.text("contentHash").orElseThrow();
    }

    /// Both have the contract, alike.
    private void agreed(String contract) throws IOException {
        assertThat(provider.contract(contract).orElseThrow().array("peers").orElseThrow())
                .isEqualTo(
                        consumer.contract(contract).orElseThrow().array("peers").orElseThrow());
    }

    /// P has received the proposal, but waits for the certificate of Q, which it has never seen; so nothing is
    /// stored.
    @Test
    @Order(1)
    void aManagerKilledBetweenReceivingAndStoringGetsTheContractAgain() throws Exception {
        Sluice.Hold hold = sluice.hold();
        String contract = hash(consumer.propose(P, "parkeren"));
        assertThat(hold.arrived().await(60, TimeUnit.SECONDS)).isTrue();
        managerOfP.kill();
        managerOfP = startP().ready();
        assertThat(provider.contract(contract)).isEmpty();

        hold.open().countDown();
        Until.holds("P has the contract", () -> provider.contract(contract).isPresent());
        provider.accept(contract);
        Until.holds("Q has the accept", () -> consumer.state(contract).equals(VALID));
        agreed(contract);
    }

    /// P has stored its accept, but Q has not heard of it.
    @Test
    @Order(2)
    void aManagerKilledBetweenStoringAndHandingOverHandsOverAfterItsStart() throws Exception {
        String contract = hash(consumer.propose(P, "parkeren"));
        Until.holds("P has the contract", () -> provider.contract(contract).isPresent());
        Sluice.Hold hold = sluice.hold();
        provider.accept(contract);
        assertThat(hold.arrived().await(60, TimeUnit.SECONDS)).isTrue();
        managerOfP.kill();
        assertThat(consumer.state(contract)).isEqualTo("CONTRACT_STATE_PROPOSED");

        hold.open().countDown();
        managerOfP = startP().ready();
        assertThat(provider.state(contract)).isEqualTo(VALID);
        Until.holds("Q has the accept", () -> consumer.state(contract).equals(VALID));
        agreed(contract);
    }

    /// The whole chain in six processes with that of the database; the log of the Inway runs into a limit.
    @Test
    @Order(3)
    void nothingIsPassedOnThatTheLogCannotHold() throws Exception {
        Chain all = chain();
        HttpClient.Call call = call(agreement());
        Reply refused = starved(all, call, all.inway(), provider.log());
        assertThat(refused.verdict()).isEqualTo("500 TRANSACTION_LOG_WRITE_ERROR");
        assertThat(refused.json().text("domain")).contains("ERROR_DOMAIN_INWAY");
        goesOnWithRoom(all, call, all.inway());
    }

    /// What the Outway cannot write down does not come to the Inway.
    @Test
    @Order(4)
    void nothingLeavesThatTheLogOfTheOutwayCannotHold() throws Exception {
        Chain all = chain();
        HttpClient.Call call = call(agreement());
        Reply refused = starved(all, call, all.outway(), consumer.outwayLog());
        assertThat(refused.verdict()).isEqualTo("500 TRANSACTION_LOG_WRITE_ERROR");
        assertThat(refused.json().text("domain")).contains("ERROR_DOMAIN_OUTWAY");
        assertThat(writtenText(provider.log()))
                .doesNotContain(refused.headers().first("Fsc-Transaction-Id").orElseThrow());
        goesOnWithRoom(all, call, all.outway());
    }

    /// Asks until there is no room in a log. What was answered before that came to the Service, and nothing else.
    ///
    /// @return the refusal
    private static Reply starved(Chain all, HttpClient.Call call, Program program, Path log) throws Exception {
        Until.holds("the chain works", () -> Tester.call(all.client(), call).status() == 200);
        int before = all.service().seen.size();
        limit(program, String.valueOf(written(log) + 2000));
        int passed = 0;
        Reply reply = Tester.call(all.client(), call);
        while (reply.status() == 200 && passed < FAR_TOO_MANY) {
            passed++;
            reply = Tester.call(all.client(), call);
        }
        assertThat(passed).isPositive();
        assertThat(all.service().seen).hasSize(before + passed);
        return reply;
    }

    private static void goesOnWithRoom(Chain all, HttpClient.Call call, Program program) throws Exception {
        limit(program, "unlimited");
        Until.holds(
                "the chain works again", () -> Tester.call(all.client(), call).status() == 200);
    }

    private Chain chain() throws Exception {
        if (chain.isEmpty()) {
            Echo service = Echo.plain(network);
            HttpClient client = HttpClient.open(
                    network, new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20)));
            chain = Optional.of(
                    new Chain(service, provider.inway("parkeren", service.uri()), consumer.startOutway(), client));
        }
        Chain all = chain.get();
        all.inway().ready();
        all.outway().ready();
        return all;
    }

    /// Killed while eight clients ask as fast as they can. What was answered stands in the log on disk, which
    /// the Inway can read when it starts again.
    @Test
    @Order(5)
    void everyAnswerOfAKilledInwayStandsInItsLog() throws Exception {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(100);
        AtomicBoolean stop = new AtomicBoolean();
        Chain all = chain();
        HttpClient client = all.client();
        HttpClient.Call call = call(agreement());
        Until.holds("the chain works", () -> Tester.call(client, call).status() == 200);
        List<Thread> clients = Stream.generate(() -> Thread.ofVirtual().start(() -> {
                    while (!stop.get()) {
                        ask(client, call).ifPresent(transaction -> {
                            answered.add(transaction);
                            enough.countDown();
                        });
                    }
                }))
                .limit(8)
                .toList();
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        all.inway().kill();
        stop.set(true);
        for (Thread one : clients) {
            one.join();
        }
        String written = writtenText(provider.log());
        assertThat(answered).hasSizeGreaterThanOrEqualTo(100).allSatisfy(id -> assertThat(written)
                .contains(id));
        chain = Optional.of(
                all.with(provider.inway("parkeren", all.service().uri()).ready()));
        Until.holds("the chain works again", () -> Tester.call(client, call).status() == 200);
    }

    /// The Inway reads the lists again once a minute. Then the request that is on its way ends, looks whole to
    /// nobody, and the next is not let in.
    @Test
    @Order(6)
    @Tag("zwaar")
    void aCertificateRevokedUnderARequestEndsIt() throws Exception {
        Chain all = chain();
        String grant = agreement();
        all.inway().close();
        CompletableFuture<Integer> began = new CompletableFuture<>();
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        try (Brittle service = new Brittle()) {
            chain = Optional.of(
                    all.with(provider.inway("parkeren", service.uri()).ready()));
            Until.holds(
                    "the chain works",
                    () -> Tester.call(all.client(), call(grant)).status() == 200);
            service.from(Brittle.counting(began, arrived));
            try (BareClient client = new BareClient(consumer.outway())) {
                client.send(new GrantHash(grant), Optional.of(50_000_000), 200_000);
                int _ = began.get(60, TimeUnit.SECONDS);
                consumer.revoke();

                BareClient.Answer answer = client.answer();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
                assertThat(answer.header("Fsc-Error-Code")).isEqualTo("ERROR_CODE_INWAY_UNREACHABLE");
            }
            assertThat(arrived.get(60, TimeUnit.SECONDS)).isLessThanOrEqualTo(200_000);
            service.from(Brittle.GOOD);
            assertThat(Tester.call(all.client(), call(grant)).verdict()).isEqualTo("502 INWAY_UNREACHABLE");
        }
    }

    /// The transaction, when it was answered by the Service.
    private static Optional<String> ask(HttpClient client, HttpClient.Call call) {
        try {
            Reply reply = Tester.call(client, call);
            return reply.status() == 200 ? reply.headers().first("Fsc-Transaction-Id") : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private HttpClient.Call call(String grant) {
        return new HttpClient.Call(
                "GET", URI.create(consumer.outway() + "/"), Headers.of("Fsc-Grant-Hash", grant), new byte[0]);
    }

    /// A contract that both hold for valid.
    ///
    /// @return its Grant
    private String agreement() throws IOException {
        JsonObject proposal = consumer.propose(P, "parkeren");
        String contract = hash(proposal);
        Until.holds("P has the contract", () -> provider.contract(contract).isPresent());
        provider.accept(contract);
        Until.holds("Q has the accept", () -> consumer.state(contract).equals(VALID));
        return grant(proposal);
    }

    private static String writtenText(Path log) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static String grant(JsonObject proposal) {
        JsonObject grant = (JsonObject) proposal.array("grants").orElseThrow().getFirst();
        return grant.text("grantHash").orElseThrow();
    }

    /// Where the records of a log end in its largest file: zeros are written ahead of them.
    private static long written(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            Path largest = files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return end;
        }
    }

    /// No file of the process may grow beyond this many bytes: for it, the disk is full.
    private static void limit(Program program, String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder(
                        "prlimit", "--pid", String.valueOf(program.pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(prlimit.waitFor()).isZero();
    }
}
