// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import nl.ddas.logboek.model.TraceId;

/// Follows one trace from log to log, breadth first, over the addresses in the lines (READ-17). Each log is asked once,
/// and each line counts once.
public final class Volger {

    private final Bevraging bevraging;
    private final Adreswacht wacht;
    private final Volggrenzen grenzen;

    public Volger(Bevraging bevraging, Adreswacht wacht, Volggrenzen grenzen) {
        this.bevraging = bevraging;
        this.wacht = wacht;
        this.grenzen = grenzen;
    }

    private record Stap(String tekst, int stappen) {}

    /// @param begin read APIs to begin with
    public Traceverslag follow(TraceId trace, List<Leesadres> begin) {
        Tocht tocht = new Tocht(trace);
        begin.forEach(one -> tocht.queue(new Stap(one.toString(), 0)));
        return tocht.run();
    }

    private final class Tocht {
        private final TraceId trace;
        private final Queue<Stap> wachtend = new ArrayDeque<>();
        private final Set<String> gezien = new HashSet<>();
        private final List<Bezoek> bezoeken = new ArrayList<>();
        private final List<Gevonden> gevonden = new ArrayList<>();
        private final Set<Tracelijn> regels = new HashSet<>();
        private int gevraagd;
        private long bytes;

        Tocht(TraceId trace) {
            this.trace = trace;
        }

        void queue(Stap stap) {
            String known = Leesadres.of(stap.tekst()).map(Leesadres::toString).orElse(stap.tekst());
            // What is not asked is told, but not without end.
            if (gezien.size() < 10 * grenzen.logboeken() && gezien.add(known)) {
                wachtend.add(stap);
            }
        }

        Traceverslag run() {
            while (!wachtend.isEmpty()) {
                Stap stap = wachtend.remove();
                Optional<Leesadres> adres = Leesadres.of(stap.tekst());
                Toestand reason = adres.isEmpty() ? Toestand.GEEN_ADRES : within(stap);
                if (adres.isEmpty() || reason != Toestand.GELEZEN) {
                    note(stap, reason);
                } else {
                    switch (wacht.judge(adres.get(), stap.stappen() == 0)) {
                        case Adreswacht.Oordeel.Niet(Toestand toestand) -> note(stap, toestand);
                        case Adreswacht.Oordeel.Mag(var verbinding) -> {
                            gevraagd++;
                            take(stap, bevraging.ask(adres.get(), verbinding, trace, grenzen.bytes() - bytes));
                        }
                    }
                }
            }
            return Traceverslag.of(trace, bezoeken, gevonden);
        }

        private Toestand within(Stap stap) {
            if (stap.stappen() > grenzen.diepte()) {
                return Toestand.TE_VER;
            }
            boolean isFull =
                    gevraagd >= grenzen.logboeken() || regels.size() >= grenzen.regels() || bytes >= grenzen.bytes();
            return isFull ? Toestand.TE_VEEL : Toestand.GELEZEN;
        }

        private void note(Stap stap, Toestand toestand) {
            bezoeken.add(new Bezoek(stap.tekst(), Optional.empty(), stap.stappen(), toestand, 0, 0));
        }

        private void take(Stap stap, Bevraging.Antwoord antwoord) {
            bytes += antwoord.bytes();
            int logboek = bezoeken.size();
            int own = 0;
            int vreemd = 0;
            Toestand toestand = antwoord.toestand();
            for (Tracelijn regel : antwoord.regels()) {
                if (!regel.traceId().equals(trace)) {
                    vreemd++;
                } else if (regels.size() >= grenzen.regels()) {
                    toestand = Toestand.AFGEKAPT;
                } else if (regels.add(regel)) {
                    own++;
                    gevonden.add(new Gevonden(logboek, regel));
                    regel.leesadres().ifPresent(next -> queue(new Stap(next, stap.stappen() + 1)));
                }
            }
            bezoeken.add(new Bezoek(stap.tekst(), antwoord.organisatie(), stap.stappen(), toestand, own, vreemd));
        }
    }
}
