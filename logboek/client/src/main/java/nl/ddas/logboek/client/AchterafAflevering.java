// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Keeps lines in memory until they are delivered. Full means full: the newest are given up, and somebody hears it.
final class AchterafAflevering implements Aflevering, Bezorger.Voorraad {

    private final int wachtrij;
    private final Melder melder;
    private final Bezorger bezorger;
    private final Deque<InGeheugen> wachtend = new ArrayDeque<>();
    private int regels;

    private record InGeheugen(Zending zending) implements Wachtend {}

    AchterafAflevering(Verzending verzending, Instelling instelling, Melder melder) {
        this.wachtrij = instelling.wachtrij();
        this.melder = melder;
        this.bezorger = new Bezorger(verzending, instelling.herhaling(), this, melder);
        bezorger.start();
    }

    @Override
    public boolean deliver(Zending zending) {
        synchronized (wachtend) {
            if (regels + zending.regels() <= wachtrij) {
                regels += zending.regels();
                wachtend.addLast(new InGeheugen(zending));
                bezorger.wake();
                return true;
            }
        }
        melder.report(zending.regels(), "the queue is full");
        return false;
    }

    @Override
    public @Nullable Wachtend next() {
        synchronized (wachtend) {
            return wachtend.peekFirst();
        }
    }

    @Override
    public void handled(Wachtend one, Uitkomst uitkomst) {
        synchronized (wachtend) {
            wachtend.removeFirst();
            regels -= one.zending().regels();
        }
        if (uitkomst instanceof Uitkomst.Geweigerd refused) {
            melder.report((int) refused.regels(), refused.reden());
        }
    }

    @Override
    public void close() {
        bezorger.close();
        synchronized (wachtend) {
            if (regels > 0) {
                melder.report(regels, "stopped before the log could be reached");
            }
        }
    }
}
