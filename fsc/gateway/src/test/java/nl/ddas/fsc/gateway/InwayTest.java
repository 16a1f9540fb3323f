// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The Inway alone, with tokens that are played; the FSC test suite itself runs in `systemtest`.
class InwayTest extends InwayStage {

    @Test
    void passesOnARequestWithAGoodToken() throws Exception {
        HttpResponse<String> answer = send(good("/a%2Fb/../c//d?x=%20&y")
                .header("X-Own", "1")
                .POST(HttpRequest.BodyPublishers.ofString("lichaam")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("lichaam");
        assertThat(answer.headers().firstValue("X-From")).contains("service");
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).isEmpty();
        assertThat(backend.seen.getFirst().head()).startsWith("POST /a%2Fb/../c//d?x=%20&y HTTP/1.1\r\n");
        assertThat(backend.seen.getFirst().header("X-Own")).isEqualTo("1");
    }

    @Test
    void refusesARequestWithoutToken() throws Exception {
        refused(
                send(request("/").header("Fsc-Transaction-Id", World.TRANSACTION)),
                401,
                "ERROR_CODE_ACCESS_TOKEN_MISSING");
        assertThat(log.records).isEmpty();
    }

    @Test
    void refusesATokenThatIsBoundToAnotherCertificate() throws Exception {
        try (HttpClient other = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(World.ONE.context(World.C))
                .build()) {
            refused(other.send(good("/").build(), BodyHandlers.ofString()), 401, "ERROR_CODE_ACCESS_TOKEN_INVALID");
        }
    }

    @Test
    void cutsOffACertificateOfAnotherAuthority() {
        try (HttpClient other = client(World.OTHER_CA, HttpClient.Version.HTTP_1_1)) {
            assertThatThrownBy(() -> other.send(good("/").build(), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(backend.seen).isEmpty();
    }

    @Test
    void passesOnTheToken() throws Exception {
        send(good("/"));
        assertThat(backend.seen.getFirst().header("Fsc-Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        String old = World.ONE.token(
                World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofSeconds(-61)));
        refused(
                send(request("/")
                        .header("Fsc-Authorization", "Bearer " + old)
                        .header("Fsc-Transaction-Id", World.TRANSACTION)),
                401,
                "ERROR_CODE_ACCESS_TOKEN_EXPIRED");
    }

    @Test
    void theRecordIsThereWhileTheServiceThinks() throws Exception {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        HttpResponse<String> answer = whileTheServiceThinks(good("/").header("traceparent", trace), () -> {
            LogRecord record = log.records.getFirst();
            assertThat(record.direction()).isEqualTo(LogRecord.Direction.INCOMING);
            assertThat(record.grant()).isEqualTo(World.GRANT);
            assertThat(record.trace().orElseThrow().spanId()).isEqualTo("b7ad6b7169203331");
        });

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(backend.seen.getFirst().header("traceparent")).contains("b7ad6b7169203331");
    }

    @Test
    void passesOnTheTransactionId() throws Exception {
        send(good("/"));
        assertThat(backend.seen.getFirst().header("Fsc-Transaction-Id")).isEqualTo(World.TRANSACTION);
    }

    @Test
    void refusesARequestWithoutTransactionId() throws Exception {
        refused(send(request("/").header("Fsc-Authorization", "Bearer " + token)), 400, "MISSING_LOG_RECORD_ID");
        refused(
                send(request("/").header("Fsc-Authorization", "Bearer " + token).header("Fsc-Transaction-Id", "x")),
                400,
                "INVALID_LOG_RECORD_ID");
    }

    @Test
    void writesDownOnWhoseBehalfTheOutwayConnects() throws Exception {
        assertThat(recordOf(Optional.of(World.C), Optional.empty()).sourceDelegator())
                .contains(World.C);
    }

    @Test
    void writesDownOnWhoseBehalfTheServiceIsOffered() throws Exception {
        assertThat(recordOf(Optional.empty(), Optional.of(World.D)).destinationDelegator())
                .contains(World.D);
    }

    @Test
    void passesNothingOnWhenTheLogIsDown() throws Exception {
        log.broken = true;
        refused(send(good("/")), 500, "TRANSACTION_LOG_WRITE_ERROR");
    }

    /// What earlier requests leave behind must not end the watch over those that come.
    @Test
    void passesNothingOnWhenTheLogHangsAlsoAfterRequestsThatWentWell() throws Exception {
        InwayConfig impatient = World.inwayConfig(backend.uri(), Duration.ofSeconds(20), Duration.ofMillis(200));
        try (Network own = Network.open();
                Inway other = World.inway(own, log, impatient, World.Rules.NONE)) {
            assertThat(at(other, good("/")).statusCode()).isEqualTo(200);
            backend.seen.clear();
            log.hanging = true;
            refused(at(other, good("/")), 500, "TRANSACTION_LOG_WRITE_ERROR");
        }
    }

    @Test
    void saysThatTheServiceHangs() throws Exception {
        backend.behave((in, out, seen) -> {
            Backend.read(in);
            int _ = in.read();
        });
        InwayConfig impatient = World.inwayConfig(backend.uri(), Duration.ofMillis(500), Duration.ofSeconds(5));
        try (Inway other = World.inway(network, log, impatient, World.Rules.NONE)) {
            refused(at(other, good("/")), 502, "ERROR_CODE_SERVICE_UNREACHABLE");
        }
    }

    @Test
    void saysThatTheServiceCannotBeReached() throws Exception {
        backend.close();
        HttpResponse<String> answer = send(good("/"));
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsLargeBodiesBothWays(HttpClient.Version version) throws Exception {
        if (!version.name().startsWith("HTTP_3")) {
            String large = "0123456789abcdef".repeat(200_000);
            try (HttpClient any = client(World.ONE, version)) {
                HttpResponse<String> answer = any.send(
                        good("/")
                                .POST(HttpRequest.BodyPublishers.ofString(large))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.version()).isEqualTo(version);
                assertThat(answer.body().equals(large)).isTrue();
            }
        }
    }

    /// On HTTP/2 a request without a body has ended before it goes on.
    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void passesOnARequestWithoutBody(HttpClient.Version version) throws Exception {
        try (HttpClient any = client(World.ONE, version)) {
            HttpResponse<String> answer = any.send(good("/zonder").build(), BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(backend.seen.getFirst().head()).startsWith("GET /zonder HTTP/1.1\r\n");
        }
    }

    @Test
    void anAnswerBeforeTheUploadEndsReachesTheCaller() throws Exception {
        backend.behave((in, out, seen) -> {
            seen.add(new Backend.Seen(Backend.head(in), ""));
            out.write("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // As servers do: takes more, so that the answer is not lost in a reset connection.
            in.transferTo(OutputStream.nullOutputStream());
        });
        HttpResponse<String> answer = send(good("/").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[8 << 20])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("no");
    }

    @Test
    void aTargetThatDiesInItsAnswerBreaksTheAnswerOff() {
        backend.behave((in, out, seen) -> {
            seen.add(Backend.read(in));
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
        });
        assertThatThrownBy(() -> send(good("/"))).isInstanceOf(IOException.class);
    }

    @Test
    void writesDownTheContractOutsideFscThatADelegationStandsOn() throws Exception {
        String name = "delegation.connection.external_contract_reference";
        JsonObject reference = JsonObject.EMPTY.with("reference", "https://contracten.example/1");
        JsonObject properties = JsonObject.EMPTY.with("team", "a").with(name, reference);
        String with = World.ONE.token(World.with(
                World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)), properties));
        send(request("/")
                .header("Fsc-Authorization", "Bearer " + with)
                .header("Fsc-Transaction-Id", World.TRANSACTION));

        assertThat(log.records.getFirst().additional()).contains(JsonObject.EMPTY.with(name, reference));
    }

    @Test
    void otherPeersReachItOnAPortOfTheGroupOnly() throws Exception {
        // An address of this process alone, outside those of the other tests that need this port.
        long process = ProcessHandle.current().pid();
        String host = "127." + (192 + (process >> 8) % 62) + "." + process % 256 + ".1";
        InwayConfig onPort = World.inwayConfig(host, 8443, "https://" + host + ":8443", backend.uri());
        try (Inway reached = World.inway(network, log, onPort, World.Rules.NONE)) {
            assertThat(reached.port()).isEqualTo(8443);
        }
        InwayConfig other = World.inwayConfig(host, 0, "https://" + host + ":9000", backend.uri());
        assertThatThrownBy(() -> World.inway(network, log, other, World.Rules.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9000");
    }
}
