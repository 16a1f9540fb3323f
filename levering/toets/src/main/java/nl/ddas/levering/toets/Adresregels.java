// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import nl.ddas.levering.model.Toonbaar;

/// What rules K-10 and K-11 ask of the address of a client.
final class Adresregels {

    private Adresregels() {}

    static void postcode(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        String waarde = persoon.postcode();
        if (!waarde.isEmpty() && !isPostcode(waarde)) {
            vondsten.meld("/Postcode", "waarde", Toonbaar.van(waarde));
        }
    }

    static void huisnummer(Persoon persoon, Omgeving omgeving, Vondsten vondsten) {
        String waarde = persoon.huisnummer();
        if (waarde.isEmpty()) {
            return;
        }
        int cijfers = 0;
        while (cijfers < waarde.length() && waarde.charAt(cijfers) >= '0' && waarde.charAt(cijfers) <= '9') {
            cijfers++;
        }
        if (cijfers == waarde.length() && cijfers <= 5) {
            return;
        }
        String rest = waarde.substring(cijfers).strip();
        String toevoeging = rest.startsWith("-") ? rest.substring(1).strip() : rest;
        if (cijfers == 0 || cijfers > 5 || toevoeging.length() > 4) {
            vondsten.meldVariant("ongeldig", "/Huisnummer", "waarde", Toonbaar.van(waarde));
        } else {
            vondsten.meld(
                    "/Huisnummer",
                    "waarde",
                    Toonbaar.van(waarde),
                    "nr",
                    waarde.substring(0, cijfers),
                    "toev",
                    toevoeging.isEmpty() ? "niets" : Toonbaar.van(toevoeging));
        }
    }

    /// `1234AB`: 1000..9999 and two capitals, not SA, SD or SS.
    static boolean isPostcode(String tekst) {
        if (tekst.length() != 6 || tekst.charAt(0) < '1' || tekst.charAt(0) > '9') {
            return false;
        }
        for (int i = 1; i < 4; i++) {
            if (tekst.charAt(i) < '0' || tekst.charAt(i) > '9') {
                return false;
            }
        }
        char eerste = tekst.charAt(4);
        char tweede = tekst.charAt(5);
        boolean letters = eerste >= 'A' && eerste <= 'Z' && tweede >= 'A' && tweede <= 'Z';
        return letters && !(eerste == 'S' && (tweede == 'A' || tweede == 'D' || tweede == 'S'));
    }
}
