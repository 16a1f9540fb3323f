// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Where each traject of a snapshot lies, which days it covers and of which gemeente it is: 18 bytes a traject, in
/// plain arrays.
///
/// The trajecten of a levering lie together, in the order of the source. Day numbers count from 1970-01-01.
///
/// @param periode what the snapshot was made for
/// @param moment when it was made
/// @param software `codeGegevensleverancier` of its pages
/// @param leveringen headers, in order
/// @param start first day of each traject, [#ONBEKEND_START] when not known
/// @param eind last day of each traject, [#LOOPT_NOG] when it still runs
/// @param gemeente code of each traject as a number, [#GEEN_GEMEENTE] when it has none of four digits
/// @param plek offset of each traject, and at the end the size of the file
record MomentopnameIndex(
        Aanleverperiode periode,
        OffsetDateTime moment,
        String software,
        List<Ingang> leveringen,
        int[] start,
        int[] eind,
        short[] gemeente,
        long[] plek) {

    /// A traject without start may lie in any period: it is always delivered, so that CBS' rules can name it.
    static final int ONBEKEND_START = Integer.MIN_VALUE;

    static final int LOOPT_NOG = Integer.MAX_VALUE;

    static final short GEEN_GEMEENTE = -1;

    private static final Pattern GEMEENTECODE = Pattern.compile("\\d{4}");

    /// One levering.
    ///
    /// @param periode what the source holds its trajecten of
    /// @param eerste index of its first traject
    /// @param na index after its last traject
    record Ingang(Aanleverperiode periode, LeveringKop kop, int eerste, int na) {}

    int aantal() {
        return start.length;
    }

    /// Code of the gemeente of a traject, four digits; empty when it has none.
    String gemeentecode(int traject) {
        return gemeente[traject] == GEEN_GEMEENTE ? "" : String.format("%04d", gemeente[traject]);
    }

    /// A code as it is kept.
    static short nummer(String gemeentecode) {
        return GEMEENTECODE.matcher(gemeentecode).matches() ? Short.parseShort(gemeentecode) : GEEN_GEMEENTE;
    }

    /// Whether the traject covers a day of the period.
    boolean overlapt(int traject, Aanleverperiode gevraagd) {
        return start[traject] <= dag(gevraagd.eind()) && eind[traject] >= dag(gevraagd.start());
    }

    int lengte(int traject) {
        return (int) (plek[traject + 1] - plek[traject]);
    }

    /// Day number of a date; dates that no one means stay inside the range of an int.
    static int dag(LocalDate datum) {
        return Math.clamp(datum.toEpochDay(), ONBEKEND_START + 1, LOOPT_NOG - 1);
    }

    @Override
    public String toString() {
        return "MomentopnameIndex[" + periode + ", " + moment + ", " + aantal() + " trajecten]";
    }
}
