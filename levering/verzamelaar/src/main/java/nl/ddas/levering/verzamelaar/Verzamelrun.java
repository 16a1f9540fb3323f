// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import nl.ddas.basis.SealBroken;

/// Takes one row as far as it goes. Every state change is kept at once, so that a run that is killed goes on where it
/// was.
final class Verzamelrun {

    private final Boekhouding boek;
    private final Stappen stappen;
    private final Volharding volharding;
    private final Melder melder;
    private final ConcurrentMap<Long, ReentrantLock> sloten;

    /// The five steps.
    record Stappen(Stap ophalen, Stap toetsen, Stap versturen, Stap goedkeuren, Stap inlezen) {

        Stap na(Toestand toestand) {
            return switch (toestand) {
                case GEPLAND -> ophalen;
                case OPGEHAALD -> toetsen;
                case GETOETST -> versturen;
                case VERSTUURD -> goedkeuren;
                case GOEDGEKEURD -> inlezen;
                case INGELEZEN, ACHTERHAALD, AFGEKEURD, INGETROKKEN, VERVALLEN -> (rij, leverancier) -> rij;
            };
        }
    }

    /// @param sloten one for each row, shared by all runs of this process
    Verzamelrun(
            Boekhouding boek,
            Stappen stappen,
            Volharding volharding,
            Melder melder,
            ConcurrentMap<Long, ReentrantLock> sloten) {
        this.boek = boek;
        this.stappen = stappen;
        this.volharding = volharding;
        this.melder = melder;
        this.sloten = sloten;
    }

    static ConcurrentMap<Long, ReentrantLock> sloten() {
        return new ConcurrentHashMap<>();
    }

    /// @return the row as far as it came
    /// @throws InterruptedException when the run is stopped
    Ophaling ga(long id, Leverancier leverancier) throws InterruptedException {
        ReentrantLock slot = sloten.computeIfAbsent(id, nieuw -> new ReentrantLock());
        slot.lockInterruptibly();
        try {
            return verder(boek.lees(id), leverancier);
        } finally {
            slot.unlock();
        }
    }

    private Ophaling verder(Ophaling begin, Leverancier leverancier) throws InterruptedException {
        Ophaling rij = begin;
        boolean alOpnieuw = false;
        while (!rij.toestand().isEind()) {
            Ophaling volgende;
            try {
                volgende = stappen.na(rij.toestand()).zet(rij, leverancier);
            } catch (IOException stuk) {
                if (!isBewijsStuk(stuk) || alOpnieuw) {
                    return gestopt(
                            boek.mislukt(rij, volharding.mislukking(Reden.OPSLAG_STUK.code(), 1, Duration.ofHours(1))));
                }
                alOpnieuw = true;
                volgende = boek.opnieuw(rij);
            }
            if (volgende.mislukking().isPresent() || volgende.toestand() == rij.toestand()) {
                return gestopt(volgende);
            }
            melder.voortgang().toestand(leverancier.naam(), volgende.toestand());
            melder.bij(leverancier.naam(), volgende.toestand().tekst());
            rij = volgende;
        }
        return rij;
    }

    private Ophaling gestopt(Ophaling rij) {
        rij.mislukking().ifPresent(waarom -> melder.voortgang().mislukt(rij.leverancier(), waarom));
        return rij;
    }

    /// Sealed files that are gone or changed: what was received must be received anew.
    private static boolean isBewijsStuk(Throwable stuk) {
        for (Throwable oorzaak = stuk; oorzaak != null; oorzaak = oorzaak.getCause()) {
            if (oorzaak instanceof NoSuchFileException || oorzaak instanceof SealBroken) {
                return true;
            }
        }
        return false;
    }
}
