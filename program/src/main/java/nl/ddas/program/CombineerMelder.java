// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.CombineerOntvanger;
import nl.ddas.levering.statistiek.GecombineerdTraject;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.verslag.Bevindinggroep;
import nl.ddas.levering.toets.verslag.Groepering;
import nl.ddas.presentation.Formats;

/// Tells on standard error what was found in the files, and passes the outcome on.
final class CombineerMelder implements CombineerOntvanger {

    private final PrintStream fout;
    private final CombineerOntvanger verder;
    private Groepering groepering = new Groepering();
    private boolean aandacht;

    CombineerMelder(PrintStream fout, CombineerOntvanger verder) {
        this.fout = fout;
        this.verder = verder;
    }

    @Override
    public void bevinding(String bestand, Bevinding bevinding) {
        groepering.voegToe(bevinding);
    }

    @Override
    public void oordeel(String bestand, Oordeel oordeel) {
        for (Bevindinggroep groep : groepering.groepen()) {
            aandacht |= groep.ernst() != Ernst.INFORMATIEF;
            fout.println(bestand + ": " + groep.code() + " ("
                    + groep.ernst().tekst() + ", " + Formats.number(groep.aantal()) + " keer) "
                    + groep.voorbeeld());
        }
        groepering = new Groepering();
    }

    @Override
    public void combinatie(Combinatie combinatie) throws IOException {
        verder.combinatie(combinatie);
    }

    @Override
    public void traject(GecombineerdTraject traject, Indicatorscore score) throws IOException {
        verder.traject(traject, score);
    }

    /// @return the exit status: whether anything asks for attention
    int sluitAf() {
        return aandacht ? Uitgang.BEVINDINGEN : Uitgang.GOED;
    }
}
