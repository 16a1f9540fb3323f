// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.function.Consumer;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.CombineerOntvanger;
import nl.ddas.levering.statistiek.GecombineerdTraject;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.statistiek.Trajectuitleg;
import nl.ddas.presentation.Formats;

/// Explains every traject that was made of more than one source; what stands alone needs no reason.
final class AlleUitleg implements CombineerOntvanger {

    private final Consumer<String> regel;
    private long samengevoegd;
    private long alleen;

    /// @param regel takes the explanation line by line
    AlleUitleg(Consumer<String> regel) {
        this.regel = regel;
    }

    @Override
    public void combinatie(Combinatie combinatie) {
        combinatie
                .vervangen()
                .forEach(vervanging -> regel.accept("Vervangen: "
                        + vervanging.oud().plaats().bericht().naam() + " "
                        + vervanging.oud().plaats().pointer() + " door "
                        + vervanging.nieuw().plaats().bericht().naam() + " "
                        + vervanging.nieuw().plaats().pointer() + " (nieuwere melding van dezelfde organisatie)"));
    }

    @Override
    public void traject(GecombineerdTraject traject, Indicatorscore score) {
        if (traject.groep().bronnen().size() == 1) {
            alleen++;
            return;
        }
        samengevoegd++;
        Trajectuitleg.regels(traject, score).forEach(regel);
        regel.accept("");
    }

    /// Says how many were explained, and how to ask for another.
    void sluitAf() {
        regel.accept(Formats.count(
                        samengevoegd,
                        "traject komt uit meer dan één bron en staat hierboven",
                        "trajecten komen uit meer dan één bron en staan hierboven")
                + "; " + Formats.number(alleen)
                + " uit één bron. Wat er van één traject is geworden: --plaats PLAATS.");
    }
}
