// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;

/// A page could not be put together: the disk takes nothing more, or what lies on it cannot be read.
final class PaginaMislukt extends IOException {

    private static final long serialVersionUID = 1L;

    PaginaMislukt(String naam, IOException oorzaak) {
        super("page " + naam + " could not be put together: " + oorzaak.getMessage(), oorzaak);
    }
}
