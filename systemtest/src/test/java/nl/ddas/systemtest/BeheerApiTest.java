// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The management interface of the Manager, as an operator calls it.
class BeheerApiTest extends ApiContract {

    private OneManager one;
    private ApiDocument document;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        one = new OneManager(folder);
        document = ApiDocument.read(
                one.manage("GET", "/v1/openapi.json", Headers.NONE, new byte[0]).body());
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
        return one.manage(method, path, headers, body);
    }

    @Override
    Optional<String> known(Operation operation, String parameter) throws IOException {
        return switch (operation.path()) {
            case "/services/{name}" -> {
                one.done(
                        OneManager.OPERATOR,
                        "PUT",
                        "/v1/services/proef",
                        "{\"endpoint\": \"https://127.0.0.1:8080\", \"enabled\": true}");
                yield Optional.of("proef");
            }
            case "/inways/{name}" -> registered("inways", RegistratieApiTest.INWAY);
            case "/outways/{name}", "/outways/{name}/renewals" -> registered("outways", RegistratieApiTest.OUTWAY);
            case "/contracts/{contentHash}", "/contracts/{contentHash}/signatures" -> Optional.of(contract());
            case String _ ->
                parameter.endsWith("eerId") ? Optional.of(one.peer.oin().value()) : value(parameter);
        };
    }

    private static Optional<String> value(String parameter) {
        return switch (parameter) {
            case "cursor" -> Optional.of("");
            case "state" -> Optional.of("PROPOSED");
            case "grantType" -> Optional.of("connection");
            case "after", "before" -> Optional.of("1790000000");
            case String _ -> Optional.empty();
        };
    }

    private Optional<String> registered(String kind, String json) throws IOException {
        one.done(OneManager.GATEWAY, "PUT", "/v1/" + kind + "/proef", json);
        return Optional.of("proef");
    }

    private String contract() throws IOException {
        String made = one.done(OneManager.OPERATOR, "POST", "/v1/contracts", OneManager.proposal());
        JsonNode contract = JsonMapper.shared().readTree(made);
        return contract.path("contentHash").asString();
    }

    @Override
    Map<String, String> fields() {
        String grants = JsonMapper.shared()
                .readTree(OneManager.proposal())
                .path("grants")
                .toString();
        return Map.of("grants", grants, "peerId", "\"" + one.peer.oin().value() + "\"", "type", "\"revoke\"");
    }
}
