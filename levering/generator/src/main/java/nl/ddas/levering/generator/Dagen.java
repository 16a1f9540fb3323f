// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Days as numbers (0 is 1 January 1970), because the world counts with them all the time.
final class Dagen {

    /// The day of what does not happen: later than any day.
    static final int NOOIT = Integer.MAX_VALUE;

    private static final int EERSTE = dag(LocalDate.of(2010, 1, 1));
    private static final List<Optional<LocalDate>> DATUMS = datums();
    private static final int[] HALFJAREN = halfjaren();

    private Dagen() {}

    private static List<Optional<LocalDate>> datums() {
        List<Optional<LocalDate>> datums = new ArrayList<>();
        for (int i = 0; i < 36 * 366; i++) {
            datums.add(Optional.of(LocalDate.ofEpochDay(EERSTE + i)));
        }
        return List.copyOf(datums);
    }

    static int dag(LocalDate datum) {
        return Math.toIntExact(datum.toEpochDay());
    }

    /// The date of a day; made once for the years that deliveries are about.
    static Optional<LocalDate> datum(int dag) {
        int plek = dag - EERSTE;
        return plek >= 0 && plek < DATUMS.size() ? DATUMS.get(plek) : Optional.of(LocalDate.ofEpochDay(dag));
    }

    /// The day itself, or the Monday after when it lies in a weekend. Keeps the order of days.
    static int werkdag(int dag) {
        int weekdag = Math.floorMod(dag + 3, 7);
        return weekdag < 5 ? dag : dag + 7 - weekdag;
    }

    /// `maanden` later, less one day: the last day of so many whole months.
    static int naMaanden(int dag, int maanden) {
        return dag(LocalDate.ofEpochDay(dag).plusMonths(maanden).minusDays(1));
    }

    /// Number of the half-year in which a day lies, counted from 2000.
    static int halfjaar(int dag) {
        int halfjaar = (int) ((dag - HALFJAREN[0]) / 182.62125);
        while (eersteVan(halfjaar) > dag) {
            halfjaar--;
        }
        while (eersteVan(halfjaar + 1) <= dag) {
            halfjaar++;
        }
        return halfjaar;
    }

    /// First day of a half-year.
    ///
    /// @param halfjaar counted from 2000, up to 2099
    static int eersteVan(int halfjaar) {
        return HALFJAREN[halfjaar];
    }

    private static int[] halfjaren() {
        int[] dagen = new int[200];
        for (int i = 0; i < dagen.length; i++) {
            dagen[i] = dag(LocalDate.of(2000 + i / 2, i % 2 == 0 ? 1 : 7, 1));
        }
        return dagen;
    }
}
