// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

/// A small sound delivery, to spoil.
final class Proefbestand {

    static final String TRAJECT = """
            {"gemeentecode": "0503", "startdatum": "2026-02-01",
             "client": [{"Burgerservicenummer": "999990019", "Geboortedatum": "1982-05-23"}],
             "aanmelding": {"startdatum": "2026-01-15"}}""";

    static final String GOED = met(TRAJECT);

    private Proefbestand() {}

    static String met(String trajecten) {
        return """
                {"startdatumLevering": "2026-01-01", "einddatumLevering": "2026-06-30",
                 "aanleverdatumEnTijd": "2026-07-10T09:00:00+02:00", "codeGegevensleverancier": "Voorbeeldsoft 4.2",
                 "leveringen": [{"teller": 1, "aanleverende_organisatie": {"(Statutaire) Naam": "Gemeente Delft",
                   "gemeentecode": "0503", "contactpersonen": [{"email": "schuldhulp@delft.nl"}]},
                 "schuldhulptrajecten": [
                """ + trajecten + "\n]}]}\n";
    }

    static String zonder(String wat, String erVoor) {
        String bedorven = GOED.replace(wat, erVoor);
        if (bedorven.equals(GOED)) {
            throw new IllegalArgumentException("the sound delivery does not hold " + wat);
        }
        return bedorven;
    }
}
