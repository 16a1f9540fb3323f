// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.random.RandomGenerator;

/// The distributions from which a world is drawn.
final class Loting {

    private Loting() {}

    /// Log-normal with this median; about two thirds lie within a factor e^sigma.
    static double lognormaal(RandomGenerator toeval, double mediaan, double sigma) {
        return mediaan * Math.exp(sigma * toeval.nextGaussian());
    }

    /// Gamma with shape 2: mean is twice the scale, median 1,68 times.
    static double gamma2(RandomGenerator toeval, double schaal) {
        return -schaal * Math.log((1 - toeval.nextDouble()) * (1 - toeval.nextDouble()));
    }

    /// A whole number of days, log-normal, kept between two bounds.
    static int dagen(RandomGenerator toeval, double mediaan, double sigma, int minst, int hoogst) {
        return Math.clamp(Math.round(lognormaal(toeval, mediaan, sigma)), minst, hoogst);
    }

    /// A whole number from `van` to `totEnMet`.
    static int tussen(RandomGenerator toeval, int van, int totEnMet) {
        return van >= totEnMet ? van : van + toeval.nextInt(totEnMet - van + 1);
    }

    /// Negative binomial as a table of a thousand equally likely values.
    static int[] negatiefBinomiaal(double gemiddelde, double vorm, int minst, int hoogst) {
        int[] tabel = new int[1000];
        double kans = vorm / (vorm + gemiddelde);
        double p = Math.pow(kans, vorm);
        double som = p;
        int k = 0;
        for (int i = 0; i < tabel.length; i++) {
            while (som < (i + 0.5) / tabel.length && k < hoogst) {
                p = p * (k + vorm) / (k + 1) * (1 - kans);
                som += p;
                k++;
            }
            tabel[i] = Math.max(minst, k);
        }
        return tabel;
    }
}
