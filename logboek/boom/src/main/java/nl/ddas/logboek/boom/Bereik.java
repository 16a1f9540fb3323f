// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

/// Leaves beside each other.
///
/// @param van the first
/// @param tot the first that is not in it
public record Bereik(long van, long tot) {

    /// @throws IllegalArgumentException when it is empty or begins below 0
    public Bereik {
        if (van < 0 || tot <= van) {
            throw new IllegalArgumentException("expected leaves from 0, at least one");
        }
    }

    /// For people: one number, or the first and the last.
    String tekst() {
        return tot - van == 1 ? Long.toString(van) : van + " t/m " + (tot - 1);
    }
}
