// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Exportantwoord;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoergroep;
import nl.ddas.logboek.model.Kernveld;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Schending;
import nl.ddas.logboek.model.Toetsuitslag;

/// What happens to lines that came in: judged, stored, and what is not stored kept apart, before the sender hears
/// anything (LDV-L3). Knows no network.
public final class Ontvangst {

    private final Regeltoets toets;
    private final Logregels regels;
    private final Quarantaine quarantaine;
    private final Logboekmeting meting;
    private final Clock clock;

    public Ontvangst(Regeltoets toets, Logregels regels, Quarantaine quarantaine, Logboekmeting meting, Clock clock) {
        this.toets = toets;
        this.regels = regels;
        this.quarantaine = quarantaine;
        this.meting = meting;
        this.clock = clock;
    }

    /// What the sender hears.
    public sealed interface Ontvangen {

        /// Every line is in the log, or kept apart.
        record Verwerkt(Exportantwoord antwoord) implements Ontvangen {}

        /// No room now; nothing was taken.
        record Vol() implements Ontvangen {}

        /// The lines that are right are in the log; of those that are wrong not all could be kept, so nothing may be
        /// confirmed. What was stored will be found there when it comes again.
        record QuarantaineVol() implements Ontvangen {}
    }

    /// A line, what was decided, and where it came from.
    private record Regel(Invoergroep groep, int plaats, Toetsuitslag uitslag) {}

    /// Takes in the lines of one body.
    ///
    /// @throws RuntimeException when the store fails: nothing may be confirmed, and the sender should send again
    public Ontvangen receive(Houder houder, Invoer.Gelezen invoer) {
        Instant now = clock.instant();
        List<Regel> all = new ArrayList<>(invoer.aantal());
        for (Invoergroep groep : invoer.groepen()) {
            List<Toetsuitslag> uitslagen = toets.judge(groep, now);
            for (int i = 0; i < uitslagen.size(); i++) {
                all.add(new Regel(groep, i, uitslagen.get(i)));
            }
        }
        return switch (Bewaarslag.add(regels, good(houder, all))) {
            case Bewaarslag.Uitslag.Vol _ -> new Ontvangen.Vol();
            case Bewaarslag.Uitslag.Gedaan(List<Optional<Opslag>> opslag) -> {
                List<Regel> decided = apart(all, opslag);
                meting.count(decided.stream().map(Regel::uitslag).toList(), opslag);
                yield kept(houder, now, decided)
                        ? new Ontvangen.Verwerkt(Exportantwoord.of(
                                decided.stream().map(Regel::uitslag).toList()))
                        : new Ontvangen.QuarantaineVol();
            }
        };
    }

    private boolean kept(Houder houder, Instant now, List<Regel> decided) {
        List<Apart> apart = decided.stream().flatMap(one -> apart(one).stream()).toList();
        return apart.isEmpty() || quarantaine.add(houder, now, apart) == Quarantaine.Plaatsing.BEWAARD;
    }

    private static List<Inboeking> good(Houder houder, List<Regel> all) {
        List<Inboeking> good = new ArrayList<>();
        for (Regel one : all) {
            if (one.uitslag() instanceof Toetsuitslag.Aangenomen aangenomen) {
                good.add(new Inboeking(houder, aangenomen.regel()));
            }
        }
        return good;
    }

    /// Lines whose ids were taken by another, or that the store cannot hold, are kept apart after all.
    private static List<Regel> apart(List<Regel> all, List<Optional<Opslag>> opslag) {
        List<Regel> decided = new ArrayList<>(all.size());
        int at = 0;
        for (Regel one : all) {
            boolean isGood = one.uitslag() instanceof Toetsuitslag.Aangenomen;
            decided.add(
                    isGood
                            ? opslag.get(at++)
                                    .map(done -> apart(one, done))
                                    .orElseGet(() -> apart(one, Regelcode.LINE_UNSTORABLE, Kernveld.ATTRIBUTES))
                            : one);
        }
        return decided;
    }

    private static Regel apart(Regel one, Opslag opslag) {
        return switch (opslag) {
            case NIEUW, HERHALING -> one;
            case CONFLICT -> apart(one, Regelcode.CONFLICT, Kernveld.SPAN_ID);
        };
    }

    private static Regel apart(Regel one, Regelcode code, Kernveld veld) {
        return new Regel(
                one.groep(),
                one.plaats(),
                new Toetsuitslag.Quarantaine(
                        one.groep().regels().get(one.plaats()), List.of(Schending.of(code, veld))));
    }

    private static List<Apart> apart(Regel one) {
        return switch (one.uitslag()) {
            case Toetsuitslag.Aangenomen _, Toetsuitslag.Genegeerd _ -> List.of();
            case Toetsuitslag.Quarantaine held -> List.of(apart(one, held.schendingen()));
            case Toetsuitslag.Geweigerd refused -> List.of(apart(one, refused.schendingen()));
        };
    }

    /// The line as it came, not as the judge may have changed it.
    private static Apart apart(Regel one, List<Schending> schendingen) {
        return Apart.of(one.groep(), one.groep().regels().get(one.plaats()), schendingen);
    }
}
