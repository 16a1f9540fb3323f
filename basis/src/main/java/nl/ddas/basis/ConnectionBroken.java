// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;

/// A connection that was there broke, or the other side stayed silent too long. No connection at all is
/// [NoConnection].
public final class ConnectionBroken extends IOException {

    private static final long serialVersionUID = 1L;

    public ConnectionBroken(String message) {
        super(message);
    }

    public ConnectionBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
