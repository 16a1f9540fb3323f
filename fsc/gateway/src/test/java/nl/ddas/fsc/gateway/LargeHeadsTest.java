// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Heads with many fields, from a client by Outway and Inway to a service and back: up to 32 KB together they pass, and
/// who is given more says so.
class LargeHeadsTest extends OutwayStage {

    private static final int FIELD = 1_000;

    private static HttpRequest.Builder filled(HttpRequest.Builder request, int bytes) {
        HttpRequest.Builder filled = request;
        for (int at = 0; at * FIELD < bytes; at++) {
            filled = filled.header("X-Field-" + at, value(at));
        }
        return filled;
    }

    /// Together with its name and what stands between, a field of [#FIELD] bytes.
    private static String value(int at) {
        return Integer.toString(at % 10).repeat(FIELD - 16);
    }

    /// Answers with as many fields as it got.
    private void reflect() {
        backend.behave((in, out, seen) -> {
            Backend.Seen request = Backend.read(in);
            seen.add(request);
            StringBuilder head = new StringBuilder("HTTP/1.1 200 Fine\r\nConnection: close\r\nContent-Length: 4\r\n");
            for (int at = 0; !request.header("X-Field-" + at).isEmpty(); at++) {
                head.append("X-Field-").append(at).append(": ").append(request.header("X-Field-" + at)).append("\r\n");
            }
            out.write((head + "\r\ngoed").getBytes(StandardCharsets.US_ASCII));
        });
    }

    @ParameterizedTest
    @CsvSource({"20000, HTTP_1_1", "29000, HTTP_1_1", "20000, HTTP_2", "29000, HTTP_2"})
    void aLargeHeadPassesToTheServiceAndBack(int bytes, Protocol protocol) throws Exception {
        reflect();
        try (Outway ours = outway(manager.port(), World.CLOCK, protocol)) {
            HttpResponse<String> answer = at(ours, filled(request("/"), bytes));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("goed");
            for (int field = 0; field * FIELD < bytes; field++) {
                assertThat(backend.seen.getFirst().header("X-Field-" + field)).isEqualTo(value(field));
                assertThat(answer.headers().firstValue("X-Field-" + field)).contains(value(field));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {34_000, 60_000, 200_000})
    void theOutwayRefusesALargerHead(int bytes) throws Exception {
        refused(send(filled(request("/"), bytes)), 431, "ERROR_CODE_HEAD_TOO_LARGE");
        assertThat(tokenRequests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {34_000, 60_000, 200_000})
    void theInwayRefusesALargerHead(int bytes) throws Exception {
        HttpResponse<String> answer = atInway(HttpClient.Version.HTTP_1_1, bytes);

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_HEAD_TOO_LARGE");
        assertThat(answer.body()).contains("\"domain\":\"ERROR_DOMAIN_INWAY\"", "32768 bytes");
        assertThat(backend.seen).isEmpty();
        assertThat(inwayLog.records).isEmpty();
    }

    private HttpResponse<String> atInway(HttpClient.Version version, int bytes) throws Exception {
        String token = World.ONE.token(World.ONE.claims(
                URI.create("https://127.0.0.1:8443"), Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + inway.port() + "/"))
                .header("Fsc-Authorization", "Bearer " + token)
                .header("Fsc-Transaction-Id", World.TRANSACTION);
        try (HttpClient caller = InwayStage.client(World.ONE, version)) {
            return caller.send(filled(request, bytes).build(), BodyHandlers.ofString());
        }
    }

    /// What the Outway adds makes it too large: its caller hears so from the Inway, or from the Outway itself.
    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aHeadThatIsTooLargeWithTheTokenIsRefusedToo(Protocol protocol) throws Exception {
        try (Outway ours = outway(manager.port(), World.CLOCK, protocol)) {
            HttpResponse<String> answer = at(ours, filled(request("/"), 32_000).header("X-Rest", "x".repeat(400)));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(431);
            assertThat(backend.seen).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void anAnswerWithALargerHeadDoesNotPass(Protocol protocol) throws Exception {
        backend.behave((in, out, seen) -> {
            seen.add(Backend.read(in));
            out.write(("HTTP/1.1 200 Fine\r\nX-Large: " + "x".repeat(40_000)
                            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        });
        try (Outway ours = outway(manager.port(), World.CLOCK, protocol)) {
            HttpResponse<String> answer = at(ours, request("/"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
            assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");
        }
    }
}
