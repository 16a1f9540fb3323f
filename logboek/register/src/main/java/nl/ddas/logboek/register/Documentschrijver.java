// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// Writes a whole register as JSON; [Documentlezer] reads it back.
public final class Documentschrijver {

    private Documentschrijver() {}

    /// Everything: also what is confidential, drafts, and contact data.
    public static JsonObject whole(Registerdocument document) {
        return write(document, true, true, true);
    }

    /// As much as the reader may see (LDV-R7, LDV-R9).
    static JsonObject write(Registerdocument document, boolean isConfidential, boolean isContact, boolean isDrafts) {
        return JsonObject.EMPTY
                .with("ldvRegister", 1)
                .with("base", document.base().toString())
                .with("title", document.title())
                .with("entities", entities(document, isContact))
                .with(
                        "activities",
                        Inhoudschrijver.array(document.activiteiten().stream()
                                .filter(one -> isDrafts || !one.versies().isEmpty())
                                .map(one -> activity(isDrafts ? one : one.withoutConcept(), isConfidential))
                                .toList()));
    }

    /// A person without contact data would be a party without a name, which no reader takes; so its name says that.
    private static JsonArray entities(Registerdocument document, boolean isContact) {
        return Inhoudschrijver.array(document.entiteiten().stream()
                .map(one -> isContact ? Entiteitvorm.whole(one) : named(one))
                .toList());
    }

    private static JsonObject named(Entiteit entiteit) {
        JsonObject json = Entiteitvorm.open(entiteit);
        return entiteit.isPerson() ? json.with("name", "(afgeschermd)") : json;
    }

    private static JsonObject activity(Activiteit activiteit, boolean isConfidential) {
        JsonObject json = JsonObject.EMPTY.with("id", activiteit.id().toString());
        if (activiteit.supersedes().isPresent()) {
            json = json.with("supersedes", activiteit.supersedes().get().toString());
        }
        List<JsonObject> versies = new ArrayList<>();
        for (Versie versie : activiteit.versies()) {
            JsonObject from =
                    JsonObject.EMPTY.with("validFrom", versie.validFrom().toString());
            versies.add(joined(from, content(versie.inhoud(), isConfidential)));
        }
        activiteit
                .concept()
                .ifPresent(
                        one -> versies.add(joined(JsonObject.EMPTY.with("draft", true), content(one, isConfidential))));
        return json.with("versions", Inhoudschrijver.array(versies));
    }

    private static JsonObject content(Inhoud inhoud, boolean isConfidential) {
        return isConfidential ? Inhoudschrijver.whole(inhoud) : Inhoudschrijver.open(inhoud);
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
