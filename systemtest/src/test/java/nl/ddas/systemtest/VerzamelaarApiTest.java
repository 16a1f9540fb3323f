// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The API of the collector, as a supplier calls it about a delivery that was collected.
class VerzamelaarApiTest extends ApiContract {

    private Proefopstelling opstelling;
    private ApiDocument document;
    private String verslag;

    @BeforeAll
    void begin(@TempDir Path map) throws Exception {
        Proefopstelling.bron(map, 11, 30);
        opstelling = new Proefopstelling(map);
        opstelling.lever();
        verslag = opstelling.database.jdbi("verzamelaar").withHandle(db -> db.createQuery(
                        "SELECT verslag FROM ophaling")
                .mapTo(String.class)
                .one());
        document = ApiDocument.read(opstelling.haal(opstelling.verzamelaar.poort(), "/v1/openapi.json"));
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
        return ApiAnswer.of(
                opstelling.stuur(opstelling.leverancier, opstelling.verzamelaar.poort(), method, path, headers, body));
    }

    @Override
    Optional<String> known(Operation operation, String parameter) {
        return Optional.of(verslag);
    }

    @Override
    Headers signed(byte[] body) {
        return Proefopstelling.handtekening(opstelling.leverancier, body);
    }
}
