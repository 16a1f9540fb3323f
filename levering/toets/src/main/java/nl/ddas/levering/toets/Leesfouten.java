// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.model.Vormfout;

/// Turns what the reader says about bytes, JSON, form and version into rules.
final class Leesfouten {

    private Leesfouten() {}

    /// The reason comes from the reader and never holds a value of a person.
    static Bevinding vormfout(Catalogus catalogus, Vormfout fout, Traject waar) {
        Controle controle = catalogus.controle("A-03");
        String pointer = fout.plaats().pointer();
        return new Bevinding(
                controle.code(),
                controle.ernst(),
                controle.geldtVoor(),
                fout.plaats(),
                waar.levering(),
                waar.index(),
                controle.melding(
                        "pad", pointer.isEmpty() ? "Het bericht" : Toonbaar.pad(pointer), "schemafout", fout.reden()),
                controle.advies());
    }

    /// at the end of a message.
    ///
    /// @param omzettingen what was converted in this message
    static void lezing(Lezing lezing, Omzettingen omzettingen, Vondsten vondsten) {
        switch (lezing) {
            case Lezing.Gelezen gelezen -> {
                if (gelezen.begintMetBom()) {
                    vondsten.meldCodeVariant("A-01", "bom", "");
                }
                gelezen.versie()
                        .filter(versie -> versie != Versie.V1_0)
                        .ifPresent(versie -> versie(versie, omzettingen, vondsten));
            }
            case Lezing.GeenUtf8 fout ->
                vondsten.meldCode(
                        "A-01",
                        fout.plaats().pointer(),
                        "positie",
                        fout.plaats().positie());
            case Lezing.GeenJson fout -> geenJson(fout, vondsten);
        }
    }

    private static void geenJson(Lezing.GeenJson fout, Vondsten vondsten) {
        String pointer = fout.plaats().pointer();
        Object[] waarden = {"regel", fout.plaats().regel(), "kolom", fout.kolom(), "fout", fout.fout()};
        if (fout.grens()) {
            vondsten.meldCodeVariant("A-02", "grens", pointer, waarden);
        } else {
            vondsten.meldCode("A-02", pointer, waarden);
        }
    }

    private static void versie(Versie versie, Omzettingen omzettingen, Vondsten vondsten) {
        if (omzettingen.isLeeg()) {
            vondsten.meldCodeVariant("A-04", "niets", "", "versie", versie.tekst());
        } else {
            vondsten.meldCodeVariant("A-04", "lijst", "", "versie", versie.tekst(), "lijst", omzettingen.lijst());
        }
    }
}
