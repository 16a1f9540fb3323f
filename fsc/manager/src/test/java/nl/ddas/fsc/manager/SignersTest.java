// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.access.RemoteDecisionPoint;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Settings;
import nl.ddas.basis.SettingsFault;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.PeerIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignersTest {

    private static final Contract CONTRACT =
            Contract.of(Members.content("0199a1b2-0000-7000-8000-000000000001", Members.NOW, Members.connection(B, A)));

    @TempDir
    private Path folder;

    private Signers read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("manager.yaml"), yaml);
        return Signers.read(Settings.read("ddas-fsc-manager", file, Map.of()));
    }

    @Test
    void rulesAndADecisionPointExcludeEachOther() throws IOException {
        String pdp = "auto-sign-pdp: https://pdp.test\n";
        assertThat(read(pdp))
                .isEqualTo(new Signers.ByPdp(new Pdp(URI.create("https://pdp.test"), Duration.ofSeconds(2))));
        assertThatThrownBy(() -> read(pdp + "auto-sign:\n  - {decision: sign, most-grants: 1}\n"))
                .isInstanceOf(SettingsFault.class)
                .hasMessageContaining("auto-sign-pdp");
    }

    @Test
    void whatIsAskedDoesNotGoOverANetworkInTheClear() throws IOException {
        assertThat(read("auto-sign-pdp: http://127.0.0.1:8181\n")).isInstanceOf(Signers.ByPdp.class);
        assertThatThrownBy(() -> read("auto-sign-pdp: http://pdp.test:8181\n")).isInstanceOf(SettingsFault.class);
        assertThatThrownBy(() -> read("auto-sign-pdp: http://127.pdp.test:8181\n"))
                .isInstanceOf(SettingsFault.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "200 | {\"decision\":true}                                             | sign by the policy decision point",
                "200 | {\"decision\":false,\"context\":{\"reason\":\"te lang\"}}       | te lang",
                "200 | {\"decision\":false,\"context\":{\"reason\":\"te\\u0000lang\"}}  | te lang",
                "200 | {\"decision\":false}                                            | leave",
                "200 | {\"decision\":\"true\"}                                         | leave",
                "500 | {\"decision\":true}                                             | leave",
            })
    void theDecisionPointSeesTheWholeContractAndDecides(int status, String answer, String decision) {
        AtomicReference<String> asked = new AtomicReference<>("");
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 100_000, Duration.ofSeconds(10)),
                        request -> {
                            asked.set(request.path() + " "
                                    + new String(request.body().readAllBytes(), StandardCharsets.UTF_8));
                            return Response.of(status, Headers.NONE, answer.getBytes(StandardCharsets.UTF_8));
                        });
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
            URI base = URI.create("http://127.0.0.1:" + server.port() + "/");
            AutoSign pdp = new SignPdp(
                    new RemoteDecisionPoint(client, base, Duration.ofSeconds(30)),
                    Clock.fixed(Members.NOW, ZoneOffset.UTC));
            AutoSign.Proposal proposal = new AutoSign.Proposal(CONTRACT, new PeerIdentity(B, "Peer B"), A);
            assertThat(text(pdp.decide(proposal))).isEqualTo(decision);
        }
        assertThat(asked.get()).startsWith("/access/v1/evaluation ");
        JsonObject question = Tester.json(asked.get().substring(22));
        assertThat(question.object("resource")
                        .flatMap(resource -> resource.object("properties"))
                        .flatMap(properties -> properties.object("content")))
                .contains(CONTRACT.content().tree());
    }

    private static String text(AutoSign.Decision decision) {
        return switch (decision) {
            case AutoSign.Decision.Sign(String by) -> "sign by " + by;
            case AutoSign.Decision.Leave() -> "leave";
            case AutoSign.Decision.Refuse(String reason) -> reason;
        };
    }
}
