// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// Leaves a reader from inside its steps; caught in one place in each reader and handed out as a value.
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason English, no data from the document
    Malformed(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
