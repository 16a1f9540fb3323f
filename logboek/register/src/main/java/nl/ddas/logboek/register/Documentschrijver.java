// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;

/// Writes a whole register as JSON; [Documentlezer] reads it back.
public final class Documentschrijver {

    private Documentschrijver() {}

    /// Everything: also what is confidential, drafts, and contact data.
    public static JsonObject whole(Registerdocument document) {
        return write(document, true);
    }

    /// What everybody may know (LDV-R7, LDV-R9).
    static JsonObject open(Registerdocument document) {
        return write(document, false);
    }

    private static JsonObject write(Registerdocument document, boolean isWhole) {
        return JsonObject.EMPTY
                .with("ldvRegister", 1)
                .with("base", document.base().toString())
                .with("title", document.title())
                .with(
                        "entities",
                        Inhoudschrijver.array(document.entiteiten().stream()
                                .filter(one -> isWhole || !one.isPerson())
                                .map(one -> isWhole ? Entiteitvorm.whole(one) : Entiteitvorm.open(one))
                                .toList()))
                .with(
                        "activities",
                        Inhoudschrijver.array(document.activiteiten().stream()
                                .filter(one -> isWhole || !one.versies().isEmpty())
                                .map(one -> activity(one, isWhole))
                                .toList()));
    }

    private static JsonObject activity(Activiteit activiteit, boolean isWhole) {
        JsonObject json = JsonObject.EMPTY.with("id", activiteit.id().toString());
        if (activiteit.supersedes().isPresent()) {
            json = json.with("supersedes", activiteit.supersedes().get().toString());
        }
        List<JsonObject> versies = new ArrayList<>();
        for (Versie versie : activiteit.versies()) {
            JsonObject from = JsonObject.EMPTY.with("validFrom", versie.validFrom().toString());
            versies.add(joined(from, content(versie.inhoud(), isWhole)));
        }
        if (isWhole) {
            activiteit.concept().ifPresent(one ->
                    versies.add(joined(JsonObject.EMPTY.with("draft", true), Inhoudschrijver.whole(one))));
        }
        return json.with("versions", Inhoudschrijver.array(versies));
    }

    private static JsonObject content(Inhoud inhoud, boolean isWhole) {
        return isWhole ? Inhoudschrijver.whole(inhoud) : Inhoudschrijver.open(inhoud);
    }

    /// The members of both, in this order.
    static JsonObject joined(JsonObject first, JsonObject second) {
        JsonObject both = first;
        for (var member : second.members().entrySet()) {
            both = both.with(member.getKey(), member.getValue());
        }
        return both;
    }
}
