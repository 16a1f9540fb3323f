// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.boom.Boombevinding;
import nl.ddas.logboek.boom.Boomuitslag;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.Tone;

/// What a check of a log came to, for people or for programs.
///
/// @param bron what was checked: a file or an address
/// @param raad for people, what they may do with the command
record Boomverslag(String bron, Boomuitslag uitslag, List<String> raad) {

    /// More of a kind than these are only counted in the text.
    private static final int MEESTE = 20;

    Boomverslag {
        raad = List.copyOf(raad);
    }

    /// For programs; `bevindingen` holds at most a thousand of each kind, `aantallen` counts all.
    JsonObject json() {
        JsonObject kop = JsonObject.EMPTY.with("bron", bron).with("status", uitslag.isGoed() ? "GOED" : "FOUT");
        JsonObject boom = uitslag.kop()
                .map(hoofd -> kop.with("logboek", hoofd.origin())
                        .with("grootte", hoofd.size())
                        .with("wortel", hoofd.root().base64()))
                .orElse(kop);
        Boomuitslag.Telling telling = uitslag.telling();
        JsonObject aantallen = JsonObject.EMPTY;
        for (Map.Entry<Boombevinding.Soort, Long> one : new TreeMap<>(uitslag.aantallen()).entrySet()) {
            aantallen = aantallen.with(one.getKey().name(), one.getValue());
        }
        return boom.with("alles", telling.isAlles())
                .with("regels", telling.regels())
                .with("vernietigd", telling.weg())
                .with("buitenSelectie", telling.buiten())
                .with("vernietigingsbewijzen", telling.bewijzen())
                .with("bewezen", JsonArray.ofTexts(uitslag.bewezen()))
                .with("opmerkingen", JsonArray.ofTexts(uitslag.opmerkingen()))
                .with("aantallen", aantallen)
                .with(
                        "bevindingen",
                        new JsonArray(uitslag.bevindingen().stream()
                                .map(Boomverslag::json)
                                .toList()));
    }

    private static JsonValue json(Boombevinding one) {
        JsonObject finding = JsonObject.EMPTY.with("soort", one.soort().name());
        return (one.nummer() < 0 ? finding : finding.with("nummer", one.nummer())).with("melding", one.melding());
    }

    /// For people.
    void print(PrintStream uit, Terminal terminal) {
        uit.println(terminal.strong(bron));
        uit.println(oordeel(terminal));
        uitslag.kop()
                .ifPresent(hoofd -> terminal.wrap(
                        uit,
                        "  ",
                        "Logboek " + hoofd.origin() + ", " + Formats.count(hoofd.size(), "blad", "bladeren")
                                + " in de boom. " + seen()));
        uitslag.bewezen().forEach(text -> terminal.wrap(uit, "  ", "+ " + text));
        Map<Boombevinding.Soort, Integer> shown = new TreeMap<>();
        for (Boombevinding one : uitslag.bevindingen()) {
            if (shown.merge(one.soort(), 1, Integer::sum) <= MEESTE) {
                terminal.wrap(uit, "  ", "- " + one.melding());
            }
        }
        uitslag.aantallen().forEach((soort, aantal) -> {
            if (aantal > MEESTE) {
                terminal.wrap(uit, "  ", "- En nog " + Formats.number(aantal - MEESTE) + " keer " + soort + ".");
            }
        });
        uitslag.opmerkingen().forEach(text -> terminal.wrap(uit, "  ", "! " + text));
        if (uitslag.kop().isPresent()) {
            raad.forEach(text -> terminal.wrap(uit, "  ", text));
        }
    }

    /// Without a checkpoint there is no log to speak of.
    private String oordeel(Terminal terminal) {
        if (uitslag.isGoed()) {
            return terminal.paint(Tone.GOOD, "Dit logboek klopt: er is niets gewijzigd, weggehaald of tussengevoegd.");
        }
        return terminal.paint(
                Tone.BAD, uitslag.kop().isPresent() ? "Dit logboek klopt niet." : "Dit is niet te controleren.");
    }

    private String seen() {
        Boomuitslag.Telling telling = uitslag.telling();
        if (telling.isAlles() && telling.regels() == 0 && telling.buiten() > 0) {
            return "Gecontroleerd: de hashes van " + Formats.count(telling.buiten(), "regel", "regels")
                    + ", zonder hun inhoud; dat is alles.";
        }
        String regels = Formats.count(telling.regels(), "regel", "regels") + " met inhoud";
        String weg = telling.weg() > 0 ? ", " + Formats.number(telling.weg()) + " vernietigd" : "";
        String buiten = telling.buiten() > 0 ? ", " + Formats.number(telling.buiten()) + " niet gevraagd" : "";
        return "Gecontroleerd: " + regels + weg + buiten
                + (telling.isAlles() ? "; dat is alles." : "; dat is een deel van het logboek.");
    }
}
