// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

/// The folder of an embedded server is in other hands just now: trying again helps.
final class DatabaseBusy extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DatabaseBusy(String message) {
        super(message);
    }
}
