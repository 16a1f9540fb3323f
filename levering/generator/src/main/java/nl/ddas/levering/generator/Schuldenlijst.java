// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.ddas.levering.model.Schuld;

/// The debts of a traject; the amounts add up to the total.
///
/// @param totaal whole euros
record Schuldenlijst(long totaal, List<Schuld> schulden) {

    private static final int[] SCHULDEISERS = Loting.negatiefBinomiaal(13, 2.6, 1, 60);
    private static final double ONDERNEMER = 0.045;
    private static final Optional<Boolean> JA = Optional.of(true);
    private static final Optional<Boolean> NEE = Optional.of(false);

    /// @param van first day that a debt may have been looked up
    /// @param totEnMet last day
    static Schuldenlijst trek(RandomGenerator toeval, int van, int totEnMet) {
        boolean ondernemer = toeval.nextDouble() < ONDERNEMER;
        double bedrag = ondernemer ? Loting.lognormaal(toeval, 62_000, 0.85) : Loting.lognormaal(toeval, 24_000, 0.945);
        int eisers = SCHULDEISERS[toeval.nextInt(SCHULDEISERS.length)];
        long totaal = Math.clamp(Math.round(bedrag), 400L + 60L * eisers, 450_000L);
        List<Schuldeisers.Eiser> lijst = new ArrayList<>(eisers + 8);
        for (int i = 0; i < eisers; i++) {
            Schuldeisers.Eiser eiser = Schuldeisers.trek(toeval);
            lijst.add(eiser);
            if (toeval.nextDouble() < 0.15 && lijst.size() < 60) {
                lijst.add(eiser);
            }
        }
        return new Schuldenlijst(totaal, verdeel(toeval, totaal, lijst, ondernemer, van, totEnMet));
    }

    private static List<Schuld> verdeel(
            RandomGenerator toeval,
            long totaal,
            List<Schuldeisers.Eiser> eisers,
            boolean ondernemer,
            int van,
            int totEnMet) {
        double[] delen = new double[eisers.size()];
        double som = 0;
        for (int i = 0; i < delen.length; i++) {
            double deel = toeval.nextDouble();
            delen[i] = 0.02 + deel * deel * deel;
            som += delen[i];
        }
        List<Schuld> schulden = new ArrayList<>(delen.length);
        long rest = totaal;
        for (int i = 0; i < delen.length; i++) {
            Schuldeisers.Eiser eiser = eisers.get(i);
            long bedrag = i == delen.length - 1 ? rest : Math.max(1, (long) (totaal * delen[i] / som));
            rest -= bedrag;
            schulden.add(new Schuld(
                    Optional.of(bedrag),
                    Dagen.datum(Loting.tussen(toeval, van, totEnMet)),
                    ondernemer && toeval.nextDouble() < 0.5 ? JA : NEE,
                    eiser.soort(),
                    eiser.schuldeiser()));
        }
        return schulden;
    }
}
