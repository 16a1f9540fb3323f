// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.logboek.model.Attributen;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Kernsleutel;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Waarde;

/// A line as the read extension writes it, as much of it as a reader may see.
final class Regeljson {

    private static final String FOUT = "exception.";

    /// What says whose data it was and why, and nothing of system, source or staff.
    private static final Set<String> VOOR_BETROKKENE = Set.of(
            Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel(),
            Kernsleutel.DATA_SUBJECT_ID.sleutel(),
            Kernsleutel.DATA_SUBJECT_ID_TYPE.sleutel());

    private Regeljson() {}

    static JsonObject write(Lezer lezer, Logregel regel) {
        return switch (lezer) {
            case Lezer.Eigen _ -> whole(regel, _ -> true, true);
            case Lezer.Ander _ -> whole(regel, key -> !key.startsWith(FOUT), false);
            case Lezer.Inzage _ -> base(regel).with("attributes", group(regel.attributes(), VOOR_BETROKKENE::contains));
        };
    }

    private static JsonObject whole(Logregel regel, Predicate<String> wanted, boolean isSystem) {
        JsonObject json = base(regel);
        if (regel.parentSpanId().isPresent()) {
            json = json.with("parentSpanId", regel.parentSpanId().get().hex());
        }
        if (isSystem && !regel.resource().attributes().alle().isEmpty()) {
            json = json.with(
                    "resource",
                    JsonObject.EMPTY.with("attributes", group(regel.resource().attributes(), _ -> true)));
        }
        return json.with("attributes", group(regel.attributes(), wanted));
    }

    private static JsonObject base(Logregel regel) {
        return JsonObject.EMPTY
                .with("traceId", regel.traceId().uuid().toString())
                .with("spanId", regel.spanId().hex())
                .with("status", regel.status().tekst())
                .with("name", regel.name())
                .with("startTime", regel.tijd().startMillis())
                .with("endTime", regel.tijd().eindMillis());
    }

    private static JsonObject group(Attributen attributen, Predicate<String> wanted) {
        return group(attributen.alle().stream()
                .filter(one -> wanted.test(one.sleutel()))
                .toList());
    }

    private static JsonObject group(List<Attribuut> attributen) {
        JsonObject json = JsonObject.EMPTY;
        for (Attribuut one : attributen) {
            json = json.with(one.sleutel(), value(one.waarde()));
        }
        return json;
    }

    private static JsonValue value(Waarde waarde) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> new JsonText(tekst);
            case Waarde.Geheel(long getal) -> JsonNumber.of(getal);
            case Waarde.Breuk(double getal) -> number(getal);
            case Waarde.Vlag(boolean waar) -> new JsonBool(waar);
            case Waarde.Bytes(var bytes) -> new JsonText(Base64.getEncoder().encodeToString(bytes.bytes()));
            case Waarde.Lijst(List<Waarde> waarden) ->
                new JsonArray(waarden.stream().map(Regeljson::value).toList());
            case Waarde.Groep(List<Attribuut> attributen) -> group(attributen);
            case Waarde.Leeg _ -> new JsonNull();
        };
    }

    /// What JSON has no number for is a text.
    private static JsonValue number(double getal) {
        return Double.isFinite(getal) ? new JsonNumber(Double.toString(getal)) : new JsonText(Double.toString(getal));
    }
}
