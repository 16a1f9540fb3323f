// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.io.PrintStream;
import nl.ddas.logboek.extensie.Regeluitkomst.Uitkomst;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.TerminalTable;
import nl.ddas.presentation.Tone;

/// The report as text for the terminal.
public final class Verslagtekst {

    private final PrintStream uit;
    private final Terminal terminal;

    public Verslagtekst(PrintStream uit, Terminal terminal) {
        this.uit = uit;
        this.terminal = terminal;
    }

    /// Prints the report.
    ///
    /// @param metRegels whether all rules are listed, those that passed too
    public void print(Verslag verslag, boolean metRegels) {
        verslag.bestanden().forEach(bestand -> print(bestand, metRegels));
        if (verslag.bestanden().size() > 1) {
            uit.println();
            uit.println(terminal.strong("Samen"));
            summary(verslag);
        }
    }

    private void print(Bestandsverslag verslag, boolean metRegels) {
        uit.println();
        uit.println(terminal.strong(verslag.bestand()));
        uit.println(terminal.paint(tone(verslag), conclusion(verslag)));
        if (!verslag.uitkomsten().isEmpty()) {
            terminal.wrap(
                    uit,
                    "  ",
                    "Extensie " + Citaat.plain(verslag.extensie()) + ", getoetst aan "
                            + verslag.profiel().naam() + ": "
                            + Formats.count(verslag.aantal(Uitkomst.GESLAAGD), "regel", "regels") + " geslaagd, "
                            + verslag.aantal(Uitkomst.GEZAKT) + " gezakt, "
                            + verslag.aantal(Uitkomst.NIET_VAN_TOEPASSING) + " niet van toepassing.");
        }
        verslag.bevindingen().forEach(this::finding);
        if (metRegels) {
            rules(verslag);
        }
    }

    private static String conclusion(Bestandsverslag verslag) {
        if (verslag.aantal(Niveau.FOUT) > 0) {
            return "Deze definitie houdt zich niet aan de richtlijn.";
        }
        return verslag.vraagtAandacht()
                ? "Deze definitie kan, maar er zijn punten om te verbeteren."
                : "Deze definitie houdt zich aan de richtlijn.";
    }

    private static Tone tone(Bestandsverslag verslag) {
        return verslag.aantal(Niveau.FOUT) > 0 ? Tone.BAD : verslag.vraagtAandacht() ? Tone.CAUTION : Tone.GOOD;
    }

    private void finding(Bevinding bevinding) {
        uit.println();
        String kop = bevinding.regel() + "  " + bevinding.niveau().tekst();
        uit.println("  " + terminal.paint(tone(bevinding.niveau()), kop));
        terminal.wrap(uit, "    ", bevinding.melding());
        uit.println("      " + bevinding.waar());
    }

    private static Tone tone(Niveau niveau) {
        return switch (niveau) {
            case FOUT -> Tone.BAD;
            case WAARSCHUWING -> Tone.CAUTION;
            case INFORMATIEF -> Tone.INFO;
        };
    }

    private void rules(Bestandsverslag verslag) {
        uit.println();
        TerminalTable tabel = new TerminalTable(Column.code("Regel"), Column.text("Uitkomst"), Column.text("Eis"));
        verslag.uitkomsten()
                .forEach(regel -> tabel.row(
                        regel.regel().id(),
                        regel.uitkomst().tekst(),
                        regel.regel().eis()));
        tabel.print(uit, "  ");
    }

    private void summary(Verslag verslag) {
        TerminalTable tabel = new TerminalTable(
                Column.text("Extensie"),
                Column.text("Status"),
                Column.number("Fout"),
                Column.number("Waarschuwing"),
                Column.number("Informatief"));
        verslag.bestanden()
                .forEach(bestand -> tabel.row(
                        bestand.extensie().isEmpty() ? "(onleesbaar)" : Citaat.plain(bestand.extensie()),
                        bestand.status(),
                        Formats.number(bestand.aantal(Niveau.FOUT)),
                        Formats.number(bestand.aantal(Niveau.WAARSCHUWING)),
                        Formats.number(bestand.aantal(Niveau.INFORMATIEF))));
        tabel.print(uit, "  ");
        terminal.wrap(
                uit,
                "  ",
                "Samen " + Formats.count(verslag.sleutels(), "sleutel", "sleutels") + "; de langste heeft "
                        + verslag.langsteSleutel() + " tekens.");
    }
}
