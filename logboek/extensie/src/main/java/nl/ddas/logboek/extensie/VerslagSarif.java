// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Regeluitkomst.Uitkomst;

/// The report in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), for editors and code platforms.
/// Rules that passed or do not apply are results too, of kind `pass` and `notApplicable` (3.27.9), so that the report
/// shows that all rules were held against the file.
public final class VerslagSarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private VerslagSarif() {}

    /// The whole document.
    public static JsonObject of(Verslag verslag) {
        JsonObject driver = JsonObject.EMPTY
                .with("name", "ddas ldv extensie controleer")
                .with("informationUri", "https://logius-standaarden.github.io/logboek-extensie-template/")
                .with("rules", array(Regels.ALLE.stream().map(VerslagSarif::rule)));
        JsonObject run = JsonObject.EMPTY
                .with("tool", JsonObject.EMPTY.with("driver", driver))
                .with("language", "nl")
                .with("results", array(verslag.bestanden().stream().flatMap(VerslagSarif::results)));
        return JsonObject.EMPTY.with("$schema", SCHEMA).with("version", "2.1.0").with("runs", array(Stream.of(run)));
    }

    private static JsonArray array(Stream<JsonObject> items) {
        return new JsonArray(items.map(JsonValue.class::cast).toList());
    }

    private static JsonObject rule(Regel regel) {
        return JsonObject.EMPTY
                .with("id", regel.id())
                .with("shortDescription", text(regel.eis()))
                .with("help", text("Bron: " + regel.bron() + "."));
    }

    private static Stream<JsonObject> results(Bestandsverslag verslag) {
        Stream<JsonObject> gevonden = verslag.bevindingen().stream().map(bevinding -> JsonObject.EMPTY
                .with("ruleId", bevinding.regel())
                .with("kind", "fail")
                .with("level", level(bevinding.niveau()))
                .with("message", text(bevinding.melding()))
                .with("locations", array(Stream.of(location(verslag, bevinding)))));
        Stream<JsonObject> verder = verslag.uitkomsten().stream()
                .filter(regel -> regel.uitkomst() != Uitkomst.GEZAKT)
                .map(regel -> JsonObject.EMPTY
                        .with("ruleId", regel.regel().id())
                        .with("kind", regel.uitkomst() == Uitkomst.GESLAAGD ? "pass" : "notApplicable")
                        .with("level", "none")
                        .with(
                                "message",
                                text(regel.reden().isEmpty() ? regel.regel().eis() : regel.reden()))
                        .with("locations", array(Stream.of(file(verslag, JsonObject.EMPTY)))));
        return Stream.concat(gevonden, verder);
    }

    private static String level(Niveau niveau) {
        return switch (niveau) {
            case FOUT -> "error";
            case WAARSCHUWING -> "warning";
            case INFORMATIEF -> "note";
        };
    }

    private static JsonObject location(Bestandsverslag verslag, Bevinding bevinding) {
        JsonObject region = bevinding.plek().equals(Plek.GEEN)
                ? JsonObject.EMPTY
                : JsonObject.EMPTY
                        .with("startLine", bevinding.plek().regel())
                        .with("startColumn", bevinding.plek().teken());
        JsonObject logical = JsonObject.EMPTY.with("fullyQualifiedName", bevinding.pointer());
        return file(verslag, region).with("logicalLocations", array(List.of(logical).stream()));
    }

    private static JsonObject file(Bestandsverslag verslag, JsonObject region) {
        JsonObject physical =
                JsonObject.EMPTY.with("artifactLocation", JsonObject.EMPTY.with("uri", uri(verslag.bestand())));
        return JsonObject.EMPTY.with(
                "physicalLocation", region.members().isEmpty() ? physical : physical.with("region", region));
    }

    /// The name of the file as a relative reference (RFC 3986), with blanks and the like escaped.
    private static String uri(String bestand) {
        try {
            return new URI(null, null, bestand, null).getRawPath();
        } catch (URISyntaxException odd) {
            return "definitie";
        }
    }

    private static JsonObject text(String tekst) {
        return JsonObject.EMPTY.with("text", tekst);
    }
}
