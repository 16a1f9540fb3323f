// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Regelgroepen;
import nl.ddas.logboek.extensie.Regelweergave;
import nl.ddas.logboek.lezen.Bezoek;
import nl.ddas.logboek.lezen.Tak;
import nl.ddas.logboek.lezen.Traceverslag;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.Tone;

/// A trace as a tree in a terminal, a heading wherever it goes on at another organisation. Made for 80 columns.
///
/// @param alles the attributes of each line too
record Volgweergave(PrintStream uit, Terminal terminal, List<Definitie> definities, boolean alles) {

    /// Deeper than this, indenting leaves no room to read.
    private static final int DIEPST = 12;
    private static final int ADRES = 60;

    void toon(Traceverslag verslag) {
        uit.println(terminal.strong("Trace " + verslag.trace().uuid()));
        terminal.wrap(uit, "", Volgteksten.samenvatting(verslag));
        if (!verslag.takken().isEmpty()) {
            uit.println("Begonnen op "
                    + Formats.moment(Instant.ofEpochMilli(verslag.takken().stream()
                            .mapToLong(tak -> tak.regel().start())
                            .min()
                            .orElse(0))));
        }
        logboeken(verslag);
        boom(verslag);
        List<String> ontbreekt = Volgteksten.ontbreekt(verslag);
        if (!ontbreekt.isEmpty()) {
            uit.println();
            uit.println(terminal.strong("Wat ontbreekt of niet klopt"));
            ontbreekt.forEach(zin -> terminal.wrap(uit, "  ", "- " + zin));
        }
    }

    private void logboeken(Traceverslag verslag) {
        uit.println();
        uit.println(terminal.strong("Logboeken"));
        for (int i = 0; i < verslag.bezoeken().size(); i++) {
            Bezoek bezoek = verslag.bezoeken().get(i);
            terminal.wrap(
                    uit,
                    "  ",
                    (i + 1) + ". " + Volgteksten.logboek(bezoek) + ": "
                            + (bezoek.toestand().isGelezen()
                                    ? Formats.count(bezoek.regels(), "regel", "regels")
                                    : bezoek.toestand().uitleg()));
            if (bezoek.organisatie().isPresent() && bezoek.adres().length() < ADRES) {
                uit.println("     " + Toonbaar.zichtbaar(bezoek.adres()));
            }
        }
    }

    private void boom(Traceverslag verslag) {
        int vorige = -1;
        for (Tak tak : verslag.takken()) {
            String inspring = "  ".repeat(Math.min(tak.diepte(), DIEPST));
            if (tak.logboek() != vorige || tak.diepte() == 0) {
                uit.println();
                terminal.wrap(
                        uit,
                        inspring,
                        terminal.strong(Volgteksten.logboek(verslag.bezoeken().get(tak.logboek()))));
                vorige = tak.logboek();
            }
            terminal.wrap(uit, inspring + "  ", "- " + Volgteksten.naam(tak));
            String hoe = Volgteksten.tijd(tak) + ", " + Volgteksten.afloop(tak)
                    + (tak.diepte() > DIEPST ? ", " + tak.diepte() + " stappen diep" : "");
            terminal.wrap(
                    uit, inspring + "    ", "Error".equals(tak.regel().status()) ? terminal.paint(Tone.BAD, hoe) : hoe);
            if (alles) {
                Regelweergave.print(
                        uit,
                        terminal,
                        inspring + "    ",
                        Regelgroepen.of(tak.regel().attributes(), definities));
                uit.println();
            }
        }
    }
}
