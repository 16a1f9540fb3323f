// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.GeheugenActiviteiten;
import nl.ddas.logboek.register.Opslagbron;
import nl.ddas.logboek.register.Recht;
import nl.ddas.logboek.register.RegisterApi;
import nl.ddas.logboek.register.Registerdocument;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The read API of the register of activities, filled with that of DDAS, as who may see all asks it.
class ActiviteitenApiTest extends ApiContract {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Registerdocument register = Documentlezer.bundled();
    private final ServedApi served = new ServedApi(api());
    private ApiDocument document;

    /// The API over the register that comes with the program.
    static RegisterApi api() {
        Registerdocument register = Documentlezer.bundled();
        return new RegisterApi(
                "/v1",
                new Opslagbron(GeheugenActiviteiten.of(register), register),
                _ -> Optional.of(EnumSet.allOf(Recht.class)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// The document as it is served.
    static byte[] openapi() throws IOException {
        return ServedApi.openapi(api(), "/v1/openapi.json");
    }

    @BeforeAll
    void begin() throws IOException {
        document = served.document("/v1/openapi.json");
    }

    @AfterAll
    void end() {
        served.close();
    }

    @Override
    ApiDocument document() {
        return document;
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        return served.send(method, path, headers, body);
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        String activity = register.activiteiten().getFirst().id().toString();
        return switch (parameter) {
            case "processingActivityId", "parentId" -> Optional.of(activity);
            case "processingActivityVersionNumber" -> Optional.of("1");
            case "entityId" -> Optional.of(register.entiteiten().getFirst().id().toString());
            case "name" -> Optional.of("schuldhulp");
            case "at", "validAt" -> Optional.of("2026-06-01T00:00:00Z");
            case "pageToken" ->
                Optional.of(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(activity.getBytes(StandardCharsets.UTF_8)));
            default -> Optional.empty();
        };
    }
}
