// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The room that is left. Who waits for room goes before who comes later.
final class Vrij {

    private final Wachtruimte ruimte;
    private final Semaphore regels;
    private final Semaphore bytes;

    /// Lines of one sender that go into the store together.
    ///
    /// @param bytes of room, not more than there is in all
    record Stuk(List<Inboeking> regels, int bytes) {}

    Vrij(Wachtruimte ruimte) {
        this.ruimte = ruimte;
        this.regels = new Semaphore(ruimte.regels(), true);
        this.bytes = new Semaphore(ruimte.bytes(), true);
    }

    /// Cuts what a sender offers into pieces that each fit. A line larger than all the room counts as all of it.
    List<Stuk> cut(List<Inboeking> all) {
        int most = Math.min(ruimte.groep(), ruimte.regels());
        List<Stuk> stukken = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < all.size(); i++) {
            int line = all.get(i).vorm().length;
            if (i > from && (i - from == most || bytes + line > ruimte.bytes())) {
                stukken.add(piece(all.subList(from, i), bytes));
                from = i;
                bytes = 0;
            }
            bytes += line;
        }
        stukken.add(piece(all.subList(from, all.size()), bytes));
        return stukken;
    }

    private Stuk piece(List<Inboeking> lines, long bytes) {
        return new Stuk(lines, (int) Math.min(bytes, ruimte.bytes()));
    }

    /// @return whether there was room, now taken
    boolean tryTake(Stuk stuk) throws InterruptedException {
        if (!regels.tryAcquire(stuk.regels().size(), 0, TimeUnit.SECONDS)) {
            return false;
        }
        if (!bytes.tryAcquire(stuk.bytes(), 0, TimeUnit.SECONDS)) {
            regels.release(stuk.regels().size());
            return false;
        }
        return true;
    }

    /// Waits until there is room.
    void take(Stuk stuk) throws InterruptedException {
        regels.acquire(stuk.regels().size());
        try {
            bytes.acquire(stuk.bytes());
        } catch (InterruptedException e) {
            regels.release(stuk.regels().size());
            throw e;
        }
    }

    void giveBack(Stuk stuk) {
        bytes.release(stuk.bytes());
        regels.release(stuk.regels().size());
    }

    int regelsOnderweg() {
        return ruimte.regels() - regels.availablePermits();
    }

    int bytesOnderweg() {
        return ruimte.bytes() - bytes.availablePermits();
    }
}
