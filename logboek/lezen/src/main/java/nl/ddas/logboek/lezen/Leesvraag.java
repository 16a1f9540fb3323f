// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nl.ddas.logboek.dienst.Leeszicht;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.model.Waarde;

/// What is asked of a log; all of it must hold. A BSN is a pseudonym here already.
///
/// @param attributen what other attributes must be, by key in the order of the keys
/// @param vanaf milliseconds since the epoch; the action began then or later
/// @param tot milliseconds since the epoch; the action began before
/// @param na where the page before ended
/// @param aantal lines on a page
record Leesvraag(
        Optional<TraceId> trace,
        Optional<String> activiteit,
        Optional<String> betrokkene,
        SequencedMap<String, String> attributen,
        long vanaf,
        long tot,
        Optional<Zoekvraag.Plaats> na,
        int aantal) {

    /// What the store is asked for.
    Zoekvraag zoekvraag(Optional<Zoekvraag.Plaats> vanaf, int regels, Optional<Leeszicht> zicht) {
        return new Zoekvraag(trace, activiteit, betrokkene, this.vanaf, tot, vanaf, regels, zicht);
    }

    /// Whether a line has the attributes that the store knows nothing of. One value of a list suffices.
    boolean fits(Logregel regel) {
        return attributen.entrySet().stream().allMatch(one -> regel.attributes()
                .find(one.getKey())
                .filter(waarde -> holds(waarde, one.getValue()))
                .isPresent());
    }

    private static boolean holds(Waarde waarde, String wanted) {
        return switch (waarde) {
            case Waarde.Tekst(String tekst) -> tekst.equals(wanted);
            case Waarde.Lijst(List<Waarde> waarden) -> waarden.stream().anyMatch(one -> holds(one, wanted));
            case Waarde.Geheel _, Waarde.Breuk _, Waarde.Vlag _, Waarde.Bytes _, Waarde.Groep _, Waarde.Leeg _ -> false;
        };
    }

    /// What tells questions apart in the record of reading; each page of one question has the same.
    List<String> delen() {
        List<String> parts = new ArrayList<>();
        parts.add(trace.map(TraceId::hex).orElse(""));
        parts.add(activiteit.orElse(""));
        parts.add(betrokkene.orElse(""));
        parts.add(vanaf + "-" + tot);
        attributen.forEach((key, value) -> {
            parts.add(key);
            parts.add(value);
        });
        return parts;
    }

    @Override
    public String toString() {
        return "Leesvraag[" + vanaf + " to " + tot + "]";
    }
}
