// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.Test;

/// The Outway of B, towards a real Inway of A and a Manager that is played; the FSC test suite runs in `systemtest`.
class OutwayTest extends OutwayStage {

    @Test
    void passesOnARequestUnderAGrant() throws Exception {
        HttpResponse<String> answer = send(request("/a%2Fb/../c//d?x=%20&y")
                .header("Fsc-Authorization", "Bearer of-the-client")
                .POST(HttpRequest.BodyPublishers.ofString("lichaam")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("lichaam");
        Backend.Seen seen = backend.seen.getFirst();
        assertThat(seen.head()).startsWith("POST /a%2Fb/../c//d?x=%20&y HTTP/1.1\r\n");
        assertThat(seen.header("Fsc-Authorization")).startsWith("Bearer ey");
        assertThat(seen.header("Fsc-Grant-Hash")).isEmpty();
        assertThat(tokenRequests).hasSize(1);
        assertThat(tokenRequests.getFirst())
                .startsWith("/v1/token grant_type=client_credentials&scope=%241%243%24")
                .endsWith("&client_id=" + World.B);
    }

    @Test
    void findsTheGrantByTheNameThatTheClientCalls() throws Exception {
        HttpRequest byName = HttpRequest.newBuilder(URI.create("http://localhost:" + outway.port() + "/"))
                .build();
        assertThat(client.send(byName, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsThatThereIsNoContractOrNoToken() throws Exception {
        String unknown = "$1$3$" + "b".repeat(85) + "A";
        refused(send(request("/").setHeader("Fsc-Grant-Hash", unknown)), 400, "UNKNOWN_GRANT_HASH_IN_HEADER");
        refused(
                send(request("/").setHeader("Fsc-Grant-Hash", "$1$1$" + "a".repeat(85) + "A")),
                400,
                "UNKNOWN_GRANT_HASH_IN_HEADER");
        tokenStatus = 400;
        HttpResponse<String> answer = send(request("/"));
        refused(answer, 403, "ERROR_CODE_ACCESS_TOKEN_REFUSED");
        assertThat(answer.body()).contains("invalid_grant");
        assertThat(answer.headers().firstValue("Fsc-Transaction-Id")).isPresent();
        assertThat(log.records).isEmpty();
    }

    private HttpResponse<String> withoutGrant() throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + outway.port() + "/")));
    }

    @Test
    void namesTheGrantsThatCanBeUsedToWhoNamesNone() throws Exception {
        suggestions = route -> CompletableFuture.completedFuture(Collections.nCopies(12, route));
        HttpResponse<String> none = withoutGrant();
        refused(none, 400, "UNKNOWN_GRANT_HASH_IN_HEADER");
        assertThat(none.body())
                .contains("usable here now: " + World.GRANT + " (service " + World.SERVICE + " of " + World.A + ")")
                .contains("and 2 more");
        HttpResponse<String> unknown = send(request("/").setHeader("Fsc-Grant-Hash", "$1$3$" + "b".repeat(85) + "A"));
        refused(unknown, 400, "UNKNOWN_GRANT_HASH_IN_HEADER");
        assertThat(unknown.body()).contains("no valid contract", World.GRANT.value());
    }

    @Test
    void refusesAllTheSameWhenItDoesNotKnowWhatCanBeUsed() throws Exception {
        suggestions = route -> CompletableFuture.failedFuture(new IOException("away"));
        HttpResponse<String> answer = withoutGrant();
        refused(answer, 400, "UNKNOWN_GRANT_HASH_IN_HEADER");
        assertThat(answer.body()).doesNotContain("usable");
    }

    @Test
    void tellsThatTheInwayDoesNotAnswer() throws Exception {
        audience = URI.create("https://127.0.0.1:1");
        refused(send(request("/")), 502, "ERROR_CODE_INWAY_UNREACHABLE");
    }

    @Test
    void sendsNothingToAnInwayOfAnotherPeer() throws Exception {
        try (Listener other = manager(World.C);
                Outway lost = outwayTo(other.port())) {
            refused(at(lost, request("/")), 502, "ERROR_CODE_INWAY_UNREACHABLE");
            assertThat(tokenRequests).hasSize(1);
        }
    }

    @Test
    void theRecordIsThereBeforeTheServiceAnswers() throws Exception {
        HttpResponse<String> answer = whileTheServiceThinks(
                request("/"),
                () -> assertThat(log.records.getFirst().direction()).isEqualTo(LogRecord.Direction.OUTGOING));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void bothSidesAndTheClientHaveOneTransactionId() throws Exception {
        HttpResponse<String> answer = send(request("/"));
        String id = answer.headers().firstValue("Fsc-Transaction-Id").orElseThrow();

        assertThat(backend.seen.getFirst().header("Fsc-Transaction-Id")).isEqualTo(id);
        assertThat(log.records.getFirst().transaction().value()).isEqualTo(id);
        assertThat(inwayLog.records.getFirst().transaction().value()).isEqualTo(id);
        assertThat(answer.headers().allValues("Fsc-Transaction-Id")).hasSize(1);
    }

    @Test
    void takesAGoodTransactionIdOfTheClientAndRefusesABadOne() throws Exception {
        HttpResponse<String> good = send(request("/").header("Fsc-Transaction-Id", World.TRANSACTION));
        assertThat(good.headers().firstValue("Fsc-Transaction-Id")).contains(World.TRANSACTION);
        HttpResponse<String> bad = send(request("/").header("Fsc-Transaction-Id", "x"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.headers().firstValue("Fsc-Error-Code")).contains("INVALID_LOG_RECORD_ID");
    }

    @Test
    void writesDownOnWhoseBehalfItConnects() throws Exception {
        delegator = Optional.of(World.C);
        send(request("/"));
        assertThat(log.records.getFirst().sourceDelegator()).contains(World.C);
    }

    @Test
    void writesDownOnWhoseBehalfTheServiceIsOffered() throws Exception {
        publisher = Optional.of(World.D);
        send(request("/"));
        assertThat(log.records.getFirst().destinationDelegator()).contains(World.D);
    }

    @Test
    void sendsNothingWhenTheLogIsDownAndGoesOnWhenItIsBack() throws Exception {
        log.broken = true;
        HttpResponse<String> answer = send(request("/"));
        refused(answer, 500, "TRANSACTION_LOG_WRITE_ERROR");
        assertThat(answer.headers().firstValue("Fsc-Transaction-Id")).isPresent();

        log.broken = false;
        assertThat(send(request("/")).statusCode()).isEqualTo(200);
        assertThat(log.records).hasSize(1);
    }

    @Test
    void speaksHttp2ToTheInway() throws Exception {
        try (Outway newer = outway(manager.port(), World.CLOCK, Protocol.HTTP_2)) {
            HttpResponse<String> answer = at(newer, request("/").POST(HttpRequest.BodyPublishers.ofString("lichaam")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("lichaam");
            assertThat(inwayLog.records).hasSize(1);
        }
    }

    @Test
    void passesOnAndKeepsTheTrace() throws Exception {
        send(request("/").header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(log.records.getFirst().trace().orElseThrow().traceId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(backend.seen.getFirst().header("traceparent")).contains("b7ad6b7169203331");
    }

    @Test
    void sendsNothingThatTheRulesOfTheOrganisationForbid() throws Exception {
        decision = new Authorization.Decision.Denied("no");
        refused(send(request("/")), 403, "ERROR_CODE_ACCESS_DENIED");
        assertThat(log.records).isEmpty();
    }
}
