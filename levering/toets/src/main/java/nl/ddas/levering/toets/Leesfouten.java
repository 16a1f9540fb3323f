// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.model.Vormfout;

/// Turns what the reader says about bytes, JSON, form and version into rules.
final class Leesfouten {

    private Leesfouten() {}

    /// The reason comes from the reader and never holds a value of a person.
    static Bevinding vormfout(Catalogus catalogus, Vormfout fout, Traject waar) {
        Controle controle = catalogus.controle("A-03");
        String pointer = fout.plaats().pointer();
        String reden = "verwacht " + fout.verwacht() + ", gevonden " + Toonbaar.van(fout.gevonden());
        return new Bevinding(
                controle.code(),
                controle.ernst(),
                controle.geldtVoor(),
                fout.plaats(),
                waar.levering(),
                waar.index(),
                controle.melding("pad", pointer.isEmpty() ? "Het bericht" : pointer, "schemafout", reden),
                controle.advies());
    }

    /// at the end of a message.
    ///
    /// A version before 1.0 is recognised and read as it is; converting it is not done yet, and the message
    /// says so.
    static void lezing(Lezing lezing, Vondsten vondsten) {
        switch (lezing) {
            case Lezing.Gelezen gelezen -> {
                if (gelezen.begintMetBom()) {
                    vondsten.meldCodeVariant("A-01", "bom", "");
                }
                if (gelezen.versie() != Versie.V1_0) {
                    vondsten.meldCodeVariant(
                            "A-04", "herkend", "", "versie", gelezen.versie().tekst());
                }
            }
            case Lezing.GeenUtf8 fout ->
                vondsten.meldCode(
                        "A-01",
                        fout.plaats().pointer(),
                        "positie",
                        fout.plaats().positie());
            case Lezing.GeenJson fout ->
                vondsten.meldCode(
                        "A-02",
                        fout.plaats().pointer(),
                        "regel",
                        fout.plaats().regel(),
                        "kolom",
                        fout.kolom(),
                        "fout",
                        fout.fout());
        }
    }
}
