// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FscHashTest {

    @TempDir
    private Path map;

    private static List<JsonObject> vectors(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(ReferenceFiles.find("data/" + file));
        JsonReading.Read read = (JsonReading.Read) JsonReading.of(bytes, StrictJson.LIMITS);
        return ((JsonArray) read.value())
                .items().stream().map(JsonObject.class::cast).toList();
    }

    private Loop hash(String inhoud, String... opties) throws IOException {
        Path bestand = Files.writeString(map.resolve("contract.json"), inhoud);
        return opties.length == 0
                ? Loop.van(map, "fsc", "hash", bestand.toString())
                : Loop.van(map, "fsc", "hash", bestand.toString(), opties[0]);
    }

    @Test
    void printsTheHashesOfEveryPublicVector() throws IOException {
        for (JsonObject vector : vectors("fsc_vectors_public.json")) {
            Loop loop = hash(vector.text("contract_content_raw").orElseThrow(), "--json");

            JsonObject expected = JsonObject.EMPTY
                    .with("contentHash", vector.text("content_hash").orElseThrow())
                    .with(
                            "grantHashes",
                            new JsonArray(vector.array("grant_hashes").orElseThrow()));
            assertThat(loop.uit().strip()).isEqualTo(new String(expected.toBytes(), StandardCharsets.UTF_8));
            assertThat(loop.uitgang()).isZero();
            assertThat(loop.fout()).isEmpty();
        }
    }

    @Test
    void printsThemForPeopleToo() throws IOException {
        JsonObject vector = vectors("fsc_vectors_public.json").getFirst();
        Loop loop = hash(vector.text("contract_content_raw").orElseThrow());

        assertThat(loop.uit())
                .contains(vector.text("content_hash").orElseThrow(), "Grant 1, publicatie van dienst parkeerrechten");
        assertThat(loop.uitgang()).isZero();
    }

    @Test
    void refusesEveryNegativeVectorWithAReason() throws IOException {
        for (JsonObject vector : vectors("fsc_vectors_negative.json")) {
            Loop loop = hash(vector.text("raw").orElseThrow(), "--json");

            assertThat(loop.uitgang()).isEqualTo(1);
            assertThat(loop.uit()).isEmpty();
            assertThat(loop.fout()).startsWith("ddas: ").contains("is geweigerd. ");
            BadInputTest.assertCalm(loop);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                  | Een contract is een JSON-object
            {"validity":        | contract.json is geweigerd. Dit is geen geldige JSON (regel 1, teken
            {}                  | /validity
            {}                  | Bij /validity: dit ontbreekt.
            {"fsc_version":1}   | Bij /fsc_version: verwacht is tekst
            {"validity":[]}     | Bij /validity: verwacht is een JSON-object
            {"contract_content":{}} | binnen contract_content
            """)
    void saysWhereContentIsWrong(String inhoud, String plaats) throws IOException {
        Loop loop = hash(inhoud);

        assertThat(loop.uitgang()).isEqualTo(1);
        assertThat(loop.fout()).contains(plaats).doesNotContain("expected", "missing");
    }

    @Test
    void helpNamesTheParts() {
        assertThat(Loop.van(map, "fsc").uit()).contains("Gebruik: ddas fsc", "hash");
        assertThat(Loop.van(map, "fsc", "hash").uitgang()).isEqualTo(2);
    }
}
