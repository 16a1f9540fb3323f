// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.HtmlTable;
import nl.ddas.presentation.Section;
import nl.ddas.presentation.Tone;

/// Findings by group and leveringen by gemeente as parts of a page; the same in both reports.
final class Bevindingblok {

    private Bevindingblok() {}

    static Section bevindingen(List<Bevindinggroep> groepen) {
        if (groepen.isEmpty()) {
            return Section.of("bevindingen", "Bevindingen", Html.paragraph("Er is niets gevonden."));
        }
        HtmlTable overzicht = new HtmlTable(
                "Bevindingen per soort, het ergste eerst",
                List.of(
                        Column.code("Code"),
                        Column.text("Ernst"),
                        Column.number("Aantal"),
                        Column.text("Wat is er, wat te doen, en waar (de eerste vijf)")));
        Plaatsweergave weergave = Plaatsweergave.van(groepen);
        groepen.forEach(groep -> overzicht.row(List.of(
                Html.text(groep.code()),
                ernst(groep.ernst()),
                Html.text(Formats.number(groep.aantal())),
                Html.join(
                        Html.tag("p").of(Html.text(groep.voorbeeld())),
                        Html.tag("p").of(Html.text(groep.advies())),
                        plaatsen(groep, weergave)))));
        return weergave.opEenRegel()
                ? Section.of("bevindingen", "Bevindingen", Html.paragraph(Plaatsweergave.UITLEG), overzicht.html())
                : Section.of("bevindingen", "Bevindingen", overzicht.html());
    }

    private static Html ernst(Ernst ernst) {
        return switch (ernst) {
            case BLOKKEREND -> Tone.BAD.badge("blokkerend");
            case WAARSCHUWING -> Tone.CAUTION.badge("waarschuwing");
            case INFORMATIEF -> Tone.INFO.badge("informatief");
        };
    }

    private static Html plaatsen(Bevindinggroep groep, Plaatsweergave weergave) {
        return Html.tag("ul", "class", "dd-places")
                .of(Html.join(Plaatsweergave.geteld(groep.plaatsen().stream()).entrySet().stream()
                        .map(paar -> Html.tag("li")
                                .of(
                                        plaats(paar.getKey(), weergave),
                                        Html.text(Plaatsweergave.keren(paar.getValue()))))));
    }

    private static Html plaats(Plaats plaats, Plaatsweergave weergave) {
        List<String> delen = new ArrayList<>();
        plaats.pagina().ifPresent(nummer -> delen.add("pagina " + nummer));
        String waar = weergave.waar(plaats);
        if (!waar.isEmpty()) {
            delen.add(waar);
        }
        String pointer = plaats.pointer().isEmpty() ? "(hele bericht)" : Toonbaar.pad(plaats.pointer());
        return Html.join(
                Html.text(delen.isEmpty() ? "" : String.join(", ", delen) + " "),
                Html.tag("code", "class", "nl-code").of(breekbaar(pointer)));
    }

    /// May break before each step of the pointer, so that it fits on a small screen.
    private static Html breekbaar(String pointer) {
        Html breuk = Html.tag("wbr").of();
        return Html.join(Arrays.stream(pointer.split("(?=/)")).map(stap -> Html.join(breuk, Html.text(stap))));
    }

    static Section leveringen(List<Leveringtelling> leveringen) {
        HtmlTable tabel = new HtmlTable(
                "Trajecten per organisatie en gemeente",
                List.of(
                        Column.text("Organisatie"),
                        Column.code("Gemeente"),
                        Column.number("Trajecten"),
                        Column.number("Cliënten in de levering"),
                        Column.number("Geweigerd in de levering")));
        leveringen.forEach(levering -> levering.perGemeente().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(paar -> tabel.row(
                        levering.organisatie(),
                        paar.getKey(),
                        Formats.number(paar.getValue()),
                        Formats.number(levering.clienten()),
                        Formats.number(levering.geweigerd()))));
        return Section.of("leveringen", "Wat er in staat", tabel.html());
    }
}
