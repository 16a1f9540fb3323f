// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Confirms when the lines are on the own disk, and delivers them from there: what a stopped process left behind as
/// well. A delivery may reach the log twice after a crash; the log knows it by its ids.
final class SpoelAflevering implements Aflevering, Bezorger.Voorraad {

    private final Spoel spoel;
    private final Melder melder;
    private final Bezorger bezorger;
    private final Deque<Spoel.Bestand> gelezen = new ArrayDeque<>();

    private record OpSchijf(Spoel.Bestand bestand, Zending zending) implements Wachtend {}

    SpoelAflevering(Verzending verzending, Instelling instelling, Path map, Melder melder) {
        this.spoel = new Spoel(map);
        this.melder = melder;
        this.bezorger = new Bezorger(verzending, instelling.herhaling(), this);
    }

    @Override
    public boolean deliver(Zending zending) {
        try {
            spoel.add(zending);
        } catch (IOException e) {
            melder.report(
                    zending.regels(),
                    "the spool cannot be written: " + e.getClass().getSimpleName());
            return false;
        }
        bezorger.wake();
        return true;
    }

    @Override
    public @Nullable Wachtend next() {
        try {
            if (gelezen.isEmpty()) {
                gelezen.addAll(spoel.waiting());
            }
            Spoel.Bestand first = gelezen.peekFirst();
            return first == null ? null : new OpSchijf(first, new Zending(spoel.read(first), first.regels()));
        } catch (IOException e) {
            gelezen.clear();
            melder.report(0, "the spool cannot be read: " + e.getClass().getSimpleName());
            return null;
        }
    }

    @Override
    public void handled(Wachtend one, Uitkomst uitkomst) {
        Spoel.Bestand bestand = gelezen.removeFirst();
        try {
            if (uitkomst instanceof Uitkomst.Geweigerd refused) {
                spoel.refuse(bestand);
                melder.report((int) refused.regels(), refused.reden());
            } else {
                spoel.delete(bestand);
            }
        } catch (IOException e) {
            melder.report(0, "the spool cannot be emptied: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        bezorger.close();
    }
}
