// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.basis.Bundled;
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

    /// How a delivery stands, with the reason when it stands still.
    static String uitkomst(Stand stand) {
        return switch (stand) {
            case Stand.Mislukt(String reden) -> stand.tekst() + " (" + reden + ")";
            case Stand.Bereikt bereikt -> bereikt.tekst();
        };
    }
}
