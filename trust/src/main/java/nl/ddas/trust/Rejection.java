// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

/// Ends a verification from inside its steps; caught in one place and handed out as a verdict. No stack trace: it is
/// an outcome, not a fault.
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final String detail;

    Rejection(Refusal refusal, String detail) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.detail = detail;
    }

    Refusal refusal() {
        return refusal;
    }

    PayloadVerifier.Verdict.Refused verdict() {
        return new PayloadVerifier.Verdict.Refused(refusal, detail);
    }
}
