// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.Bundled;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.Stand;
import nl.ddas.presentation.Formats;

/// Longer texts for users that lie beside the program as files.
final class Teksten {

    private Teksten() {}

    /// The text of a file beside this class.
    static String lees(String naam) {
        return Bundled.text(Teksten.class, naam);
    }

    /// That a supplier gave no larger pages than these.
    static String kleinerePaginas(String leverancier, int trajecten) {
        return leverancier + ": grotere pagina's kan de leverancier niet leveren (pagina-te-groot); gevraagd wordt om"
                + " hoogstens " + Formats.number(trajecten) + " trajecten per pagina";
    }

    /// What somebody has to know of a collection as a whole; nothing when all is well.
    static List<String> letOp(Verzamelresultaat resultaat) {
        List<String> regels = new ArrayList<>();
        if (resultaat.leveranciers().isEmpty()) {
            regels.add("Let op: er is geen enkele leverancier, dus er is niets opgehaald. Kijk het bestand met"
                    + " leveranciers na; haalt u op via FSC, kijk dan met 'ddas fsc contract lijst' of er"
                    + " contracten gelden.");
        }
        resultaat
                .ontbreken()
                .forEach(naam -> regels.add("Let op: " + naam + " leverde de vorige keer wel, en is nu geen leverancier"
                        + " meer. Klopt dat niet, kijk dan of die naam in het bestand met leveranciers staat; haalt u"
                        + " op via FSC, kijk dan met 'ddas fsc contract lijst' of het contract nog geldt."));
        return regels;
    }

    /// How a delivery stands, with the reason when it stands still.
    static String uitkomst(Stand stand) {
        return switch (stand) {
            case Stand.Mislukt(String reden) -> stand.tekst() + " (" + reden + ")";
            case Stand.Bereikt bereikt -> bereikt.tekst();
        };
    }
}
