// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.E;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.ddas.fsc.gateway.InwayServer;
import nl.ddas.fsc.gateway.OutwayServer;
import nl.ddas.fsc.manager.Store;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.transactionlog.LogQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Requests that break off, from a bare socket through the Outway of E and the Inway of A to a Service on a bare
/// socket. Between Outway and Inway they go by HTTP/1.1 and by HTTP/2, as the Directory says.
@OnStage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FscBrokenOffTest {

    /// More than fits in all buffers on the way.
    private static final int LARGE = 50_000_000;

    private static final int SOME = 200_000;

    private final Stage stage;
    private final Node consumer;
    private final Brittle service = new Brittle();
    private final InwayServer inway;
    private final OutwayServer outway;
    private final Map<Protocol, GrantHash> grants = new HashMap<>();

    FscBrokenOffTest(Stage stage, @TempDir Path folder) throws IOException {
        this.stage = stage;
        this.consumer = new Node(stage.network, stage.peers, E, folder, Map.of(), List.of(A));
        List<String> names = List.of(name(Protocol.HTTP_1_1), name(Protocol.HTTP_2));
        this.inway = stage.node.inway(names, service.uri(), Peers.secondInway(A));
        this.outway = consumer.outway();
        for (Protocol protocol : Protocol.values()) {
            // It publishes in itself.
            ContractContent _ = stage.node.propose(
                    new Grant.ServicePublication(A, new ServiceOffer(A, name(protocol), protocol), Optional.empty()));
            grants.put(protocol, valid(stage.drafts.connection(E, service(protocol), Optional.empty())));
        }
    }

    private static String name(Protocol protocol) {
        return "broos-" + protocol.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ServiceRef service(Protocol protocol) {
        return new ServiceRef.Plain(A, name(protocol));
    }

    private GrantHash valid(Grant grant) throws IOException {
        ContractContent content = consumer.propose(grant);
        Until.holds(
                "A has the contract",
                () -> stage.operations().find(content.hash()).isPresent());
        stage.node.accept(content);
        Until.holds("E has the contract", () -> consumer.state(content) == ContractState.VALID);
        return content.grantHashes().getFirst();
    }

    @AfterAll
    void close() throws IOException {
        outway.close();
        inway.close();
        service.close();
        consumer.close();
    }

    private BareClient client() throws IOException {
        return new BareClient(URI.create("http://127.0.0.1:" + outway.port()));
    }

    private GrantHash grant(Protocol protocol) {
        return Optional.ofNullable(grants.get(protocol)).orElseThrow();
    }

    /// Whatever went wrong before, the next request finds its way, on both roads.
    @AfterEach
    void theNextRequestIsServed() throws IOException {
        service.from(Brittle.GOOD);
        for (Protocol protocol : Protocol.values()) {
            try (BareClient client = client()) {
                client.send(grant(protocol), Optional.empty(), 0);
                BareClient.Answer answer = client.answer();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("goed");
            }
        }
    }

    /// The record of a request, in both logs.
    private void standsInBothLogs(BareClient.Answer answer) throws IOException {
        LogQuery query = LogQuery.of(List.of(new TransactionId(answer.header(TransactionId.HEADER))));
        for (PeerId peer : List.of(A, E)) {
            Store store = (peer.equals(A) ? stage.node : consumer).store();
            Until.holds(
                    "the record of the request",
                    () -> store.logs().page(query, peer).records().size() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatDiesInTheUploadIsToldAsOneThatCannotBeReached(Protocol protocol) throws Exception {
        service.from((in, out, connection) -> {
            int _ = in.readNBytes(SOME / 2).length;
            Brittle.die(connection);
        });
        try (BareClient client = client()) {
            client.send(grant(protocol), Optional.of(LARGE), SOME);
            BareClient.Answer answer = client.answer();

            assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
            assertThat(answer.header("Fsc-Error-Code")).isEqualTo("ERROR_CODE_SERVICE_UNREACHABLE");
            assertThat(answer.body()).contains("ERROR_DOMAIN_INWAY");
            assertThat(answer.whole()).isTrue();
            standsInBothLogs(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatDiesInItsAnswerLeavesNoAnswerThatLooksWhole(Protocol protocol) throws Exception {
        for (String form : List.of("Content-Length: " + LARGE, "Transfer-Encoding: chunked")) {
            service.from((in, out, connection) -> {
                String piece = form.startsWith("T") ? "5\r\nhallo\r\n" : "hallo";
                Brittle.say(out, "HTTP/1.1 200 OK\r\n" + form + "\r\n\r\n" + piece);
                Brittle.die(connection);
            });
            try (BareClient client = client()) {
                client.send(grant(protocol), Optional.empty(), 0);
                BareClient.Answer answer = client.answer();
                assertThat(answer.status() == 200 && answer.whole())
                        .as(form + " " + answer)
                        .isFalse();
            }
        }
    }

    /// The client has sent a fraction of what it promised when the Service has said all that it will say.
    @ParameterizedTest
    @EnumSource
    void anAnswerBeforeTheUploadEndsComesThroughWhole(Protocol protocol) throws Exception {
        service.from((in, out, connection) -> {
            Brittle.say(out, "HTTP/1.1 413 Te groot\r\nContent-Length: 3\r\nConnection: close\r\n\r\nnee");
            // As servers do: takes more, so that the answer is not lost in a reset connection.
            connection.shutdownOutput();
            long _ = in.transferTo(OutputStream.nullOutputStream());
        });
        try (BareClient client = client()) {
            client.send(grant(protocol), Optional.of(LARGE), SOME);
            BareClient.Answer answer = client.answer();

            assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("nee");
            assertThat(answer.whole()).isTrue();
            assertThat(answer.header("Fsc-Error-Code")).isEmpty();
            standsInBothLogs(answer);
        }
    }

    /// What a client began and did not end must not look whole to the Service.
    @ParameterizedTest
    @EnumSource
    void aClientThatDiesInItsUploadBreaksTheRequestOff(Protocol protocol) throws Exception {
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        CompletableFuture<Integer> began = new CompletableFuture<>();
        service.from(Brittle.counting(began, arrived));
        BareClient client = client();
        client.send(grant(protocol), Optional.of(LARGE), SOME);
        int _ = began.get(60, TimeUnit.SECONDS);
        client.die();
        assertThat(arrived.get(60, TimeUnit.SECONDS)).isLessThanOrEqualTo(SOME);
    }
}
