// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;

/// Checks small files that a test writes.
final class Voorbeeldcontrole {

    static final Instant NU = Instant.parse("2026-07-10T07:05:00Z");

    /// The second traject ends before it starts and names a gemeente that does not exist.
    static final String MET_FOUTEN = """
            {"startdatumLevering": "2026-01-01", "einddatumLevering": "2026-06-30",
             "aanleverdatumEnTijd": "2026-07-10T09:00:00+02:00", "codeGegevensleverancier": "Voorbeeldsoft 4.2",
             "leveringen": [{"teller": 1, "aanleverende_organisatie": {"(Statutaire) Naam": "Gemeente <Delft> & co",
               "gemeentecode": "0503", "contactpersonen": [{"email": "schuldhulp@delft.nl"}]},
             "schuldhulptrajecten": [
              {"gemeentecode": "0503", "startdatum": "2026-02-01", "aanmelding": {"startdatum": "2026-01-15"},
               "client": [{"Burgerservicenummer": "999990019", "Geboortedatum": "1982-05-23"}]},
              {"gemeentecode": "<b>9\\"9", "startdatum": "2026-02-01", "einddatum": "2026-01-01",
               "aanmelding": {"startdatum": "2026-01-15"}, "uitstroom": {"datum": "2026-01-01", "reden": "Zelf"},
               "client": [{"Burgerservicenummer": "999990019", "Geboortedatum": "1982-05-23"}, {}, {}]}]}]}""";

    /// Nothing to say about it.
    static final String GOED = MET_FOUTEN
                    .substring(0, MET_FOUTEN.indexOf(",\n  {\"gemeentecode\": \"<b>"))
                    .replace(" <Delft> & co", " Delft")
            + "]}]}";

    private Voorbeeldcontrole() {}

    static Controleverslag controleer(Path map, String inhoud) throws IOException {
        return controleer(map, inhoud, new ToetsOntvanger() {});
    }

    static Controleverslag controleer(Path map, String inhoud, ToetsOntvanger meelezer) throws IOException {
        Path bestand = Files.writeString(map.resolve("levering & <1>.json"), inhoud);
        return new Bestandscontrole(
                        new Toetser(BerichtLezer.metEigenSchemas(), new SecureRandom()),
                        Clock.fixed(NU, ZoneOffset.UTC))
                .controleer(bestand, meelezer);
    }
}
