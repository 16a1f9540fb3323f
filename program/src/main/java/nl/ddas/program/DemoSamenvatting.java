// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.generator.HeelBestand;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.toets.Catalogus;
import nl.ddas.levering.toets.verslag.Controletekst;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.TerminalTable;

/// What the demo came to, for the terminal and as JSON (`docs/nl/json.md`).
final class DemoSamenvatting {

    private static final int MEESTE_CODES = 12;

    private final Demo.Uitkomst uitkomst;
    private final List<PerLeverancier> leveranciers = new ArrayList<>();

    DemoSamenvatting(Demo.Uitkomst uitkomst) {
        this.uitkomst = uitkomst;
        leveranciers.addAll(uitkomst.resultaat().leveranciers());
        uitkomst.eigen().stream().map(Verzamelresultaat::leveranciers).forEach(leveranciers::addAll);
    }

    void print(PrintStream uit, Terminal terminal) {
        uit.println();
        uit.println(terminal.strong("Per leverancier"));
        TerminalTable tabel = new TerminalTable(
                Column.text("Leverancier"),
                Column.number("Pagina's"),
                Column.number("Trajecten"),
                Column.number("Geweigerd"),
                Column.number("Ingelezen"),
                Column.number("Bevindingen"),
                Column.text("Uitkomst"));
        leveranciers.forEach(een -> tabel.row(
                een.naam(),
                Formats.number(een.paginas()),
                Formats.number(een.trajecten()),
                Formats.number(een.geweigerd()),
                Formats.number(een.ingelezen()),
                Formats.number(bevindingen(een)),
                een.status() + een.reden().map(reden -> " (" + reden + ")").orElse("")));
        tabel.print(uit, "  ");
        printBevindingen(uit, terminal);
        printCombineren(uit, terminal);
        Controletekst tekst = new Controletekst(uit, terminal);
        if (!uitkomst.controles().isEmpty()) {
            uit.println();
            uit.println(terminal.strong("Uw eigen levering, zoals ddas controleer haar ziet"));
            uitkomst.controles().forEach(tekst::print);
        }
        uit.println();
        uit.println("Het rapport:             " + uitkomst.rapport());
        uit.println("De verwerkingsverslagen: " + uitkomst.verslagen());
        uit.println("Klaar in " + Formats.duration(uitkomst.totaal()) + ".");
    }

    private void printBevindingen(PrintStream uit, Terminal terminal) {
        Map<String, Long> perCode = perCode();
        uit.println();
        uit.println(terminal.strong("Meest gevonden"));
        Catalogus catalogus = Catalogus.eigen();
        perCode.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MEESTE_CODES)
                .forEach(paar -> uit.println("  %-5s %8s  %s"
                        .formatted(
                                paar.getKey(),
                                Formats.number(paar.getValue()),
                                omschrijving(catalogus, paar.getKey()))));
    }

    /// The message of a rule with dots for what differs each time.
    private static String omschrijving(Catalogus catalogus, String code) {
        return code.equals("A-03")
                ? "Het bericht past niet op het uitwisselmodel."
                : catalogus.controle(code).melding().replaceAll("\\{\\w+\\}", "...");
    }

    private void printCombineren(PrintStream uit, Terminal terminal) {
        Combinatie.Telling telling = uitkomst.cijfers().telling();
        uit.println();
        uit.println(terminal.strong("Combineren"));
        uit.println("  " + Formats.number(telling.bronrecords()) + " geleverde trajecten werden "
                + Formats.number(telling.trajecten()) + " trajecten; "
                + Formats.number(telling.uitMeerBronnen()) + " daarvan komen uit meer dan één bron.");
        uit.println("  Betrouwbaarheid: "
                + String.join(
                        ", ",
                        Stream.of(Indicatorscore.Klasse.values())
                                .map(klasse -> klasse + " "
                                        + Formats.number(
                                                uitkomst.cijfers().klassen().getOrDefault(klasse, 0L)))
                                .toList()));
    }

    /// Whether a delivery of the user could not be collected.
    boolean eigenMislukt() {
        return leveranciers.stream()
                .anyMatch(een -> een.naam().startsWith(EigenLevering.VOORVOEGSEL)
                        && een.status().equals("mislukt"));
    }

    private static long bevindingen(PerLeverancier een) {
        return een.bevindingen().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> perCode() {
        Map<String, Long> perCode = new TreeMap<>();
        leveranciers.forEach(
                een -> een.bevindingen().forEach((code, aantal) -> perCode.merge(code, aantal, Long::sum)));
        return perCode;
    }

    /// Writes the summary.
    void schrijf(Path pad) throws IOException {
        List<JsonValue> rijen = leveranciers.stream()
                .<JsonValue>map(een -> JsonObject.EMPTY
                        .with("naam", een.naam())
                        .with("paginas", een.paginas())
                        .with("trajecten", een.trajecten())
                        .with("status", een.status()))
                .toList();
        JsonObject trajecten = JsonObject.EMPTY
                .with("ontvangen", som(leveranciers.stream().map(PerLeverancier::trajecten)))
                .with("afgekeurd", som(leveranciers.stream().map(DemoSamenvatting::afgekeurd)))
                .with("ingelezen", som(leveranciers.stream().map(PerLeverancier::ingelezen)))
                .with("gecombineerd", uitkomst.cijfers().telling().trajecten());
        JsonObject document = JsonObject.EMPTY
                .with("leveranciers", new JsonArray(rijen))
                .with("trajecten", trajecten)
                .with("bevindingen", getallen(perCode()))
                .with("seconden", seconden());
        HeelBestand.schrijf(pad, document.toBytes());
    }

    /// All of a delivery that was refused, else its refused trajecten.
    private static long afgekeurd(PerLeverancier een) {
        return een.status().equals("afgekeurd") ? een.trajecten() : een.geweigerd();
    }

    private static long som(Stream<Long> getallen) {
        return getallen.mapToLong(Long::longValue).sum();
    }

    private static JsonObject getallen(Map<String, Long> getallen) {
        Map<String, JsonValue> leden = new TreeMap<>();
        getallen.forEach((naam, getal) -> leden.put(naam, JsonNumber.of(getal)));
        return new JsonObject(leden);
    }

    private JsonObject seconden() {
        Map<String, JsonValue> leden = new TreeMap<>();
        uitkomst.seconden().forEach((stap, seconden) -> leden.put(stap, getal(seconden)));
        leden.put("totaal", getal(uitkomst.totaal().toMillis() / 1000.0));
        return new JsonObject(leden);
    }

    private static JsonNumber getal(double seconden) {
        return new JsonNumber(
                BigDecimal.valueOf(seconden).setScale(1, RoundingMode.HALF_UP).toPlainString());
    }
}
