// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// The kind of component in which an error arose.
public enum Domain {
    MANAGER,
    INWAY,
    OUTWAY;

    /// Name in messages.
    public String wire() {
        return "ERROR_DOMAIN_" + name();
    }
}
