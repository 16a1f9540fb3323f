// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.util.List;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// Writes what a version says, with the names of the draft API and our own beside them.
final class Inhoudschrijver {

    private Inhoudschrijver() {}

    /// All of it, as it is stored: the same content gives the same bytes.
    static JsonObject whole(Inhoud inhoud) {
        JsonObject json = open(inhoud);
        Logwijze logging = inhoud.logging();
        if (logging.confidential()) {
            json = json.with("confidential", true);
        }
        return logging.confidentialUntil().isPresent()
                ? json.with(
                        "confidentialUntil", logging.confidentialUntil().get().toString())
                : json;
    }

    /// Without what may not be told to others (LDV-R7).
    static JsonObject open(Inhoud inhoud) {
        JsonObject json = JsonObject.EMPTY
                .with("name", inhoud.name())
                .with("purpose", inhoud.purpose())
                .with("legalBasis", words(inhoud.legalBasis()));
        json = text(json, "legalBasisComment", inhoud.legalBasisComment())
                .with("dataSubjects", words(inhoud.dataSubjects()))
                .with("personalData", personal(inhoud.personalData()))
                .with("processingOptions", words(inhoud.processingOptions()))
                .with(
                        "recipients",
                        array(inhoud.recipients().stream()
                                .map(Inhoudschrijver::recipient)
                                .toList()))
                .with(
                        "measures",
                        array(inhoud.measures().stream()
                                .map(Inhoudschrijver::measure)
                                .toList()))
                .with("detailLevel", inhoud.logging().detailLevel())
                .with("subjectLogging", subjects(inhoud.logging()));
        if (inhoud.logging().logRetentionPeriod().isPresent()) {
            json = json.with(
                    "logRetentionPeriod",
                    inhoud.logging().logRetentionPeriod().get().toString());
        }
        json = verband(json, inhoud.verband());
        return inhoud.ended() ? json.with("ended", true) : json;
    }

    private static JsonObject verband(JsonObject json, Verband verband) {
        JsonObject more = json;
        if (verband.controllerId().isPresent()) {
            more = more.with("controllerId", verband.controllerId().get().toString());
        }
        if (verband.parentId().isPresent()) {
            more = more.with("parentId", verband.parentId().get().toString());
        }
        return verband.externalRefs().isEmpty()
                ? more
                : more.with(
                        "externalRefs",
                        JsonArray.ofTexts(verband.externalRefs().stream()
                                .map(URI::toString)
                                .toList()));
    }

    private static JsonObject personal(Persoonsgegevens gegevens) {
        JsonObject json = JsonObject.EMPTY.with("categories", JsonArray.ofTexts(gegevens.categories()));
        return gegevens.retentionPeriod().isPresent()
                ? json.with("retentionPeriod", gegevens.retentionPeriod().get().toString())
                : json;
    }

    private static JsonObject recipient(Ontvanger ontvanger) {
        return JsonObject.EMPTY
                .with("legalRole", ontvanger.legalRole().woord())
                .with("entityId", ontvanger.entityId().toString());
    }

    private static JsonObject measure(Maatregel maatregel) {
        List<JsonObject> risks = maatregel.risks().stream()
                .map(risk -> JsonObject.EMPTY.with("assessment", risk.toString()))
                .toList();
        JsonObject json = JsonObject.EMPTY
                .with("measureType", maatregel.measureType().woord())
                .with("measure", maatregel.measure());
        return risks.isEmpty() ? json : json.with("risks", array(risks));
    }

    private static JsonObject subjects(Logwijze logging) {
        JsonObject json = JsonObject.EMPTY.with("mode", logging.subjectLogging().woord());
        json = text(json, "motivation", logging.motivation());
        return logging.dpia().isPresent()
                ? json.with("dpia", logging.dpia().get().toString())
                : json;
    }

    static JsonObject text(JsonObject json, String name, String text) {
        return text.isEmpty() ? json : json.with(name, text);
    }

    static JsonArray array(List<? extends JsonValue> items) {
        return new JsonArray(List.copyOf(items));
    }

    private static JsonArray words(List<? extends Begrip> words) {
        return JsonArray.ofTexts(words.stream().map(Begrip::woord).toList());
    }
}
