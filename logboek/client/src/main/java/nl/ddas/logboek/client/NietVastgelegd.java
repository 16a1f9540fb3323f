// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// The work was done, but the log has not confirmed it; thrown only where the application asked for that
/// ([Instelling#sluitBijFout]). A failure of the work itself goes first.
public final class NietVastgelegd extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NietVastgelegd(String reden) {
        super(reden);
    }
}
