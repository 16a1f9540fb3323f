// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.logboek.model.Kernsleutel;

/// Who may ask what (READ-10, READ-11). Only the question counts, never what is in the log.
final class Leesregels {

    private Leesregels() {}

    /// Why the question may not be asked, in Dutch; empty when it may.
    static Optional<String> refusal(Lezer lezer, Leesvraag vraag) {
        return switch (lezer) {
            case Lezer.Eigen eigen ->
                Stream.of(
                                lacks(eigen, Leesrecht.TRACE, vraag.trace().isPresent(), "op traceId"),
                                lacks(
                                        eigen,
                                        Leesrecht.ACTIVITY,
                                        vraag.activiteit().isPresent(),
                                        "op activiteit"),
                                lacks(
                                        eigen,
                                        Leesrecht.SUBJECT,
                                        vraag.betrokkene().isPresent(),
                                        "op betrokkene"))
                        .flatMap(Optional::stream)
                        .findFirst();
            case Lezer.Ander _ ->
                vraag.trace().isPresent()
                                && vraag.activiteit().isEmpty()
                                && vraag.betrokkene().isEmpty()
                        ? Optional.empty()
                        : Optional.of("Een andere organisatie kan alleen op traceId zoeken, en niet op activiteit of"
                                + " betrokkene.");
            case Lezer.Inzage _ -> inzage(vraag);
        };
    }

    /// Whoever could ask by what is not shown to him, would learn it all the same.
    private static Optional<String> inzage(Leesvraag vraag) {
        if (vraag.betrokkene().isEmpty()) {
            return Optional.of("Voor inzage is steeds nodig over welke betrokkene het gaat: geef"
                    + " dpl.core.data_subject_id.");
        }
        boolean isShown = Set.of(Kernsleutel.DATA_SUBJECT_ID_TYPE.sleutel())
                .containsAll(vraag.attributen().keySet());
        return isShown
                ? Optional.empty()
                : Optional.of("Voor inzage kan alleen op betrokkene, activiteit, trace en periode worden gezocht.");
    }

    private static Optional<String> lacks(Lezer.Eigen lezer, Leesrecht recht, boolean isAsked, String how) {
        return isAsked && !lezer.rechten().contains(recht)
                ? Optional.of("Om " + how + " te zoeken is het recht " + recht.naam()
                        + " nodig. Vraag de beheerder van het logboek erom.")
                : Optional.empty();
    }
}
