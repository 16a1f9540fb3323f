// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What a [Wedloop] measured.
///
/// @param tijden nanoseconds by name, one a round, rounds in order
record Uitslag(Map<String, List<Long>> tijden) {

    double mediaan(String naam) {
        return mediaan(van(naam).stream().mapToDouble(Long::doubleValue).toArray());
    }

    double beste(String naam) {
        return Collections.min(van(naam));
    }

    /// How many times as fast `naam` is as `maat`: the ratio within each round, and of these the median.
    double verhouding(String naam, String maat) {
        List<Long> een = van(naam);
        List<Long> ander = van(maat);
        return mediaan(IntStream.range(0, een.size())
                .mapToDouble(i -> (double) ander.get(i) / een.get(i))
                .toArray());
    }

    /// The same, of the best times.
    double besteVerhouding(String naam, String maat) {
        return beste(maat) / beste(naam);
    }

    /// One line for each: median and best time and speed.
    void druk(Werkplaats plek, long bytes) {
        plek.regel("%-34s %10s %10s %9s %9s", "", "median ms", "best ms", "MB/s", "best MB/s");
        for (String naam : tijden.keySet()) {
            double midden = mediaan(naam);
            double beste = beste(naam);
            plek.regel(
                    "%-34s %10.1f %10.1f %9.0f %9.0f",
                    naam, midden / 1e6, beste / 1e6, bytes * 1e3 / midden, bytes * 1e3 / beste);
        }
    }

    /// One line with a ratio and its target.
    void drukVerhouding(Werkplaats plek, String naam, String maat, double doel) {
        double ratio = verhouding(naam, maat);
        String oordeel = doel <= 0
                ? ""
                : String.format(Locale.ROOT, "target %.2f: %s", doel, ratio >= doel ? "reached" : "NOT reached");
        plek.regel(
                "%-34s / %-28s %6.2f (of best times %.2f)  %s",
                naam, maat, ratio, besteVerhouding(naam, maat), oordeel);
    }

    private List<Long> van(String naam) {
        List<Long> gevonden = tijden.get(naam);
        if (gevonden == null || gevonden.isEmpty()) {
            throw new IllegalArgumentException("not measured: " + naam);
        }
        return gevonden;
    }

    private static double mediaan(double... waarden) {
        double[] oplopend = waarden.clone();
        Arrays.sort(oplopend);
        int midden = oplopend.length / 2;
        return oplopend.length % 2 == 1 ? oplopend[midden] : (oplopend[midden - 1] + oplopend[midden]) / 2;
    }
}
