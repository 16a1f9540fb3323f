// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

/// The Manager could not be reached, or could not do now what was asked; the message is Dutch.
final class BeheerMislukt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BeheerMislukt(String melding) {
        super(melding);
    }
}
