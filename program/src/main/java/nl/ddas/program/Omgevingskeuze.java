// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.basis.Settings;
import nl.ddas.trust.Environment;

/// Whether certificates are for real work or for a test.
final class Omgevingskeuze {

    /// What it is unless told otherwise.
    static final String GEWOON = "productie";

    private Omgevingskeuze() {}

    /// What is for practice does not get in by mistake: [#GEWOON] unless told otherwise.
    ///
    /// @param naam of the setting
    /// @throws VerkeerdGebruik when it is neither `productie` nor `test`
    static Environment lees(Settings instellingen, String naam) {
        return van(naam, instellingen.optional(naam).orElse(GEWOON));
    }

    /// @param naam of the setting or option
    /// @throws VerkeerdGebruik when the word is neither `productie` nor `test`
    static Environment van(String naam, String woord) {
        return switch (woord) {
            case GEWOON -> Environment.PRODUCTIE;
            case "test" -> Environment.TEST;
            default ->
                throw new VerkeerdGebruik("bij " + naam + " hoort productie of test, en er staat '" + woord + "'");
        };
    }
}
