// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The API of a supplier for encrypted messages, as CBS calls it.
class VersleuteldeApiTest extends ApiContract {

    private Proefopstelling opstelling;
    private ApiDocument document;
    private String gemeente = "";

    @BeforeAll
    void begin(@TempDir Path map) throws IOException {
        Proefopstelling.bron(map, 11, 30);
        gemeente = Pattern.compile("\"\\(Statutaire\\) Naam\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(Files.readString(map.resolve("leveringen/levering.json")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        opstelling = new Proefopstelling(map);
        opstelling.bron.ververs();
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
        return "/seed-2024-07/openapi.json";
    }

    @Override
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        return ApiAnswer.of(opstelling.stuur(opstelling.cbs, opstelling.bron.poort(), method, path, headers, body));
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return Optional.empty();
    }

    @Override
    Optional<byte[]> body(Operation operation) throws IOException {
        return Optional.of(opstelling.versleuteld("{\"page\":1}".getBytes(StandardCharsets.UTF_8)));
    }

    /// What is asked stands inside the encryption, where no schema of the document reaches: so the parameters are asked
    /// here, as the text of July 2024 names them.
    @Test
    @Requirement({"adr/error-handling/invalid-input", "adr/error-handling/problem-details"})
    void theParametersInsideAreAnsweredAsDescribed() throws IOException {
        Aanleverperiode periode = Proefopstelling.periode();
        String start = "\"startdatum\":\"" + periode.start() + "\"";
        String eind = "\"einddatum\":\"" + periode.eind() + "\"";
        ask(
                200,
                "{}",
                "{" + start + "}",
                "{" + start + "," + eind + "}",
                "{" + start + "," + eind + ",\"gemeente\":\"" + gemeente + "\",\"page\":1,\"pageSize\":5}");
        ask(
                400,
                "[]",
                "{\"startdatum\":\"gisteren\"}",
                "{\"startdatum\":20260101}",
                "{\"einddatum\":\"2026-02-30\"}",
                "{\"gemeente\":[]}",
                "{\"page\":0}",
                "{\"page\":\"1\"}",
                "{\"pageSize\":-1}",
                "{" + start + "," + start.replace("startdatum", "aanleverperiodeStartdatum") + "}",
                "{\"plaats\":\"x\"}");
        ask(422, "{\"startdatum\":\"" + periode.eind() + "\",\"einddatum\":\"" + periode.start() + "\"}");
        ask(422, "{" + start + "," + eind + ",\"gemeente\":\"Nergenshuizen\"}");
    }

    private void ask(int status, String... questions) throws IOException {
        Operation operation = document.operations().stream()
                .filter(one -> one.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        for (String question : questions) {
            byte[] body = opstelling.versleuteld(question.getBytes(StandardCharsets.UTF_8));
            ApiAnswer answer = send(
                    operation.method(),
                    document.base() + operation.path(),
                    Headers.of("Content-Type", "application/jose", "Accept", "application/jose"),
                    body);
            assertThat(answer.status()).as(question).isEqualTo(status);
            assertThat(judge().faults(operation, answer)).as(question).isEmpty();
        }
    }
}
