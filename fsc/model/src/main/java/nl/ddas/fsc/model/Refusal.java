// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// Leaves a row of rules from inside; caught in one place and handed out as a verdict. No stack trace: it is
/// an outcome.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FscError error;

    Refusal(FscError error) {
        super(error.code().wire(), null, false, false);
        this.error = error;
    }

    FscError error() {
        return error;
    }
}
