// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides a whole number by weights; the parts add up to it.
final class Verdeling {

    private Verdeling() {}

    /// Rounded down, then one more for the largest remainders.
    static int[] van(int totaal, List<Double> gewichten) {
        double som = gewichten.stream().mapToDouble(Double::doubleValue).sum();
        int[] delen = new int[gewichten.size()];
        double[] rest = new double[delen.length];
        int over = totaal;
        for (int i = 0; i < delen.length; i++) {
            double deel = totaal * gewichten.get(i) / som;
            delen[i] = (int) deel;
            rest[i] = deel - delen[i];
            over -= delen[i];
        }
        IntStream.range(0, delen.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rest[i]))
                .limit(over)
                .forEach(i -> delen[i]++);
        return delen;
    }
}
