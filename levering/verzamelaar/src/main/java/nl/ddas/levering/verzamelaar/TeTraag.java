// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;

/// The other side sends, but too slowly to wait for.
final class TeTraag extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reden reden;

    /// @param reden [Reden#ANTWOORD_TE_TRAAG] or [Reden#ANTWOORD_DUURT_TE_LANG]
    TeTraag(Reden reden) {
        super("the answer is given up: " + reden.code());
        this.reden = reden;
    }

    String reden() {
        return reden.code();
    }
}
