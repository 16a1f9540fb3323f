// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// A place in a file.
///
/// @param regel from 1; 0 when there is no place
/// @param teken from 1, in characters; 0 when there is no place
public record Plek(int regel, int teken) {

    /// Nowhere in particular: the file as a whole.
    public static final Plek GEEN = new Plek(0, 0);

    /// `regel 41, teken 10`; empty when there is no place.
    public String tekst() {
        return regel == 0 ? "" : "regel " + regel + ", teken " + teken;
    }
}
