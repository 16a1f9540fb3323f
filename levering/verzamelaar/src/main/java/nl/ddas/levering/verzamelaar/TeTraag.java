// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;

/// The other side sends, but too slowly to wait for.
final class TeTraag extends IOException {

    private static final long serialVersionUID = 1L;

    /// Less came than the smallest rate asks for.
    static final String TRAAG = "antwoord-te-traag";

    /// One answer took longer than it may.
    static final String LANG = "antwoord-duurt-te-lang";

    private final String reden;

    /// @param reden one of the two above
    TeTraag(String reden) {
        super("the answer is given up: " + reden);
        this.reden = reden;
    }

    String reden() {
        return reden;
    }
}
