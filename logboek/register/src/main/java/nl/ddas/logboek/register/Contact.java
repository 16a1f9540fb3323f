// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// How to reach a party; each is empty when not known. Personal data when the party is a person, so it prints
/// itself masked.
public record Contact(
        String address, String postalCode, String city, String country, String phonenumber, String email) {

    /// Nothing known.
    public static final Contact GEEN = new Contact("", "", "", "", "", "");

    @Override
    public String toString() {
        return "Contact[*]";
    }
}
