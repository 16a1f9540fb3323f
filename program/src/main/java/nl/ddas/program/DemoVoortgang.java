// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.levering.verzamelaar.Mislukking;
import nl.ddas.levering.verzamelaar.Toestand;
import nl.ddas.levering.verzamelaar.Voortgang;

/// Tells how collecting goes, one line for what matters.
final class DemoVoortgang implements Voortgang {

    private final DemoVerslag verslag;

    DemoVoortgang(DemoVerslag verslag) {
        this.verslag = verslag;
    }

    @Override
    public synchronized void toestand(String leverancier, Toestand toestand) {
        verslag.regel(leverancier + ": " + toestand.tekst());
    }

    @Override
    public synchronized void kleinerePaginas(String leverancier, int trajecten) {
        verslag.regel(Teksten.kleinerePaginas(leverancier, trajecten));
    }

    @Override
    public synchronized void mislukt(String leverancier, Mislukking mislukking) {
        verslag.regel(leverancier + ": lukt nu niet (" + mislukking.reden() + ")");
    }
}
