// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;

/// Leaves the decoders; never seen outside.
final class InvoerTeGroot extends IOException {

    private static final long serialVersionUID = 1L;

    private final Invoer.Reden reden;

    InvoerTeGroot(Invoer.Reden reden) {
        super(reden.uitleg());
        this.reden = reden;
    }

    Invoer.Reden reden() {
        return reden;
    }
}
