// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The interface of the Manager for our own gateways, as a gateway calls it.
class RegistratieApiTest extends ApiContract {

    static final String INWAY = """
            {"address": "https://127.0.0.1:8443", "services": ["proef"],
             "certificateThumbprint": "%s"}
            """.formatted("A".repeat(43));

    static final String OUTWAY = """
            {"publicKeyThumbprint": "%s", "certificateThumbprint": "%s", "domainNames": ["outway.test"]}
            """.formatted("a".repeat(64), "A".repeat(43));

    private OneManager one;
    private ApiDocument document;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        one = new OneManager(folder);
        document = ApiDocument.read(one.register("GET", "/v1/openapi.json", Headers.NONE, new byte[0])
                .body());
        one.done(OneManager.GATEWAY, "PUT", "/v1/outways/proef", OUTWAY);
    }

    @AfterAll
    void end() {
        one.close();
    }

    @Override
    ApiDocument document() {
        return document;
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        return one.register(method, path, headers, body);
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return switch (parameter) {
            case "name", "outway", "serviceName" -> Optional.of("proef");
            case "grantHash" -> Optional.of("$1$3$" + "A".repeat(86));
            case "peerId" -> Optional.of(one.peer.oin().value());
            case String _ -> Optional.empty();
        };
    }

    @Override
    Map<String, String> fields() {
        return Map.of(
                "certificateThumbprint", "\"" + "A".repeat(43) + "\"",
                "publicKeyThumbprint", "\"" + "a".repeat(64) + "\"",
                "domainNames", "[\"outway.test\"]");
    }

    /// A route needs a contract between two Peers: `FscIntegrationTest`.
    @Override
    Set<String> withoutSuccess() {
        return Set.of("route");
    }
}
