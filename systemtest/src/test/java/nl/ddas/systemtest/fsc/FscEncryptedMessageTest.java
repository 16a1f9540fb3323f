// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.E;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.gateway.OutwayServer;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Messages that are encrypted from end to end, through the gateways of two Peers: not one byte of them changes,
/// and what is in them stands in no log of the gateways.
@OnStage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement("S17")
class FscEncryptedMessageTest {

    private static final String NAME = "versleuteld";
    private static final String JOSE = "application/jose";
    private static final String QUESTION = "{\"gemeente\":\"Zo\u00ebterwoude\"}";

    /// More than any buffer on the way.
    private static final String DELIVERY = "\"" + "schuldhulptraject ".repeat(100_000) + "\"";

    private final SecureRandom random = new SecureRandom();
    private final Authority authority = Authority.create(Environment.TEST, new KeyMaker(2048, random), Peers.CLOCK);
    private final Party cbs = authority.issueAll(new Holder("CBS", new Oin("00000099000000001000"), List.of()));
    private final Party supplier =
            authority.issueAll(new Holder("Gemeente Voorbeeld", new Oin("00000099000000002000"), List.of()));

    private final List<Message> arrived = new CopyOnWriteArrayList<>();
    private final List<byte[]> answered = new CopyOnWriteArrayList<>();
    private final Stage stage;
    private final HttpClient client;
    private final HttpServer service;
    private final Node consumer;
    private final InwayServer inway;
    private final OutwayServer outway;

    /// @param kinds each `Content-Type` that it came with
    private record Message(List<String> kinds, byte[] body) {}

    FscEncryptedMessageTest(Stage stage, @TempDir Path folder) throws IOException {
        this.stage = stage;
        this.client = HttpClient.open(
                stage.network, new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(20)));
        this.service = HttpServer.start(
                stage.network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1_000_000, Duration.ofSeconds(30)),
                this::answer);
        this.consumer = new Node(stage.network, stage.peers, E, folder, Map.of(), List.of(A));
        this.inway = stage.node.inway(NAME, URI.create("http://127.0.0.1:" + service.port()), Peers.secondInway(A));
        this.outway = consumer.outway();
        assertThat(stage.peer(C).send("PUT", "/v1/announce", new byte[0]).status())
                .isEqualTo(200);
    }

    @AfterAll
    void close() {
        outway.close();
        inway.close();
        consumer.close();
        service.close();
        client.close();
    }

    private NestedJwtReader opener(Party party, Freshness freshness) {
        return Eigensleutels.van(party, authority::trust).lezer(freshness, Peers.CLOCK, random);
    }

    private byte[] sealed(
            Party from, Party to, String content, BiFunction<NestedJwtWriter, Recipient, NestedJwtWriter.Letter> letter)
            throws IOException {
        if (!(Recipient.check(to.encryption().chain(), to.oin(), authority.trust(), Peers.CLOCK.instant())
                instanceof Recipient.Outcome.Fit(Recipient recipient))) {
            throw new AssertionError("no certificate to encrypt to");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String _ = letter.apply(Eigensleutels.van(from, authority::trust).schrijver(Peers.CLOCK, random), recipient)
                .writeTo(out, stream -> stream.write(content.getBytes(StandardCharsets.UTF_8)));
        return out.toByteArray();
    }

    private Response answer(Request request) throws IOException {
        byte[] body = request.body().readAllBytes();
        arrived.add(new Message(request.headers().all("Content-Type"), body));
        if (!(opener(supplier, new Freshness.Request()).read(body) instanceof NestedJwtReader.Outcome.Opened opened)
                || !new String(opened.content().bytes(), StandardCharsets.UTF_8).equals(QUESTION)) {
            return Response.text(400, "text/plain", "niet te openen");
        }
        byte[] answer = sealed(
                supplier,
                cbs,
                DELIVERY,
                (writer, recipient) -> writer.answer(recipient, Duration.ofHours(1), opened.hash()));
        answered.add(answer);
        return Response.of(200, Headers.of("Content-Type", JOSE), answer);
    }

    /// E connects on behalf of C, who may therefore read the logs of both.
    private GrantHash contract() throws IOException {
        ContractContent content =
                consumer.propose(stage.drafts.delegated(E, new ServiceRef.Plain(A, NAME), C, Optional.empty()));
        Until.holds(
                "A has the contract",
                () -> stage.operations().find(content.hash()).isPresent());
        stage.accept(C, content);
        assertThat(stage.peer(C).at(E).put(content, SignatureType.ACCEPT).verdict())
                .isEqualTo("201");
        stage.node.accept(content);
        Until.holds("E has the contract", () -> consumer.state(content) == ContractState.VALID);
        return content.grantHashes().getFirst();
    }

    @Test
    void bothSidesGetWhatTheOtherEncryptedToTheByte() throws Exception {
        byte[] question =
                sealed(cbs, supplier, QUESTION, (writer, recipient) -> writer.to(recipient, NestedJwtWriter.REQUEST));
        Headers headers = Headers.of("Fsc-Grant-Hash", contract().value())
                .with("Content-Type", JOSE)
                .with("Accept", JOSE);
        URI uri = URI.create("http://127.0.0.1:" + outway.port() + "/v1/gegevens");

        Reply reply = Tester.call(client, new HttpClient.Call("POST", uri, headers, question));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(arrived).hasSize(1);
        assertThat(arrived.getFirst().kinds()).containsExactly(JOSE);
        assertThat(arrived.getFirst().body()).isEqualTo(question);
        assertThat(reply.headers().all("Content-Type")).containsExactly(JOSE);
        byte[] received = reply.text().getBytes(StandardCharsets.US_ASCII);
        assertThat(received).isEqualTo(answered.getFirst());
        assertThat(opener(cbs, new Freshness.Answer()).read(received))
                .isInstanceOfSatisfying(NestedJwtReader.Outcome.Opened.class, opened -> assertThat(
                                new String(opened.content().bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(DELIVERY));
        String transaction = reply.headers().first("Fsc-Transaction-Id").orElseThrow();
        for (Tester log : List.of(stage.peer(C), stage.peer(C).at(E))) {
            Until.holds(
                    "it is in the log",
                    () -> log.get("/logs?transaction_ids=" + transaction)
                                    .items("records")
                                    .count()
                            == 1);
            assertThat(log.get("/logs?transaction_ids=" + transaction).text())
                    .doesNotContain(new String(question, StandardCharsets.US_ASCII).substring(0, 40))
                    .doesNotContain("schuldhulptraject");
        }
    }
}
