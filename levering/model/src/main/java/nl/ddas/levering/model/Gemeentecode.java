// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Gemeentecode of CBS: four digits, written `GM0518` inside, in our JSON and in reports, and `0518` on the wire.
///
/// @param nummer 1..9999
public record Gemeentecode(int nummer) implements Comparable<Gemeentecode> {

    /// The text that stands for "not known" (FAQ gemeentecode).
    public static final String ONBEKEND = "Onbekend";

    public Gemeentecode {
        if (nummer < 1 || nummer > 9999) {
            throw new IllegalArgumentException("Gemeentecode: expected 1..9999, got " + nummer);
        }
    }

    /// Reads the four spellings `518`, `0518`, `GM518` and `GM0518`; empty for anything else, `Onbekend` included.
    public static Optional<Gemeentecode> lees(String tekst) {
        int begin = tekst.startsWith("GM") ? 2 : 0;
        int lengte = tekst.length() - begin;
        if (lengte < 3 || lengte > 4) {
            return Optional.empty();
        }
        int nummer = 0;
        for (int i = begin; i < tekst.length(); i++) {
            int cijfer = tekst.charAt(i) - '0';
            if (cijfer < 0 || cijfer > 9) {
                return Optional.empty();
            }
            nummer = nummer * 10 + cijfer;
        }
        return nummer == 0 ? Optional.empty() : Optional.of(new Gemeentecode(nummer));
    }

    /// `GM0518`.
    public String code() {
        return "GM" + opDraad();
    }

    /// `0518`: the spelling of the wire.
    public String opDraad() {
        String cijfers = Integer.toString(nummer);
        return "0000".substring(cijfers.length()) + cijfers;
    }

    @Override
    public int compareTo(Gemeentecode ander) {
        return Integer.compare(nummer, ander.nummer);
    }

    @Override
    public String toString() {
        return code();
    }
}
