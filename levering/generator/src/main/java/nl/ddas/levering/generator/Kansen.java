// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A table of values with weights, from which one is drawn.
record Kansen<T>(List<T> waarden, double[] totEnMet) {

    static <T> Kansen<T> leeg() {
        return new Kansen<>(List.of(), new double[0]);
    }

    /// This table with one line more.
    Kansen<T> met(double gewicht, T waarde) {
        List<T> meer = new ArrayList<>(waarden);
        meer.add(waarde);
        double[] grenzen = Arrays.copyOf(totEnMet, totEnMet.length + 1);
        grenzen[totEnMet.length] = gewicht + (totEnMet.length == 0 ? 0 : totEnMet[totEnMet.length - 1]);
        return new Kansen<>(List.copyOf(meer), grenzen);
    }

    T trek(RandomGenerator toeval) {
        double punt = toeval.nextDouble() * totEnMet[totEnMet.length - 1];
        int i = 0;
        while (punt >= totEnMet[i]) {
            i++;
        }
        return waarden.get(i);
    }
}
