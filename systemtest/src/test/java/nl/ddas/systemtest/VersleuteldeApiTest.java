// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The API of a supplier for encrypted messages, as CBS calls it.
class VersleuteldeApiTest extends ApiContract {

    private Proefopstelling opstelling;
    private ApiDocument document;

    @BeforeAll
    void begin(@TempDir Path map) throws IOException {
        Proefopstelling.bron(map, 11, 30);
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
}
