// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;

/// Our own disk refuses: full, or gone.
final class OpslagStuk extends IOException {

    private static final long serialVersionUID = 1L;

    OpslagStuk(IOException oorzaak) {
        super("the evidence folder cannot be written", oorzaak);
    }
}
