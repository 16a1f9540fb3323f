// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

/// A request of an operator that is not as it should be: thrown while reading it, answered in one place.
final class BadForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    /// @param detail Dutch: what was expected, what came, what to do
    BadForm(String detail) {
        super(detail);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
