// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.access.Evaluation;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Oin;

/// The question that is asked for each page: may this organisation collect.
///
/// @param organisatie who gets the data
/// @param door who asks for it, when that is another
/// @param van first day of the period that is asked for
/// @param tot last day of it
/// @param transactie number under which a gateway knows the request
/// @param moment when it is asked
public record Toegangsvraag(
        Oin organisatie,
        Optional<Oin> door,
        LocalDate van,
        LocalDate tot,
        Optional<String> transactie,
        Instant moment) {

    static final String ORGANISATIE = "Organisatie";
    static final String OPHALEN = "ophalen";
    static final String GEGEVENSSET = "Gegevensset";
    static final String SCHULDHULPVERLENING = "schuldhulpverlening";
    static final String TIJD = "time";

    /// The question in the form of the standard.
    public Evaluation vraag() {
        JsonObject periode = JsonObject.EMPTY.with("van", van.toString()).with("tot", tot.toString());
        JsonObject context = JsonObject.EMPTY.with(TIJD, moment.toString());
        return new Evaluation(
                new Evaluation.Entity(
                        ORGANISATIE,
                        organisatie.value(),
                        door.map(oin -> JsonObject.EMPTY.with("door", oin.value()))
                                .orElse(JsonObject.EMPTY)),
                new Evaluation.Action(OPHALEN),
                new Evaluation.Entity(GEGEVENSSET, SCHULDHULPVERLENING, periode),
                transactie.map(id -> context.with("fscTransactionId", id)).orElse(context));
    }
}
