// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;

/// At the address is a server that is trusted, but not the one that was meant; nothing was sent to it.
public final class UnwantedServer extends IOException {

    private static final long serialVersionUID = 1L;

    UnwantedServer(String host) {
        super("another server answers at " + host);
    }
}
