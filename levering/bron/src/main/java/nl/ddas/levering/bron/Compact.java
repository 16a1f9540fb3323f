// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

/// Takes the white space out of JSON that has been checked already; the values stay byte for byte.
final class Compact {

    private Compact() {}

    /// Copies one JSON value without the white space between its parts.
    ///
    /// @param doel at least `lengte` bytes from `plek` on
    /// @return number of bytes written
    static int kopieer(byte[] bron, int begin, int lengte, byte[] doel, int plek) {
        int uit = plek;
        boolean inTekst = false;
        for (int i = begin; i < begin + lengte; i++) {
            byte b = bron[i];
            if (inTekst) {
                doel[uit++] = b;
                if (b == '\\') {
                    doel[uit++] = bron[++i];
                } else if (b == '"') {
                    inTekst = false;
                }
            } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                doel[uit++] = b;
                inTekst = b == '"';
            }
        }
        return uit - plek;
    }
}
