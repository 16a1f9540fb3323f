// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.testkit.ReferenceFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Two independent implementations agree on these.
class VectorsTest {

    private static List<JsonObject> vectors(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(ReferenceFiles.find("data/" + file));
        JsonArray all = (JsonArray) ((JsonReading.Read) JsonReading.of(bytes, StrictJson.LIMITS)).value();
        return all.items().stream().map(JsonObject.class::cast).toList();
    }

    @TestFactory
    List<DynamicTest> hashesAreThoseOfTheVectors() throws IOException {
        List<JsonObject> vectors = vectors("fsc_vectors_public.json");
        assertThat(vectors).hasSize(20);
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(vector.text("id").orElseThrow(), () -> agrees(vector)))
                .toList();
    }

    private static void agrees(JsonObject vector) {
        byte[] raw = vector.text("contract_content_raw").orElseThrow().getBytes(StandardCharsets.UTF_8);
        StrictJson.Read read = (StrictJson.Read) StrictJson.read(raw);
        ContractContent content = Fixture.content(read.object());
        JsonObject diagnostics = vector.object("diagnostics").orElseThrow();

        assertThat(new String(Canonical.bytes(read.object()), StandardCharsets.UTF_8))
                .isEqualTo(diagnostics.text("canonical_content").orElseThrow());
        assertThat(content.hash().value()).isEqualTo(vector.text("content_hash").orElseThrow());
        assertThat(content.grantHashes())
                .extracting(GrantHash::value)
                .containsExactlyElementsOf(vector.array("grant_hashes").orElseThrow().stream()
                        .map(hash -> ((JsonText) hash).value())
                        .toList());
    }

    @TestFactory
    List<DynamicTest> badInputIsRefused() throws IOException {
        List<JsonObject> vectors = vectors("fsc_vectors_negative.json");
        assertThat(vectors).hasSize(10);
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.text("id").orElseThrow() + " "
                                + vector.text("why").orElseThrow(),
                        () -> assertThat(StrictJson.read(
                                        vector.text("raw").orElseThrow().getBytes(StandardCharsets.UTF_8)))
                                .isInstanceOf(StrictJson.Refused.class)))
                .toList();
    }

    @org.junit.jupiter.api.Test
    void unknownMembersAreHashedAndKept() {
        ContractContent plain = Fixture.connection();
        ContractContent more = Fixture.content(plain.tree().with("from_the_future", JsonObject.EMPTY));

        assertThat(more.hash()).isNotEqualTo(plain.hash());
        assertThat(more.tree().get("from_the_future")).contains((JsonValue) JsonObject.EMPTY);
    }
}
