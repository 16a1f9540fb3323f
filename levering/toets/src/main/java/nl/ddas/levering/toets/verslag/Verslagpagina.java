// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.List;
import java.util.Locale;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag.Goedkeuring;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Facts;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.HtmlTable;
import nl.ddas.presentation.KeyFigure;
import nl.ddas.presentation.Page;
import nl.ddas.presentation.Section;
import nl.ddas.presentation.Tone;

/// A Verwerkingsverslag as a page for people.
public final class Verslagpagina {

    private Verslagpagina() {}

    public static String render(Verwerkingsverslag verslag) {
        String periode = Formats.day(verslag.startdatum()) + " tot en met " + Formats.day(verslag.einddatum());
        return new Page(
                        "DDAS",
                        "Data Delen Armoede en Schulden",
                        verslag.verzamelaar(),
                        "Verwerkingsverslag " + verslag.leverancier(),
                        "Wat er is ontvangen over " + periode + ", wat ermee is gedaan en wat u kunt verbeteren.",
                        Html.join(besluit(verslag), KeyFigure.row(cijfers(verslag))),
                        List.of(
                                Bevindingblok.bevindingen(verslag.bevindingen()),
                                plaatsen(),
                                Bevindingblok.leveringen(verslag.leveringen()),
                                techniek(verslag)),
                        "Verslag " + verslag.id() + ", gemaakt op "
                                + Formats.moment(verslag.gemaakt().atZone(Tijdzone.NEDERLAND)) + ".")
                .render();
    }

    private static Html besluit(Verwerkingsverslag verslag) {
        return switch (verslag.goedkeuring()) {
            case Goedkeuring.Geweigerd() ->
                Tone.BAD.alert(
                        "Deze levering is geweigerd",
                        Html.paragraph("Er is niets van ingelezen. Herstel wat blokkerend is en lever opnieuw."));
            case Goedkeuring.Direct() ->
                Tone.GOOD.alert(
                        "Deze levering wordt direct ingelezen",
                        Html.paragraph("Klopt er iets niet, trek de levering dan in; zij telt dan niet meer mee."));
            case Goedkeuring.NaTermijn(var uiterlijk) ->
                Tone.CAUTION.alert(
                        "Uw besluit kan tot " + Formats.moment(uiterlijk.atZone(Tijdzone.NEDERLAND)),
                        Html.paragraph("Trekt u de levering niet in, dan wordt zij daarna ingelezen."));
            case Goedkeuring.Handmatig(var uiterlijk) ->
                Tone.CAUTION.alert(
                        "Deze levering wacht op uw goedkeuring",
                        Html.paragraph("Pas na uw goedkeuring wordt zij ingelezen."
                                + uiterlijk
                                        .map(moment ->
                                                " Dat kan tot " + Formats.moment(moment.atZone(Tijdzone.NEDERLAND))
                                                        + "; daarna vervalt zij.")
                                        .orElse("")));
        };
    }

    private static List<KeyFigure> cijfers(Verwerkingsverslag verslag) {
        Oordeel oordeel = verslag.oordeel();
        long bevindingen =
                verslag.bevindingen().stream().mapToLong(Bevindinggroep::aantal).sum();
        return List.of(
                new KeyFigure("Trajecten", Formats.number(oordeel.trajecten()), "ontvangen", Tone.INFO),
                new KeyFigure("Cliënten", Formats.number(oordeel.clienten()), "vermeldingen", Tone.INFO),
                new KeyFigure(
                        "Geweigerd",
                        Formats.number(oordeel.geweigerdeTrajecten()),
                        "tellen niet mee",
                        oordeel.geweigerdeTrajecten() > 0 ? Tone.BAD : Tone.GOOD),
                new KeyFigure(
                        "Bevindingen",
                        Formats.number(bevindingen),
                        Formats.count(verslag.bevindingen().size(), "soort", "soorten"),
                        bevindingen > 0 ? Tone.CAUTION : Tone.GOOD));
    }

    private static Section plaatsen() {
        return Section.of(
                "plaatsen",
                "Hoe u een plaats terugvindt",
                Html.paragraph(
                        "Een plaats als /gegevens/leveringen/0/schuldhulptrajecten/3 wijst in het antwoord van uw API,"
                                + " per pagina en geteld vanaf 0: hier het vierde traject van de eerste levering. In een los"
                                + " bestand valt /gegevens weg. Met ddas controleer --toon PLAATS BESTAND ziet u wat er staat;"
                                + " beide schrijfwijzen mogen."));
    }

    private static Html viruscontrole(Verwerkingsverslag verslag) {
        return verslag.viruscontroleToelichting()
                .map(uitleg -> Html.join(Tone.CAUTION.badge(verslag.viruscontrole()), Html.paragraph(uitleg)))
                .orElseGet(() -> Html.text(verslag.viruscontrole()));
    }

    private static Section techniek(Verwerkingsverslag verslag) {
        Facts feiten = new Facts()
                .add("Handtekening", Tone.GOOD.badge("geldig"))
                .add("Viruscontrole", viruscontrole(verslag))
                .add("Versie", verslag.oordeel().versie().map(Versie::tekst).orElse("onbekend"))
                .add("Oordeel", verslag.oordeel().status().name().toLowerCase(Locale.ROOT));
        HtmlTable berichten = new HtmlTable(
                "Ontvangen berichten",
                List.of(
                        Column.number("Pagina"),
                        Column.number("Bytes"),
                        Column.code("SHA-256"),
                        Column.code("Ondertekenaar"),
                        Column.text("Ondertekend op")));
        verslag.berichten()
                .forEach(bericht -> berichten.row(
                        Integer.toString(bericht.pagina()),
                        Formats.number(bericht.bytes()),
                        bericht.sha256().substring(0, 16) + "...",
                        bericht.ondertekenaar(),
                        Formats.moment(bericht.ondertekendOp().atZone(Tijdzone.NEDERLAND))));
        return Section.of("techniek", "Techniek", feiten.html(), berichten.html());
    }
}
