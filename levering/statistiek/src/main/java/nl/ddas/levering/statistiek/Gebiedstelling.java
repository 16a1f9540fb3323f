// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.EnumMap;
import java.util.Map;

/// The counts of one area.
final class Gebiedstelling {
    private final Map<Telling, Long> aantallen = new EnumMap<>(Telling.class);
    private final Getallenreeks personen = new Getallenreeks();
    private final Getallenreeks bedragen = new Getallenreeks();

    void plus(Telling wat) {
        aantallen.merge(wat, 1L, Long::sum);
    }

    void persoon(Sleutel wie) {
        personen.voegToe(wie.hoog() ^ wie.laag());
    }

    void bedrag(long euro) {
        bedragen.voegToe(euro);
        plus(Telling.MET_BEDRAG);
        plus(Telling.vanBedrag(euro));
    }

    /// Adds a part to a larger area.
    void plus(Gebiedstelling deel) {
        deel.aantallen.forEach((wat, aantal) -> aantallen.merge(wat, aantal, Long::sum));
        personen.voegToe(deel.personen);
        bedragen.voegToe(deel.bedragen);
    }

    /// A count; REST, UITVAL and PERSONEN are worked out from the others.
    long aantal(Telling wat) {
        return switch (wat) {
            case PERSONEN -> personen.verschillende();
            case UITVAL ->
                Telling.UITVALREDENEN.stream().mapToLong(this::aantal).sum();
            case REST ->
                aantal(Telling.LOPEND_NA)
                        - aantal(Telling.LOPEND_VOOR)
                        - aantal(Telling.INSTROOM)
                        + aantal(Telling.UITSTROOM);
            case LOPEND_VOOR,
                    INSTROOM,
                    UITSTROOM,
                    LOPEND_NA,
                    IN_PERIODE,
                    REDEN_AFGEROND,
                    REDEN_ZELF,
                    REDEN_NIETVERSCHENEN,
                    REDEN_INGETROKKEN,
                    REDEN_VOLDOET_NIET,
                    REDEN_NIET_PASSEND,
                    REDEN_VERHUISD,
                    REDEN_OVERLEDEN,
                    REDEN_OVERIG,
                    REDEN_ONBEKEND,
                    REDEN_NIET_VERDEELD,
                    MET_BEDRAG,
                    SCHULD_TOT_5,
                    SCHULD_TOT_10,
                    SCHULD_TOT_20,
                    SCHULD_TOT_50,
                    SCHULD_TOT_100,
                    SCHULD_VANAF_100 -> aantallen.getOrDefault(wat, 0L);
        };
    }

    /// Amounts in euros, ascending.
    long[] bedragen() {
        return bedragen.gesorteerd();
    }
}
