// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.SignatureType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens of a Manager whose organisation has rules of its own about them.
class TokenRulesTest {

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static volatile int status;
    private static volatile String answer = "";

    private static Network network;
    private static HttpServer pdp;
    private static Stage stage;
    private static ContractContent content;

    @BeforeAll
    static void start() throws IOException {
        network = Network.open();
        pdp = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 100_000, Duration.ofSeconds(10)),
                request -> {
                    ASKED.add(request.path() + " " + new String(request.body().readAllBytes(), StandardCharsets.UTF_8));
                    return Response.text(status, "application/json", answer);
                });
        URI address = URI.create("http://127.0.0.1:" + pdp.port());
        stage = new Stage(Signers.nobody(), Optional.of(new Pdp(address, Duration.ofSeconds(30))));
        content = Stage.content(Members.connection(B, A));
        assertThat(stage.peer(B).put(content, SignatureType.ACCEPT).verdict()).isEqualTo("201");
        assertThat(stage.manager.operations().accept(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
    }

    @AfterAll
    static void stop() {
        stage.close();
        pdp.close();
        network.close();
    }

    @BeforeEach
    void nothingAsked() {
        ASKED.clear();
    }

    private static Tester.Reply token(int says, String what) throws IOException {
        status = says;
        answer = what;
        return stage.peer(B).token(content.grantHashes().getFirst());
    }

    private static JsonObject claims(Tester.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        String payload = reply.json().text("access_token").orElseThrow().split("\\.")[1];
        return Tester.json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    @Test
    void whatTheDecisionPointAddsStandsInTheToken() throws IOException {
        Tester.Reply reply = token(200, "{\"decision\":true,\"context\":{\"add\":{\"doel\":\"proef\"}}}");
        assertThat(claims(reply).object("add")).contains(JsonObject.EMPTY.with("doel", "proef"));
        assertThat(ASKED)
                .singleElement()
                .asString()
                .startsWith("/access/v1/evaluation ")
                .contains(
                        B.value(), "parkeren", content.grantHashes().getFirst().value());
        assertThat(claims(token(200, "{\"decision\":true}")).object("add")).contains(JsonObject.EMPTY);
    }

    @Test
    void whomItRefusesGetsNoTokenAndDoesNotHearWhy() throws IOException {
        Tester.Reply reply = token(200, "{\"decision\":false,\"context\":{\"reason\":\"geheim\"}}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().text("error")).contains("unauthorized_client");
        assertThat(reply.text()).doesNotContain("geheim", "access_token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "500 | {\"decision\":true}",
                "200 | {}",
                "200 | {\"decision\":true,\"context\":{\"add\":\"tekst\"}}",
            })
    void withoutAnAnswerThereIsNoTokenNow(int says, String what) throws IOException {
        Tester.Reply reply = token(says, what);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().first("Retry-After")).isPresent();
        assertThat(reply.text()).doesNotContain("access_token", "\"error\"");
    }

    @Test
    void whatDoesNotFitInAHeaderIsNoAnswer() throws IOException {
        String large = "{\"decision\":true,\"context\":{\"add\":{\"a\":\"" + "x".repeat(9_000) + "\"}}}";
        assertThat(token(200, large).status()).isEqualTo(503);
    }

    @Test
    void isNotAskedAboutWhatTheContractDoesNotAllow() throws IOException {
        status = 200;
        answer = "{\"decision\":true}";
        ContractContent proposal = Stage.content(Members.connection(B, A));
        assertThat(stage.peer(B).submit(proposal).verdict()).isEqualTo("201");
        assertThat(stage.peer(B).token(proposal.grantHashes().getFirst()).status())
                .isEqualTo(400);
        assertThat(ASKED).isEmpty();
    }
}
