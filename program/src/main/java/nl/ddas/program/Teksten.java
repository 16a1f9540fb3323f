// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.basis.Bundled;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.Stand;

/// Longer texts for users that lie beside the program as files.
final class Teksten {

    private Teksten() {}

    /// The text of a file beside this class.
    static String lees(String naam) {
        return Bundled.text(Teksten.class, naam);
    }

    /// How a delivery stands, with the reason when it stands still.
    static String uitkomst(Stand stand) {
        return switch (stand) {
            case Stand.Mislukt(String reden) -> stand.tekst() + " (" + reden + ")";
            case Stand.Bereikt bereikt -> bereikt.tekst();
        };
    }
}
