// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Confirms when the lines are on the own disk, and delivers them from there: what a stopped process left behind as
/// well. A delivery may reach the log twice after a crash; the log knows it by its ids.
final class SpoelAflevering implements Aflevering, Bezorger.Voorraad {

    private final Spoel spoel;
    private final Melder melder;
    private final Bezorger bezorger;
    private final Deque<Spoel.Bestand> gelezen = new ArrayDeque<>();
    /// Handled, but the disk did not let them go; or the disk does not give them. Not tried again in this process.
    private final Set<Path> voorbij = new HashSet<>();

    private record OpSchijf(Spoel.Bestand bestand, Zending zending) implements Wachtend {}

    SpoelAflevering(Verzending verzending, Instelling instelling, Spoel spoel, Melder melder) {
        this.spoel = spoel;
        this.melder = melder;
        this.bezorger = new Bezorger(verzending, instelling.herhaling(), this, melder);
        bezorger.start();
    }

    @Override
    public boolean deliver(Zending zending) {
        try {
            spoel.add(zending);
        } catch (Spoel.Vol e) {
            melder.report(zending.regels(), "the spool is full");
            return false;
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
    public int offerAgain() {
        try {
            int regels = spoel.offerAgain();
            bezorger.wake();
            return regels;
        } catch (IOException e) {
            melder.report(0, "the spool cannot be read: " + e.getClass().getSimpleName());
            return 0;
        }
    }

    @Override
    public @Nullable Wachtend next() {
        try {
            if (gelezen.isEmpty() && spoel.isOwn()) {
                spoel.waiting().stream()
                        .filter(one -> !voorbij.contains(one.pad()))
                        .forEach(gelezen::add);
            }
        } catch (IOException e) {
            melder.report(0, "the spool cannot be read: " + e.getClass().getSimpleName());
        }
        while (!gelezen.isEmpty()) {
            Spoel.Bestand first = gelezen.getFirst();
            try {
                return new OpSchijf(first, new Zending(spoel.read(first), first.regels()));
            } catch (IOException e) {
                passOver(e, "cannot be read");
            }
        }
        return null;
    }

    @Override
    public void handled(Wachtend one, Uitkomst uitkomst) {
        Spoel.Bestand bestand = ((OpSchijf) one).bestand();
        try {
            if (uitkomst instanceof Uitkomst.Geweigerd refused) {
                melder.report((int) refused.regels(), refused.reden());
                spoel.refuse(bestand);
            } else {
                spoel.delete(bestand);
            }
            gelezen.removeFirst();
        } catch (IOException e) {
            passOver(e, "cannot be taken out of the spool");
        }
    }

    /// One file that the disk keeps to itself holds nothing up.
    private void passOver(IOException why, String what) {
        Spoel.Bestand bestand = gelezen.removeFirst();
        voorbij.add(bestand.pad());
        melder.report(0, "a file " + what + ": " + why.getClass().getSimpleName());
    }

    @Override
    public void close() {
        bezorger.close();
        spoel.close();
    }
}
