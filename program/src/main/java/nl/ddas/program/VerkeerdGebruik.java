// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

/// The user asked something that cannot be done; the message, in Dutch, says what was expected and what came.
final class VerkeerdGebruik extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerkeerdGebruik(String melding) {
        super(melding);
    }
}
