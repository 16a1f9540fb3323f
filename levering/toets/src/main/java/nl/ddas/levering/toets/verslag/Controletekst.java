// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.TerminalTable;
import nl.ddas.presentation.Tone;

/// The report on a file as text for the terminal.
public final class Controletekst {

    private final PrintStream uit;
    private final Terminal terminal;

    public Controletekst(PrintStream uit, Terminal terminal) {
        this.uit = uit;
        this.terminal = terminal;
    }

    /// Prints the report, the most important first.
    public void print(Controleverslag verslag) {
        uit.println();
        uit.println(terminal.strong(verslag.bestand()));
        uit.println(terminal.paint(toon(verslag), verslag.conclusie()));
        uit.println();
        aantallen(verslag);
        gemeenten(verslag);
        if (verslag.bevindingen().isEmpty()) {
            return;
        }
        uit.println();
        uit.println(terminal.strong("Bevindingen"));
        Plaatsweergave weergave = Plaatsweergave.van(verslag.bevindingen());
        if (weergave.opEenRegel()) {
            terminal.wrap(uit, "  ", Plaatsweergave.UITLEG);
        }
        String vorige = "";
        for (Bevindinggroep groep : verslag.bevindingen()) {
            String advies = groep.code() + groep.advies();
            groep(groep, weergave, !groep.advies().isEmpty() && !advies.equals(vorige));
            vorige = advies;
        }
    }

    private static Tone toon(Controleverslag verslag) {
        return switch (verslag.oordeel().status()) {
            case ONLEESBAAR, AFGEKEURD -> Tone.BAD;
            case GOEDGEKEURD -> verslag.vraagtAandacht() ? Tone.CAUTION : Tone.GOOD;
        };
    }

    private void aantallen(Controleverslag verslag) {
        Oordeel oordeel = verslag.oordeel();
        uit.println("  Versie van het uitwisselmodel: "
                + oordeel.versie().map(Versie::tekst).orElse("onbekend"));
        uit.println("  " + Formats.count(oordeel.leveringen(), "levering", "leveringen") + ", "
                + Formats.count(oordeel.trajecten(), "traject", "trajecten") + ", "
                + Formats.count(oordeel.clienten(), "cliënt", "cliënten")
                + (oordeel.status() == Oordeel.Status.ONLEESBAAR ? " (gelezen tot aan de fout)" : ""));
        uit.println("  " + Formats.number(verslag.aantal(Ernst.BLOKKEREND)) + " blokkerend, "
                + Formats.count(verslag.aantal(Ernst.WAARSCHUWING), "waarschuwing", "waarschuwingen") + ", "
                + Formats.number(verslag.aantal(Ernst.INFORMATIEF)) + " informatief");
    }

    private void gemeenten(Controleverslag verslag) {
        Map<String, Long> perGemeente = verslag.leveringen().stream()
                .flatMap(levering -> levering.perGemeente().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
        if (perGemeente.isEmpty() || perGemeente.size() > 25) {
            return;
        }
        uit.println();
        TerminalTable tabel = new TerminalTable(Column.text("Gemeente"), Column.number("Trajecten"));
        perGemeente.forEach((gemeente, aantal) -> tabel.row(gemeente, Formats.number(aantal)));
        tabel.print(uit, "  ");
    }

    private void groep(Bevindinggroep groep, Plaatsweergave weergave, boolean metAdvies) {
        uit.println();
        String kop = groep.code() + "  " + groep.ernst().name().toLowerCase(Locale.ROOT) + ", "
                + Formats.number(groep.aantal()) + " keer";
        uit.println("  " + terminal.paint(toon(groep.ernst()), kop));
        terminal.wrap(uit, "    ", groep.voorbeeld());
        if (metAdvies) {
            terminal.wrap(uit, "    ", "Wat te doen: " + groep.advies());
        }
        weergave.tel(groep.plaatsen(), plaats -> waar(plaats, weergave)).forEach(waar -> uit.println("      " + waar));
        if (groep.aantal() > groep.plaatsen().size()) {
            uit.println("      en nog "
                    + Formats.number(groep.aantal() - groep.plaatsen().size()));
        }
    }

    private static String waar(Plaats plaats, Plaatsweergave weergave) {
        return (weergave.waar(plaats) + "  "
                        + (plaats.pointer().isEmpty() ? "(hele bestand)" : Toonbaar.pad(plaats.pointer())))
                .strip();
    }

    private static Tone toon(Ernst ernst) {
        return switch (ernst) {
            case BLOKKEREND -> Tone.BAD;
            case WAARSCHUWING -> Tone.CAUTION;
            case INFORMATIEF -> Tone.INFO;
        };
    }
}
