// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

/// Something in a source that keeps a snapshot from being made.
///
/// @param herkomst where it came from, such as a file name
/// @param plaats JSON pointer and line, ready to print
/// @param melding what is wrong, Dutch, without values from the source
public record Bronfout(String herkomst, String plaats, String melding) {

    @Override
    public String toString() {
        return herkomst + (plaats.isEmpty() ? "" : ", " + plaats) + ": " + melding;
    }
}
