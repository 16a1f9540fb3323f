// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.basis.Resource;

/// Longer texts for users that lie beside the program as files.
final class Teksten {

    private Teksten() {}

    /// The text of a file beside this class.
    static String lees(String naam) {
        return Resource.text(Teksten.class, naam);
    }
}
