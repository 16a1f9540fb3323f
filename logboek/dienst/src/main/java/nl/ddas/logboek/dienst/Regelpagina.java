// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Logregel;

/// Lines that were found.
///
/// @param volgende where the next page begins, when there is more
public record Regelpagina(List<Logregel> regels, Optional<Zoekvraag.Plaats> volgende) {

    /// Begin first; ids decide between lines of the same nanosecond, as unsigned numbers, which is how PostgreSQL
    /// sorts a UUID. Spans are signed numbers there.
    static final Comparator<Zoekvraag.Plaats> VOLGORDE = Comparator.comparingLong(Zoekvraag.Plaats::startNanos)
            .thenComparing(Zoekvraag.Plaats::traceHoog, Long::compareUnsigned)
            .thenComparing(Zoekvraag.Plaats::traceLaag, Long::compareUnsigned)
            .thenComparingLong(Zoekvraag.Plaats::span);

    public Regelpagina {
        regels = List.copyOf(regels);
    }

    /// Cuts what was found to the size of a page.
    ///
    /// @param gevonden in order, one more than a page when there is more
    static Regelpagina of(List<Logregel> gevonden, int aantal) {
        boolean isMeer = gevonden.size() > aantal;
        List<Logregel> page = isMeer ? gevonden.subList(0, aantal) : gevonden;
        return new Regelpagina(page, isMeer ? Optional.of(place(page.getLast())) : Optional.empty());
    }

    static Zoekvraag.Plaats place(Logregel regel) {
        return Zoekvraag.Plaats.of(regel);
    }
}
