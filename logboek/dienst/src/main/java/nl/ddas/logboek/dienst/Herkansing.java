// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoer;
import nl.ddas.logboek.model.Invoergroep;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsuitslag;

/// Judges lines in quarantine again, after what was wrong was mended: an extension was loaded, an activity came
/// into the register. Each line is a matter of its own: first it is in the log, durable, then it is noted here.
/// Killed in between, the next time finds it in the log and only notes it, so doing this twice does no harm.
public final class Herkansing {

    private static final int PAGINA = 500;

    private final Quarantainebeheer quarantaine;
    private final Logregels regels;
    private final Regeltoets toets;
    private final Grenzen grenzen;
    private final Clock clock;

    /// @param regels where lines go that are right now
    public Herkansing(Quarantainebeheer quarantaine, Logregels regels, Regeltoets toets, Grenzen grenzen, Clock clock) {
        this.quarantaine = quarantaine;
        this.regels = regels;
        this.toets = toets;
        this.grenzen = grenzen;
        this.clock = clock;
    }

    /// What became of a line.
    public enum Uitkomst {
        /// In the log now.
        OPGENOMEN,
        /// It was in the log already.
        STOND_ER_AL,
        /// Still wrong; its codes tell why.
        NOG_FOUT,
        /// Only its begin was kept: it can never be judged again.
        ONVOLLEDIG,
        /// The log had no room; try later.
        GEEN_RUIMTE
    }

    /// All lines that wait, oldest first.
    ///
    /// @return how many lines had which outcome
    /// @throws RuntimeException when the store fails; what was decided before that counts
    public Map<Uitkomst, Integer> run() {
        Map<Uitkomst, Integer> counts = new EnumMap<>(Uitkomst.class);
        long after = 0;
        for (List<Quarantaineregel> page = quarantaine.list(after, PAGINA);
                !page.isEmpty();
                page = quarantaine.list(after, PAGINA)) {
            for (Quarantaineregel one : page) {
                again(one).ifPresent(uitkomst -> counts.merge(uitkomst, 1, Integer::sum));
            }
            after = page.getLast().nummer();
        }
        return counts;
    }

    /// One line; nothing when it waits no more.
    Optional<Uitkomst> again(Quarantaineregel one) {
        if (one.isAfgekapt()) {
            return one.opgenomen().isPresent() ? Optional.empty() : Optional.of(Uitkomst.ONVOLLEDIG);
        }
        return quarantaine.inhoud(one.nummer()).map(inhoud -> again(one, inhoud));
    }

    private Uitkomst again(Quarantaineregel one, byte[] inhoud) {
        return switch (read(one, inhoud)) {
            case Invoer.Onleesbaar _ -> wrong(one, List.of(Regelcode.LINE_UNREADABLE.name()));
            case Invoer.Gelezen(List<Invoergroep> groepen) -> {
                List<Toetsuitslag> uitslagen = new ArrayList<>();
                groepen.forEach(groep -> uitslagen.addAll(toets.judge(groep, clock.instant())));
                yield uitslagen.size() == 1
                        ? decide(one, uitslagen.getFirst())
                        : wrong(one, List.of(Regelcode.LINE_UNREADABLE.name()));
            }
        };
    }

    private Invoer read(Quarantaineregel one, byte[] inhoud) {
        try {
            return one.vorm().read(new ByteArrayInputStream(inhoud), grenzen);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Uitkomst decide(Quarantaineregel one, Toetsuitslag uitslag) {
        return switch (uitslag) {
            case Toetsuitslag.Aangenomen goed -> store(one, new Inboeking(one.houder(), goed.regel()));
            case Toetsuitslag.Genegeerd _ -> wrong(one, List.of(Regelcode.NOT_LDV.name()));
            case Toetsuitslag.Quarantaine held -> wrong(one, Apart.codes(held.schendingen()));
            case Toetsuitslag.Geweigerd refused -> wrong(one, Apart.codes(refused.schendingen()));
        };
    }

    private Uitkomst store(Quarantaineregel one, Inboeking inboeking) {
        return switch (Bewaarslag.add(regels, List.of(inboeking))) {
            case Bewaarslag.Uitslag.Vol _ -> Uitkomst.GEEN_RUIMTE;
            case Bewaarslag.Uitslag.Gedaan(List<Optional<Opslag>> opslag) ->
                opslag.getFirst()
                        .map(done -> settle(one, done))
                        .orElseGet(() -> wrong(one, List.of(Regelcode.LINE_UNSTORABLE.name())));
        };
    }

    private Uitkomst settle(Quarantaineregel one, Opslag done) {
        return switch (done) {
            case NIEUW -> settled(one, Uitkomst.OPGENOMEN);
            case HERHALING -> settled(one, Uitkomst.STOND_ER_AL);
            case CONFLICT -> wrong(one, List.of(Regelcode.CONFLICT.name()));
        };
    }

    private Uitkomst settled(Quarantaineregel one, Uitkomst uitkomst) {
        quarantaine.takenUp(one.nummer(), clock.instant());
        return uitkomst;
    }

    private Uitkomst wrong(Quarantaineregel one, List<String> codes) {
        if (!codes.equals(one.codes())) {
            quarantaine.stillWrong(one.nummer(), codes);
        }
        return Uitkomst.NOG_FOUT;
    }
}
