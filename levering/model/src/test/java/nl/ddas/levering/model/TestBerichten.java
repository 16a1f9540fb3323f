// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Messages around a given traject.
final class TestBerichten {

    static final String KOP = """
            "startdatumLevering":"2025-01-01","einddatumLevering":"2025-06-30",\
            "aanleverdatumEnTijd":"2025-07-02T08:30:00+02:00","codeGegevensleverancier":"Pakket 1.0\"""";
    static final String ORGANISATIE = "\"teller\":1,\"aanleverende_organisatie\":{\"(Statutaire) Naam\":\"X\"}";

    private TestBerichten() {}

    static String met(String... trajecten) {
        return "{" + KOP + ",\"leveringen\":[{" + ORGANISATIE + ",\"schuldhulptrajecten\":["
                + String.join(",", trajecten) + "]}]}";
    }

    static String achterstevoren(String... trajecten) {
        return "{\"leveringen\":[{\"schuldhulptrajecten\":[" + String.join(",", trajecten) + "]," + ORGANISATIE + "}],"
                + KOP + "}";
    }
}
