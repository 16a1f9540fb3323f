// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpServer;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.StrictJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other Peers hear of requests that no rule of FSC is about: the words of FSC, in English.
class ExternalFaultsTest {

    private static final String MALFORMED = "400 MALFORMED_REQUEST";

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Tester tester() {
        return stage.peer(B);
    }

    private static Headers from(Tester tester) {
        return Headers.of(ManagerAddress.HEADER, tester.address().toString());
    }

    private static void assertFsc(Tester.Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.headers().first("Content-Type")).contains("application/json");
        assertThat(reply.json().text("domain")).contains("ERROR_DOMAIN_MANAGER");
        assertThat(reply.json().text("message").orElse("")).matches("(expected|something went wrong) .*");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70_000, 2 << 20})
    void aBodyThatIsTooLargeIsMalformed(int over) throws IOException {
        byte[] body = " ".repeat(StrictJson.MAX_BYTES + over).getBytes(StandardCharsets.US_ASCII);
        assertThat(tester().send("POST", "/v1/contracts", body).verdict()).isEqualTo(MALFORMED);
    }

    @Test
    void aHeadThatIsTooLargeIsToldInEnglish() throws IOException {
        Headers large = from(tester()).with("X-Large", "x".repeat(40_000));
        assertFsc(tester().send("PUT", "/v1/announce", new byte[0], large), 431);
    }

    @Test
    void aRequestThatIsNoHttpIsToldInEnglish() throws IOException {
        Tester.Reply reply = RawHttps.answer(B, stage.manager.port(), "no http\r\n\r\n");
        assertFsc(reply, 400);
        assertThat(reply.verdict()).isEqualTo(MALFORMED);
    }

    @Test
    void aFaultOfOurOwnIsToldInEnglish() throws IOException {
        HttpServer.Config config = new HttpServer.Config(
                "localhost", 0, Optional.of(Stage.tls(Members.A)), 1000, Duration.ofSeconds(10));
        try (HttpServer broken = HttpServer.start(stage.network, config.telling(ExternalApi::fault), request -> {
                    throw new IllegalStateException("stuk");
                });
                Tester tester = Tester.open(stage.network, B, broken.port())) {
            Tester.Reply reply = tester.get("/peer");
            assertFsc(reply, 500);
            assertThat(reply.text()).contains("urn:uuid:").doesNotContain("stuk");
        }
    }

    /// A database does not take all of them: that would be a fault of ours.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/logs?service_name=%00",
                "/logs?service_name=a,b%1f",
                "/services?service_name=%7f",
                "/contracts?grant_type=%00",
            })
    void aControlCharacterInAQueryIsMalformed(String path) throws IOException {
        assertThat(tester().get(path).verdict()).isEqualTo(MALFORMED);
    }

    @Test
    void aControlCharacterInACursorIsMalformed() throws IOException {
        String created = "0000000001760000000";
        String contracts = Cursor.of(created, "$1$1$\0").text();
        assertThat(tester().get("/contracts?cursor=" + contracts).verdict()).isEqualTo(MALFORMED);
        for (String[] key : new String[][] {{"1", "\0", "x"}, {"1", "x", "\0"}}) {
            assertThat(tester().get("/logs?cursor=" + Cursor.of(key).text()).verdict())
                    .isEqualTo(MALFORMED);
        }
    }
}
