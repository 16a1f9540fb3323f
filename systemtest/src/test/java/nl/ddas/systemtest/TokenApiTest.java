// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a supplier has for tokens and public keys, as CBS calls it. Every call says that it takes problem+json; what
/// comes without that, clients of OAuth read.
class TokenApiTest extends ApiContract {

    private static final String GRANT = "grant_type=client_credentials";

    private Proefopstelling opstelling;
    private ApiDocument document;

    @BeforeAll
    void begin(@TempDir Path map) throws IOException {
        opstelling = new Proefopstelling(map);
        document = ApiDocument.read(opstelling.haal(opstelling.bron.poort(), described()));
    }

    @AfterAll
    void end() {
        opstelling.close();
    }

    @Override
    ApiDocument document() {
        return document;
    }

    @Override
    String described() {
        return "/oauth/openapi.json";
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        return raw(method, path, headers.with("Accept", "application/json, application/problem+json"), body);
    }

    private ApiAnswer raw(String method, String path, Headers headers, byte[] body) throws IOException {
        return ApiAnswer.of(opstelling.stuur(opstelling.cbs, opstelling.bron.poort(), method, path, headers, body));
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return Optional.empty();
    }

    @Override
    Optional<byte[]> body(Operation operation) {
        return kinds(operation).isEmpty() ? Optional.empty() : Optional.of(bytes(GRANT + "&scope=read"));
    }

    /// Forms that fit the document and forms that do not, answered as it says, in both forms of an error.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scope           | read                    | 200 |
            scope           | read_gegevens           | 200 |
            scope           | read read_gegevens      | 200 |
            scope           | write                   | 400 | invalid_scope
            grant_type      | authorization_code      | 400 | unsupported_grant_type
            grant_type      | ''                      | 400 | invalid_request
            client_id       | 00000099000000001000    | 200 |
            client_id       | 00000099000000002000    | 401 | invalid_client
            client_secret   | geheim                  | 401 | invalid_client
            client_assertion| a.b.c                   | 401 | invalid_client
            """)
    @Requirement({"adr/error-handling/invalid-input", "adr/error-handling/problem-details"})
    void formsAreAnsweredAsDescribed(String name, String value, int status, String error) throws IOException {
        Operation operation = document.operations().stream()
                .filter(one -> one.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        String field = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        byte[] form = bytes(name.equals("grant_type") ? field : GRANT + "&" + field);
        Headers headers = Headers.of("Content-Type", kinds(operation).getFirst());

        ApiAnswer described = send("POST", operation.path(), headers, form);
        ApiAnswer ofOauth = raw("POST", operation.path(), headers, form);

        assertThat(described.status()).as(described.text()).isEqualTo(status);
        assertThat(judge().faults(operation, described)).isEmpty();
        assertThat(ofOauth.status()).isEqualTo(status);
        if (status != 200) {
            JsonNode said = JsonMapper.shared().readTree(ofOauth.body());
            assertThat(said.path("error").asString()).isEqualTo(error);
            JsonNode schema = operation
                    .node()
                    .at("/responses/" + status + "/content")
                    .path(ofOauth.kind())
                    .path("schema");
            assertThat(ofOauth.kind()).isEqualTo("application/json");
            assertThat(document.faults(schema, ofOauth.text())).isEmpty();
        }
    }
}
