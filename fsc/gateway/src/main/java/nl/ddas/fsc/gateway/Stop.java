// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;

/// Leaves the row of checks of one request; caught in one place and sent as the answer. No stack trace: it is an
/// outcome.
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FscError error;

    Stop(FscError error) {
        super(error.code().wire(), null, false, false);
        this.error = error;
    }

    Stop(ErrorCode code, Domain domain, String message) {
        this(code.because(domain, message));
    }

    FscError error() {
        return error;
    }
}
