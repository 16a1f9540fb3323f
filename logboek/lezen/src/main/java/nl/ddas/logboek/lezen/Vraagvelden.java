// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Nearest;
import nl.ddas.basis.Problem;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.model.Bsnwacht;
import nl.ddas.logboek.model.TraceId;

/// The members of a question one by one, and what is wrong with them.
final class Vraagvelden {

    private static final int LANGST = 4096;
    private static final int NAAM = 100;
    /// Until the year 5138: what is larger was not in milliseconds.
    private static final long LAATSTE = 100_000_000_000_000L;

    private final JsonObject body;
    private final List<Problem.Fault> faults = new ArrayList<>();

    Vraagvelden(JsonObject body) {
        this.body = body;
    }

    List<Problem.Fault> faults() {
        return faults;
    }

    /// @param name empty for the whole
    void fault(String name, String detail) {
        faults.add(new Problem.Fault(name.isEmpty() ? "" : "/" + escaped(name), detail));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// A name may hold what should have been a value, so it is not always repeated.
    void onlyKnown(Set<String> own, Set<String> keys) {
        for (String name : body.members().keySet()) {
            if (!own.contains(name) && !keys.contains(name)) {
                boolean isShown = name.length() <= NAAM && !Bsnwacht.isVerdacht(name);
                fault(isShown ? name : "", "Deze naam is hier niet bekend." + hint(name, own, keys));
            }
        }
    }

    private static String hint(String name, Set<String> own, Set<String> keys) {
        return Nearest.to(name, own)
                .or(() -> Nearest.to(name, keys))
                .map(near -> " Bedoelt u " + near + "?")
                .orElse(" Zie openapi.json voor de namen die wel kunnen.");
    }

    Optional<TraceId> trace(String name) {
        Optional<String> text = text(name);
        Optional<TraceId> trace = text.flatMap(Tracecode::parse);
        if (text.isPresent() && trace.isEmpty()) {
            fault(name, "Verwacht: 32 hexadecimale cijfers, of een UUID; niet alleen nullen.");
        }
        return trace;
    }

    /// Milliseconds since the epoch.
    Optional<Long> moment(String name) {
        Optional<JsonValue> value = body.get(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonText) {
            fault(
                    name,
                    "Verwacht: een geheel getal, milliseconden sinds 1 januari 1970 (UTC), en geen tekst met een datum.");
            return Optional.empty();
        }
        Optional<Long> whole = value.get() instanceof JsonNumber number ? number.whole() : Optional.empty();
        if (whole.filter(one -> one >= 0).isEmpty()) {
            fault(name, "Verwacht: een geheel getal van 0 of meer, milliseconden sinds 1 januari 1970 (UTC).");
            return Optional.empty();
        }
        if (whole.get() > LAATSTE) {
            fault(name, "Verwacht: milliseconden; dit getal is zo groot dat het micro- of nanoseconden lijken.");
            return Optional.empty();
        }
        return whole;
    }

    Optional<Integer> size(String name, int most) {
        Optional<JsonValue> value = body.get(name);
        Optional<Integer> size = value.flatMap(
                        one -> one instanceof JsonNumber number ? number.whole() : Optional.empty())
                .filter(one -> one >= 1 && one <= most)
                .map(Math::toIntExact);
        if (value.isPresent() && size.isEmpty()) {
            fault(name, "Verwacht: een geheel getal van 1 tot en met " + most + ".");
        }
        return size;
    }

    Optional<Zoekvraag.Plaats> token(String name, Bladwijzer bladwijzer) {
        Optional<String> text = text(name);
        Optional<Zoekvraag.Plaats> plaats = text.flatMap(bladwijzer::read);
        if (text.isPresent() && plaats.isEmpty()) {
            fault(name, "Verwacht: nextPageToken uit het vorige antwoord, onveranderd.");
        }
        return plaats;
    }

    Optional<String> text(String name) {
        Optional<JsonValue> value = body.get(name);
        Optional<String> text = body.text(name).filter(one -> !one.isBlank() && one.length() <= LANGST);
        if (value.isPresent() && text.isEmpty()) {
            fault(name, "Verwacht: een tekst van 1 tot en met " + LANGST + " tekens.");
        }
        return text;
    }
}
