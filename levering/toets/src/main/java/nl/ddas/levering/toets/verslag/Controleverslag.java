// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.List;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;

/// The outcome of checking one file on one's own machine.
///
/// @param bestand name of the file, without its folder
/// @param bevindingen worst first
public record Controleverslag(
        String bestand, Oordeel oordeel, List<Leveringtelling> leveringen, List<Bevindinggroep> bevindingen) {

    /// How many findings of this severity.
    public long aantal(Ernst ernst) {
        return bevindingen.stream()
                .filter(groep -> groep.ernst() == ernst)
                .mapToLong(Bevindinggroep::aantal)
                .sum();
    }

    /// Whether anything is a warning or worse.
    public boolean vraagtAandacht() {
        return aantal(Ernst.BLOKKEREND) + aantal(Ernst.WAARSCHUWING) > 0;
    }

    /// One sentence for the administrator: can CBS use this?
    public String conclusie() {
        return switch (oordeel.status()) {
            case ONLEESBAAR -> "Dit bestand kan niet gelezen worden. Het CBS kan er niets mee tot dit is hersteld.";
            case AFGEKEURD -> "Het CBS zou deze levering weigeren. Herstel eerst wat blokkerend is.";
            case GOEDGEKEURD -> goedgekeurd();
        };
    }

    private String goedgekeurd() {
        if (oordeel.geweigerdeTrajecten() > 0) {
            return "Het CBS kan dit bestand gebruiken, maar " + oordeel.geweigerdeTrajecten()
                    + (oordeel.geweigerdeTrajecten() == 1 ? " traject telt" : " trajecten tellen") + " niet mee.";
        }
        return vraagtAandacht()
                ? "Het CBS kan dit bestand gebruiken. Er zijn wel punten om na te kijken."
                : "Het CBS kan dit bestand gebruiken. Er is niets gevonden dat hersteld moet worden.";
    }
}
