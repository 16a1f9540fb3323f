// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The API of a supplier, as CBS calls it.
class BronApiTest extends ApiContract {

    private Proefopstelling opstelling;
    private ApiDocument document;

    @BeforeAll
    void begin(@TempDir Path map) throws IOException {
        Proefopstelling.bron(map, 11, 30);
        opstelling = new Proefopstelling(map);
        opstelling.bron.ververs();
        document = ApiDocument.read(opstelling.haal(opstelling.bron.poort(), "/v1/openapi.json"));
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
    ApiAnswer send(String method, String path, Headers headers, byte[] body) throws IOException {
        return ApiAnswer.of(opstelling.stuur(opstelling.cbs, opstelling.bron.poort(), method, path, headers, body));
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return Optional.empty();
    }

    @Override
    Map<String, String> fields() {
        Aanleverperiode periode = Proefopstelling.periode();
        return Map.of(
                "aanleverperiodeStartdatum", "\"" + periode.start() + "\"",
                "aanleverperiodeEinddatum", "\"" + periode.eind() + "\"",
                "id", "\"verslag-van-de-proef\"");
    }

    @Override
    Headers signed(byte[] body) {
        return Proefopstelling.handtekening(opstelling.cbs, body);
    }
}
