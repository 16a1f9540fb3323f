// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;

/// A supplier gave no access token.
final class GeenToken extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reden;
    private final boolean later;

    /// @param reden kebab-case
    /// @param later whether trying again may help
    GeenToken(String reden, boolean later) {
        super(reden);
        this.reden = reden;
        this.later = later;
    }

    String reden() {
        return reden;
    }

    boolean later() {
        return later;
    }
}
