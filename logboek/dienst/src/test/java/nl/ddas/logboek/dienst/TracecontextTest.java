// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Handler;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.client.Aanroep;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two applications, one calling the other, that write to one log: one trace, whatever HTTP they speak.
class TracecontextTest {

    private static final URI BELLER = URI.create("https://beller.voorbeeld.nl/");
    private static final Activiteit WERK =
            new Activiteit(URI.create("https://register.voorbeeld.nl/processing-activities/8"), false);

    @TempDir
    private Path map;

    private static Logboek logboek(Stand stand, String naam) {
        return Logboek.open(Instelling.of(stand.adres(), naam, "1", Pseudonimisering.hmac(new byte[32], "1")));
    }

    /// The application that is called: takes over the trace, and writes a line.
    private static Handler answering(Logboek logboek) {
        return request -> {
            try {
                logboek.execute(
                        Actie.of("Antwoorden", WERK).van(Aanroep.of(headers(request), Optional.of(BELLER))), _ -> {});
            } catch (Exception broken) {
                throw new IOException(broken);
            }
            return Response.text(200, "text/plain", "ok");
        };
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> all = new HashMap<>();
        request.headers()
                .lines()
                .forEach(line -> all.put(line.name(), request.headers().all(line.name())));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"LDV-A15", "LDV-A8", "LDV-A10"})
    void theTraceGoesOnFromOneApplicationToTheOther(HttpClient.Version version) throws Exception {
        Tls tls = Certificaten.in(map).of(Certificaten.SERVER);
        GeheugenLogregels regels = new GeheugenLogregels(new SecureRandom());
        try (Stand stand = new Stand(regels, Optional.of(LogregelsContract.CBS));
                Network network = Network.open();
                Logboek beller = logboek(stand, "beller");
                Logboek gebelde = logboek(stand, "gebelde");
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 1 << 20, Duration.ofMinutes(1)),
                        answering(gebelde));
                HttpClient client = HttpClient.newBuilder()
                        .version(version)
                        .sslContext(Certificaten.context(tls))
                        .build()) {
            URI uri = URI.create("https://127.0.0.1:" + server.port() + "/");
            beller.execute(Actie.of("Opvragen", WERK), actie -> {
                HttpResponse<String> answer = client.send(
                        actie.headers(HttpRequest.newBuilder(uri)).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.version()).isEqualTo(version);
            });

            List<Logregel> lines = regels.search(LogregelsContract.CBS, LogregelsContract.ALLES)
                    .regels();
            assertThat(lines).extracting(Logregel::name).containsExactlyInAnyOrder("Opvragen", "Antwoorden");
            Logregel caller = named(lines, "Opvragen");
            Logregel called = named(lines, "Antwoorden");
            assertThat(called.traceId()).isEqualTo(caller.traceId());
            assertThat(called.parentSpanId()).hasValue(caller.spanId());
            assertThat(called.attributes().text("dpl.core.foreign_operation.processor"))
                    .hasValue(BELLER.toString());
        }
    }

    private static Logregel named(List<Logregel> lines, String name) {
        return lines.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
