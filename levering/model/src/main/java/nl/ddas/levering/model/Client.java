// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// A person who is helped, every field as delivered (the schema asks plain text). Prints itself masked.
///
/// @param burgerservicenummer see [Bsn]
/// @param geboortedatum text; see [Datums#geboortedatum(String)] for the spellings that are understood
/// @param geslachtsaanduiding text; Man, Vrouw, Onbekend or Leeg when done right
/// @param postcode text
/// @param huisnummer text
/// @param huisnummertoevoeging text
public record Client(
        Optional<Bsn> burgerservicenummer,
        Optional<String> geboortedatum,
        Optional<String> geslachtsaanduiding,
        Optional<String> postcode,
        Optional<String> huisnummer,
        Optional<String> huisnummertoevoeging) {

    @Override
    public String toString() {
        return "Client[***]";
    }
}
