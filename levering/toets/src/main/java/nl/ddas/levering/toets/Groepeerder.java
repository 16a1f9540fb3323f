// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import nl.ddas.basis.SealBroken;

/// Collects pairs of a key and a reference, any number of them in fixed memory, and hands them back grouped
/// by key.
///
/// Up to `limiet` pairs (16 bytes each) stay in memory; beyond that they are sorted and written to a
/// temporary file as a run, and the runs are merged while walking.
final class Groepeerder {

    private static final int PAAR = 16;
    private static final int BLOK = 512;

    /// Receives one group at a time: all references of one key, in rising order.
    @FunctionalInterface
    interface Groep {
        /// @param verwijzingen valid during the call only; the first `aantal` count
        void groep(long sleutel, long[] verwijzingen, int aantal) throws IOException;
    }

    private final Werkmap werkmap;
    private final int limiet;
    private final int grootsteGroep;
    private long[] sleutels = new long[1024];
    private long[] verwijzingen = new long[1024];
    private int aantal;
    private final List<Reeks> reeksen = new ArrayList<>();

    /// @param limiet pairs in memory
    /// @param grootsteGroep references handed over for one key at most; more are left out
    Groepeerder(Werkmap werkmap, int limiet, int grootsteGroep) {
        this.werkmap = werkmap;
        this.limiet = limiet;
        this.grootsteGroep = grootsteGroep;
    }

    void voegToe(long sleutel, long verwijzing) throws IOException {
        if (aantal == sleutels.length) {
            if (aantal >= limiet) {
                schrijfReeks();
            } else {
                int ruimte = Math.min(limiet, 2 * aantal);
                sleutels = Arrays.copyOf(sleutels, ruimte);
                verwijzingen = Arrays.copyOf(verwijzingen, ruimte);
            }
        }
        sleutels[aantal] = sleutel;
        verwijzingen[aantal++] = verwijzing;
    }

    /// Hands over every key that came at least `minstens` times, keys in rising order. To be called once.
    void perSleutel(int minstens, Groep groep) throws IOException {
        Parensortering.sorteer(sleutels, verwijzingen, aantal);
        PriorityQueue<Reeks> rij = new PriorityQueue<>(reeksen.size() + 1);
        for (Reeks reeks : reeksen) {
            reeks.begin();
            rij.add(reeks);
        }
        if (aantal > 0) {
            rij.add(new Reeks(sleutels, verwijzingen, aantal));
        }
        long[] leden = new long[16];
        int lid = 0;
        long sleutel = 0;
        while (!rij.isEmpty()) {
            Reeks eerste = rij.remove();
            if (lid > 0 && eerste.sleutel() != sleutel) {
                if (lid >= minstens) {
                    groep.groep(sleutel, leden, lid);
                }
                lid = 0;
            }
            sleutel = eerste.sleutel();
            if (lid < grootsteGroep) {
                if (lid == leden.length) {
                    leden = Arrays.copyOf(leden, 2 * lid);
                }
                leden[lid++] = eerste.verwijzing();
            }
            if (eerste.volgende()) {
                rij.add(eerste);
            }
        }
        if (lid >= minstens && lid > 0) {
            groep.groep(sleutel, leden, lid);
        }
    }

    private void schrijfReeks() throws IOException {
        Parensortering.sorteer(sleutels, verwijzingen, aantal);
        FileChannel bestand =
                reeksen.isEmpty() ? werkmap.bestand() : reeksen.getFirst().bestand();
        long begin = bestand.size();
        ByteBuffer blok = ByteBuffer.allocate(BLOK * PAAR);
        for (int i = 0; i < aantal; i++) {
            blok.putLong(sleutels[i]).putLong(verwijzingen[i]);
            if (!blok.hasRemaining() || i == aantal - 1) {
                blok.flip();
                long plek = begin + (long) (i + 1) * PAAR - blok.remaining();
                while (blok.hasRemaining()) {
                    plek += bestand.write(blok, plek);
                }
                blok.clear();
            }
        }
        reeksen.add(new Reeks(bestand, begin, aantal));
        aantal = 0;
    }

    /// A sorted run, on disk or the last one in memory, with a cursor.
    private static final class Reeks implements Comparable<Reeks> {
        private final Optional<FileChannel> kanaal;
        private final long plek;
        private final int totaal;
        private int gelezen;
        private int cursor;
        private int gevuld;
        private long[] sleutels;
        private long[] verwijzingen;

        Reeks(FileChannel kanaal, long plek, int totaal) {
            this.kanaal = Optional.of(kanaal);
            this.plek = plek;
            this.totaal = totaal;
            this.sleutels = new long[0];
            this.verwijzingen = new long[0];
        }

        Reeks(long[] sleutels, long[] verwijzingen, int aantal) {
            this.kanaal = Optional.empty();
            this.plek = 0;
            this.totaal = aantal;
            this.gelezen = aantal;
            this.gevuld = aantal;
            this.sleutels = sleutels;
            this.verwijzingen = verwijzingen;
        }

        FileChannel bestand() {
            return kanaal.orElseThrow();
        }

        void begin() throws IOException {
            sleutels = new long[BLOK];
            verwijzingen = new long[BLOK];
            vul();
        }

        long sleutel() {
            return sleutels[cursor];
        }

        long verwijzing() {
            return verwijzingen[cursor];
        }

        boolean volgende() throws IOException {
            cursor++;
            if (cursor < gevuld) {
                return true;
            }
            if (gelezen == totaal) {
                return false;
            }
            vul();
            return true;
        }

        private void vul() throws IOException {
            int aantal = Math.min(BLOK, totaal - gelezen);
            ByteBuffer blok = ByteBuffer.allocate(aantal * PAAR);
            long vanaf = plek + (long) gelezen * PAAR;
            while (blok.hasRemaining()) {
                int n = bestand().read(blok, vanaf + blok.position());
                if (n < 0) {
                    throw new SealBroken("temporary file is shorter than what was written");
                }
            }
            blok.flip();
            for (int i = 0; i < aantal; i++) {
                sleutels[i] = blok.getLong();
                verwijzingen[i] = blok.getLong();
            }
            gelezen += aantal;
            gevuld = aantal;
            cursor = 0;
        }

        @Override
        public int compareTo(Reeks ander) {
            int volgorde = Long.compare(sleutel(), ander.sleutel());
            return volgorde == 0 ? Long.compare(verwijzing(), ander.verwijzing()) : volgorde;
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object ander) {
            return this == ander;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
