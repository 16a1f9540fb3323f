// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;

/// What a caller gets to see of the register, by what it may.
///
/// @param kop address of the register
/// @param now moment of asking
record Weergave(Registerdocument kop, Set<Recht> rechten, Instant now) {

    /// `ProcessingActivity` of the draft API, with its URI and name besides.
    JsonObject activity(Activiteit activiteit) {
        JsonObject json = JsonObject.EMPTY
                .with("id", activiteit.id().toString())
                .with("uri", kop.uri(activiteit.id()).toString())
                .with("active", activiteit.isActive(now));
        Optional<Versie> valid = activiteit.at(now);
        if (valid.isPresent()) {
            json = json.with("latestVersion", valid.get().nummer());
        }
        json = json.with(
                "name", valid.or(activiteit::last).orElseThrow().inhoud().name());
        return activiteit.supersedes().isPresent()
                ? json.with("supersedes", activiteit.supersedes().get().toString())
                : json;
    }

    /// `ProcessingActivityVersion` of the draft API, with our own members besides.
    JsonObject version(Versie versie) {
        JsonObject own = JsonObject.EMPTY
                .with("version", versie.nummer())
                .with("validFrom", versie.validFrom().toString());
        return Documentschrijver.joined(
                own,
                rechten.contains(Recht.VERTROUWELIJK)
                        ? Inhoudschrijver.whole(versie.inhoud())
                        : Inhoudschrijver.open(versie.inhoud()));
    }

    /// `Entity` of the draft API.
    JsonObject entity(Entiteit entiteit) {
        return rechten.contains(Recht.PARTIJEN) ? Entiteitvorm.whole(entiteit) : Entiteitvorm.open(entiteit);
    }

    /// The whole register as a document.
    JsonObject document(Registerdocument document) {
        return Documentschrijver.write(
                document, rechten.contains(Recht.VERTROUWELIJK), rechten.contains(Recht.PARTIJEN), false);
    }
}
