// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

/// Tells on how far a run is: to the user, and to what may break it off there.
record Melder(Voortgang voortgang, Onderbreker onderbreker) {

    void bij(String leverancier, String plek) {
        onderbreker.bij(leverancier, plek);
    }

    void pagina(String leverancier, int pagina, int paginas, long bytes) {
        voortgang.pagina(leverancier, pagina, paginas, bytes);
    }
}
