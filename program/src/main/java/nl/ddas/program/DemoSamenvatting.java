// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import nl.ddas.levering.verzamelaar.Verzamelresultaat.Stand;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.presentation.TerminalTable;

/// What the demo came to, for the terminal and as JSON (`docs/nl/json.md`).
final class DemoSamenvatting {

    private static final int MEESTE_CODES = 12;

    private static final int MEESTE_REDENEN = 4;
    private static final long OP_TIJD = 31;

    private final Demo.Uitkomst uitkomst;
    private final DemoBalans balans;
    private final List<PerLeverancier> leveranciers = new ArrayList<>();

    DemoSamenvatting(Demo.Uitkomst uitkomst) {
        this.uitkomst = uitkomst;
        this.balans = DemoBalans.van(uitkomst);
        leveranciers.addAll(uitkomst.resultaat().leveranciers());
        uitkomst.eigen().stream().map(Verzamelresultaat::leveranciers).forEach(leveranciers::addAll);
    }

    void print(PrintStream uit, Terminal terminal) {
        uit.println();
        uit.println(terminal.strong("Per leverancier"));
        TerminalTable tabel = new TerminalTable(
                Column.text("Leverancier"),
                Column.text("Geleverd op"),
                Column.number("Pagina's"),
                Column.number("Trajecten"),
                Column.number("Geweigerd"),
                Column.number("Ingelezen"),
                Column.number("Bevindingen"),
                Column.text("Uitkomst"));
        leveranciers.forEach(een -> tabel.row(
                een.naam(),
                isMislukt(een) ? "" : Formats.day(leverdag(een)),
                Formats.number(een.paginas()),
                Formats.number(een.trajecten()),
                Formats.number(DemoBalans.isAfgekeurd(een) ? een.trajecten() : een.geweigerd()),
                Formats.number(een.ingelezen()),
                Formats.number(bevindingen(een)),
                Teksten.uitkomst(een.stand())));
        tabel.print(uit, "  ");
        printBevindingen(uit, terminal);
        printBalans(uit, terminal);
        printBetrouwbaarheid(uit, terminal);
        Controletekst tekst = new Controletekst(uit, terminal);
        if (!uitkomst.controles().isEmpty()) {
            uit.println();
            uit.println(terminal.strong("Uw eigen levering, zoals ddas controleer haar ziet"));
            uitkomst.controles().forEach(tekst::print);
        }
        printVerantwoording(uit, terminal);
        uit.println();
        uit.println("Het rapport:             " + uitkomst.rapport());
        uit.println("De verwerkingsverslagen: " + uitkomst.verslagen());
        uit.println("Klaar in " + Formats.duration(uitkomst.verslag().totaal()) + ".");
    }

    private void printVerantwoording(PrintStream uit, Terminal terminal) {
        uit.println();
        uit.println(terminal.strong("Een levering, zoals beide logboeken haar verantwoorden"));
        uitkomst.verantwoording().toon(uit, terminal);
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
        return switch (code) {
            case "A-03" -> "Het bericht past niet op het uitwisselmodel.";
            case "T-20" -> "De omschrijving is niet nodig, en bevat soms persoonsgegevens.";
            case String ander ->
                catalogus
                        .controle(ander)
                        .melding()
                        .replaceAll("\\{\\w+\\}", "...")
                        .replaceAll("\\.{4}", "...");
        };
    }

    private void printBalans(PrintStream uit, Terminal terminal) {
        uit.println();
        uit.println(terminal.strong("Van bron tot cijfers"));
        TerminalTable tabel = new TerminalTable(Column.text("Stap"), Column.number("Trajecten"), Column.text(""));
        balans.regels().forEach(regel -> tabel.row(regel.tekst(), Formats.number(regel.aantal()), regel.uitleg()));
        tabel.print(uit, "  ");
    }

    private void printBetrouwbaarheid(PrintStream uit, Terminal terminal) {
        Combinatie.Telling telling = uitkomst.cijfers().telling();
        uit.println();
        uit.println(terminal.strong("Combineren en betrouwbaarheid"));
        uit.println("  " + Formats.number(telling.uitMeerBronnen())
                + " trajecten in de cijfers komen uit meer dan één bron.");
        uit.println("  Klassen: "
                + String.join(
                        ", ",
                        Stream.of(Indicatorscore.Klasse.values())
                                .map(klasse -> klasse + " "
                                        + Formats.number(
                                                uitkomst.cijfers().klassen().getOrDefault(klasse, 0L)))
                                .toList()));
        uit.println("  Dit kostte het vaakst punten:");
        uitkomst.cijfers().statistieken().verliezen().stream()
                .limit(MEESTE_REDENEN)
                .forEach(post ->
                        uit.println("    " + "%8s".formatted(Formats.number(post.getValue())) + "  " + post.getKey()));
        leveranciers.stream()
                .filter(een -> !isMislukt(een) && dagen(een) > OP_TIJD)
                .forEach(een -> terminal.wrap(
                        uit,
                        "  ",
                        een.naam() + " leverde pas " + dagen(een) + " dagen na de periode; na " + OP_TIJD
                                + " dagen kost dat elk van haar trajecten punten voor tijdigheid."));
    }

    /// Whether nothing was delivered.
    private static boolean isMislukt(PerLeverancier een) {
        return een.stand() instanceof Stand.Mislukt;
    }

    private LocalDate leverdag(PerLeverancier een) {
        LocalDate dag = uitkomst.leverdagen().get(een.naam());
        if (dag == null) {
            throw new IllegalStateException("no day of delivery for a supplier of the demo");
        }
        return dag;
    }

    private long dagen(PerLeverancier een) {
        LocalDate eind = Stream.concat(Stream.of(uitkomst.resultaat()), uitkomst.eigen().stream())
                .filter(resultaat -> resultaat.van(een.naam()).isPresent())
                .map(resultaat -> resultaat.periode().eind())
                .findFirst()
                .orElseThrow();
        return ChronoUnit.DAYS.between(eind, leverdag(een));
    }

    /// Whether a delivery of the user could not be collected.
    boolean eigenMislukt() {
        return leveranciers.stream()
                .anyMatch(een -> een.naam().startsWith(EigenLevering.VOORVOEGSEL) && isMislukt(een));
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
        JsonObject document = JsonObject.EMPTY
                .with("leveranciers", new JsonArray(rijen))
                .with("trajecten", balans.json())
                .with("bevindingen", getallen(perCode()))
                .with("verantwoording", uitkomst.verantwoording().json())
                .with("seconden", seconden());
        HeelBestand.schrijf(pad, document.toBytes());
    }

    private static JsonObject getallen(Map<String, Long> getallen) {
        Map<String, JsonValue> leden = new TreeMap<>();
        getallen.forEach((naam, getal) -> leden.put(naam, JsonNumber.of(getal)));
        return new JsonObject(leden);
    }

    private JsonObject seconden() {
        Map<String, JsonValue> leden = new TreeMap<>();
        uitkomst.verslag().seconden().forEach((stap, seconden) -> leden.put(stap, getal(seconden)));
        leden.put("totaal", getal(uitkomst.verslag().totaal().toMillis() / 1000.0));
        return new JsonObject(leden);
    }

    private static JsonNumber getal(double seconden) {
        return new JsonNumber(
                BigDecimal.valueOf(seconden).setScale(1, RoundingMode.HALF_UP).toPlainString());
    }
}
