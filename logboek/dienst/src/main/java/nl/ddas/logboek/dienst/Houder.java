// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// Whose lines they are: each controller keeps only its own (LDV 2.1). It follows from the certificate of the
/// sender and never from what was sent.
///
/// @param code such as an OIN; 1 to 100 characters
public record Houder(String code) {

    private static final int LANGST = 100;

    /// @throws IllegalArgumentException when it is blank or too long
    public Houder {
        if (code.isBlank() || code.length() > LANGST) {
            throw new IllegalArgumentException("controller: expected 1 to " + LANGST + " characters");
        }
    }
}
