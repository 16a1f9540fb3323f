// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Arrays;
import java.util.List;
import nl.ddas.levering.model.Uitstroomreden;

/// What is counted for each area.
enum Telling {
    LOPEND_VOOR("Lopend voor de periode"),
    INSTROOM("Instroom"),
    UITSTROOM("Uitstroom"),
    REST("Rest"),
    LOPEND_NA("Lopend na de periode"),
    IN_PERIODE("In de periode"),
    PERSONEN("Personen"),
    REDEN_AFGEROND("Afgerond"),
    REDEN_ZELF("Zelf verder"),
    REDEN_NIETVERSCHENEN("Niet verschenen"),
    REDEN_INGETROKKEN("Ingetrokken"),
    REDEN_VOLDOET_NIET("Voldoet niet"),
    REDEN_NIET_PASSEND("Niet passend"),
    REDEN_VERHUISD("Verhuisd"),
    REDEN_OVERLEDEN("Overleden"),
    REDEN_OVERIG("Overig"),
    REDEN_ONBEKEND("Onbekend"),
    REDEN_NIET_VERDEELD("Niet verdeeld"),
    UITVAL("Uitval"),
    MET_BEDRAG("Trajecten met bedrag"),
    SCHULD_TOT_5("minder dan 5.000"),
    SCHULD_TOT_10("5.000 tot 10.000"),
    SCHULD_TOT_20("10.000 tot 20.000"),
    SCHULD_TOT_50("20.000 tot 50.000"),
    SCHULD_TOT_100("50.000 tot 100.000"),
    SCHULD_VANAF_100("100.000 of meer");

    static final List<Telling> KERN = List.of(LOPEND_VOOR, INSTROOM, UITSTROOM, REST, LOPEND_NA, IN_PERIODE);
    static final List<Telling> REDENEN = Arrays.stream(values())
            .filter(een -> een.name().startsWith("REDEN_"))
            .toList();
    static final List<Telling> UITVALREDENEN =
            List.of(REDEN_NIETVERSCHENEN, REDEN_INGETROKKEN, REDEN_VOLDOET_NIET, REDEN_NIET_PASSEND);
    static final List<Telling> SCHULDKLASSEN = Arrays.stream(values())
            .filter(een -> een.name().startsWith("SCHULD_"))
            .toList();

    private final String titel;

    Telling(String titel) {
        this.titel = titel;
    }

    String titel() {
        return titel;
    }

    static Telling van(Uitstroomreden reden) {
        return switch (reden) {
            case AFGEROND -> REDEN_AFGEROND;
            case ZELF -> REDEN_ZELF;
            case NIETVERSCHENEN -> REDEN_NIETVERSCHENEN;
            case INGETROKKEN -> REDEN_INGETROKKEN;
            case VOLDOET_NIET -> REDEN_VOLDOET_NIET;
            case NIET_PASSEND -> REDEN_NIET_PASSEND;
            case VERHUISD -> REDEN_VERHUISD;
            case OVERLEDEN -> REDEN_OVERLEDEN;
            case OVERIG -> REDEN_OVERIG;
        };
    }

    static Telling vanBedrag(long euro) {
        if (euro < 5_000) {
            return SCHULD_TOT_5;
        }
        if (euro < 10_000) {
            return SCHULD_TOT_10;
        }
        if (euro < 20_000) {
            return SCHULD_TOT_20;
        }
        return euro < 50_000 ? SCHULD_TOT_50 : euro < 100_000 ? SCHULD_TOT_100 : SCHULD_VANAF_100;
    }
}
