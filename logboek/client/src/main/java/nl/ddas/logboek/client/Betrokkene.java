// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// A data subject as the application knows it. What is logged is what [Pseudonimisering] makes of it.
///
/// @param code identifies the person, such as a BSN; never printed
/// @param soort what kind of code, such as `BSN` or `personeelsnummer`
public record Betrokkene(String code, String soort) {

    @Override
    public String toString() {
        return "Betrokkene[" + soort + "]";
    }
}
