// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.ManagerAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the answers of another Manager are taken for.
class HttpManagersTest {

    private static final String LONG = "long";
    private static final String GOOD = "{\"contracts\":[{}]}";

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static volatile Response answer = Response.of(200, Headers.NONE, new byte[0]);
    private static Network network;
    private static HttpServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        network = Network.open();
        Duration ten = Duration.ofSeconds(10);
        server = HttpServer.start(
                network, new HttpServer.Config("localhost", 0, Optional.of(Stage.tls(B)), 1_000_000, ten), request -> {
                    ASKED.incrementAndGet();
                    return answer;
                });
        client = HttpClient.open(network, new HttpClient.Config(Optional.of(Stage.tls(A)), ten, ten));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        network.close();
    }

    private static HttpManagers managers() {
        return new HttpManagers(client, Members.GROUP, SimulatedManager.address(A), true);
    }

    private static OtherManagers.Called called() {
        return new OtherManagers.Called(B, new ManagerAddress(URI.create("https://localhost:" + server.port())));
    }

    private static List<GrantHash> grants() {
        return Stage.content(Members.connection(B, A)).grantHashes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "413 | {}       | TooMuchAsked    | more was asked",
                "414 | {}       | TooMuchAsked    | more was asked",
                "431 | {}       | TooMuchAsked    | more was asked",
                "200 | long     | TooMuchAsked    | more was asked",
                "200 | many     | TooMuchAsked    | more was asked",
                "400 | {}       | PeerAtFault     | got 400",
                "400 | {\"code\":\"ERROR_CODE_MALFORMED_REQUEST\"} | PeerAtFault | 400 ERROR_CODE_MALFORMED_REQUEST",
                "400 | {\"code\":\"who knows\"} | PeerAtFault | got 400",
                "400 | long     | PeerAtFault     | got 400",
                "403 | {}       | PeerAtFault     | got 403",
                "200 | []       | UnreadableAnswer | cannot be read",
                "200 | {        | UnreadableAnswer | cannot be read",
                "500 | {}       | PeerUnreachable | got 500",
                "500 | long     | PeerUnreachable | got 500",
                "429 | {}       | PeerUnreachable | got 429",
            })
    void eachAnswerIsTakenForWhatItIs(int status, String body, String as, String message) {
        String text =
                switch (body) {
                    case LONG -> " ".repeat(17 * 1024 * 1024);
                    case "many" -> "{\"contracts\":[" + "0,".repeat(500_000) + "0]}";
                    case String other -> other;
                };
        answer = Response.of(status, Headers.NONE, text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> managers().contracts(called(), grants()))
                .isInstanceOf(PeerUnreachable.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("who knows")
                .satisfies(
                        thrown -> assertThat(thrown.getClass().getSimpleName()).isEqualTo(as));
    }

    /// Anybody can make us ask for one, by a signature with an unknown certificate.
    @Test
    void aJwksIsNoLongerThanItsKeys() {
        answer = Response.of(200, Headers.NONE, " ".repeat(600 * 1024).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> managers().jwks(called())).isInstanceOf(TooMuchAsked.class);
    }

    /// It is never silent as long as what a client waits for, and would go on for ever.
    @Test
    void anAnswerThatComesInDropsIsBrokenOff() {
        CountDownLatch heard = new CountDownLatch(1);
        answer = new Response(200, Headers.NONE, new Response.Body.Stream(1000, out -> {
            try {
                for (int drop = 0; drop < 1000 && !heard.await(20, TimeUnit.MILLISECONDS); drop++) {
                    out.write(' ');
                    out.flush();
                }
            } catch (InterruptedException stop) {
                throw new IOException(stop);
            }
        }));
        HttpManagers hurried =
                new HttpManagers(client, Members.GROUP, SimulatedManager.address(A), true, Duration.ofMillis(500));
        try {
            assertThatThrownBy(() -> hurried.contracts(called(), grants()))
                    .isExactlyInstanceOf(PeerUnreachable.class)
                    .hasMessageContaining("no whole answer");
        } finally {
            heard.countDown();
        }
    }

    @Test
    void aRefusalOfOurAddressSaysWhatIsWrongWithIt() {
        answer = Response.text(
                503, "application/json", "{\"message\":\"no answer at https://a.example:8443\",\"code\":\"X\"}");
        assertThatThrownBy(() -> managers().announce(called()))
                .isInstanceOfSatisfying(PeerUnreachable.class, wrong -> assertThat(wrong.why())
                        .contains("answered with 503 no answer at https://a.example:8443"));
    }

    /// Whoever answers at an address that somebody gave us may be anybody of the Group.
    @Test
    void nothingIsSentToAnotherPeer() {
        ASKED.set(0);
        answer = Response.of(200, Headers.NONE, new byte[0]);
        OtherManagers.Called meant = new OtherManagers.Called(C, called().at());
        OtherManagers.Parcel parcel = new OtherManagers.Parcel(
                Delivery.Action.SUBMIT, Stage.content(Members.connection(A, C)), "a signature");
        assertThat(managers().hand(meant, parcel))
                .isInstanceOfSatisfying(OtherManagers.Handover.Unsure.class, unsure -> assertThat(unsure.why())
                        .contains("another peer"));
        assertThatThrownBy(() -> managers().announce(meant)).isInstanceOf(PeerUnreachable.class);
        assertThat(ASKED).hasValue(0);
        managers().announce(called());
        assertThat(ASKED).hasValue(1);
    }

    @Test
    void aGoodAnswerIsGiven() {
        answer = Response.of(200, Headers.NONE, GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(managers().contracts(called(), grants())).hasSize(1);
    }
}
