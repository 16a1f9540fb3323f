// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import org.junit.jupiter.api.Test;

/// The JSON Schema for editors and the reader say the same of every definition (JSON is YAML).
class DefinitieschemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Bundled.text(Definitielezer.class, "ldv-extension-v1.schema.json"));

    /// Every name that the format has.
    private static final String VOL = """
            {"ldvExtension": 1, "guideline": "1.0.0", "name": "x", "title": "x", "namespace": "x",
             "namespace_reason": "x", "version": "1.0.0", "status": "concept", "language": "nl",
             "core": {"version": "1.0.0", "relaxes": ["x"], "overrides": ["x"]},
             "requires": [{"name": "x", "version": "1"}],
             "protocols": [{"name": "x", "relation": "adds", "compatibleWith": ["otlp"]}],
             "doc": {"meta": {"statusregel": "x", "reacties": "x", "licentie": "x", "redactie": ["x"]},
               "naam_en_beschrijving": "x",
               "doel_en_nut": {"doel": "x", "doelgroep": "x", "toepassingsgebieden": ["x"], "waarom_niet_core": "x"},
               "technische_specificatie": "x",
               "gebruiksscenarios": [{"title": "x", "text": "x", "lines": [{}]}],
               "beperkingen": ["x"],
               "versiebeheer": {"policy": "x", "changelog": [{"version": "1", "date": "x", "changes": ["x"]}]}},
             "terms_used": ["x"], "glossary": {"x": "x"},
             "references": [{"id": "x", "title": "x", "href": "x", "covers": ["x"]}],
             "attributes": [{"key": "x", "location": "x", "type": "x", "items": "x", "encoding": "x",
               "valueType": "uuid", "pattern": "x", "enum": ["x"], "reference": "none", "detailLevel": "1",
               "personal": "none", "required": "never", "exchange": "x", "same_as": "x", "tags": ["x"],
               "summary": "x", "description": "x", "examples": ["x"]}],
             "rules": [{"id": "x", "description": "x", "assert": "dpl.x.a present"}]}""";

    private static JsonObject full() {
        return JsonReading.of(VOL.getBytes(UTF_8)) instanceof JsonReading.Read(JsonObject vol) ? vol : JsonObject.EMPTY;
    }

    private static void agree(JsonObject definitie) {
        String json = new String(definitie.toBytes(), UTF_8);
        boolean reader = Definitielezer.read("proef", definitie.toBytes()).fouten().stream()
                .allMatch(fout -> fout.code().equals(Leesfout.VOORWAARDE));
        assertThat(SCHEMA.validate(json, InputFormat.JSON).isEmpty()).as(json).isEqualTo(reader);
    }

    @Test
    void agreeOnADefinitionWithEveryName() {
        assertThat(Definitielezer.read("proef", VOL.getBytes(UTF_8)).fouten()).isEmpty();
        assertThat(SCHEMA.validate(VOL, InputFormat.JSON)).isEmpty();
    }

    @Test
    void agreeOnOurOwnDefinition() {
        byte[] yaml = Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml");
        if (Yamllezer.read(yaml) instanceof Yamllezing.Gelezen(Knoop.Kaart kaart, List<Leesfout> _)) {
            assertThat(SCHEMA.validate(new String(Knoopjson.of(kaart).toBytes(), UTF_8), InputFormat.JSON))
                    .isEmpty();
        } else {
            throw new AssertionError("our own definition is no mapping");
        }
    }

    @Test
    void agreeOnEveryNodeThatIsOfAnotherKind() {
        List<JsonValue> anders = List.of(
                new JsonText("anders"),
                new JsonNull(),
                new JsonBool(true),
                new JsonArray(List.of()),
                new JsonArray(List.of(new JsonText("x"))),
                new JsonArray(List.of(JsonObject.EMPTY)),
                JsonObject.EMPTY,
                JsonObject.EMPTY.with("onzin", "x"));
        for (JsonValue ander : anders) {
            variants(full(), ander).forEach(variant -> agree((JsonObject) variant));
        }
    }

    @Test
    void agreeOnEveryNameThatDoesNotBelong() {
        List<JsonValue> varianten = added(full());
        assertThat(varianten).hasSizeGreaterThan(14);
        varianten.forEach(variant -> agree((JsonObject) variant));
    }

    /// The value with one of its nodes replaced, for each node below the top.
    private static List<JsonValue> variants(JsonValue waarde, JsonValue ander) {
        List<JsonValue> varianten = new ArrayList<>();
        switch (waarde) {
            case JsonObject object ->
                object.members().forEach((naam, lid) -> {
                    varianten.add(object.with(naam, ander));
                    variants(lid, ander).forEach(binnen -> varianten.add(object.with(naam, binnen)));
                });
            case JsonArray(List<JsonValue> items) ->
                items.forEach(item -> {
                    varianten.add(new JsonArray(List.of(ander)));
                    variants(item, ander).forEach(binnen -> varianten.add(new JsonArray(List.of(binnen))));
                });
            case JsonValue _ -> {}
        }
        return varianten;
    }

    /// The value with a strange name in one of its objects, for each object.
    private static List<JsonValue> added(JsonValue waarde) {
        List<JsonValue> varianten = new ArrayList<>();
        switch (waarde) {
            case JsonObject object -> {
                varianten.add(object.with("onzin", "x"));
                for (Map.Entry<String, JsonValue> lid : object.members().entrySet()) {
                    added(lid.getValue()).forEach(binnen -> varianten.add(object.with(lid.getKey(), binnen)));
                }
            }
            case JsonArray(List<JsonValue> items) ->
                items.forEach(item -> added(item).forEach(binnen -> varianten.add(new JsonArray(List.of(binnen)))));
            case JsonValue _ -> {}
        }
        return varianten;
    }
}
