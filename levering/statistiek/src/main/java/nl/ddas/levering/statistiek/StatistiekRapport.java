// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.presentation.Chart;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Facts;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.HtmlTable;
import nl.ddas.presentation.KeyFigure;
import nl.ddas.presentation.Page;
import nl.ddas.presentation.Section;
import nl.ddas.presentation.SvgChart;
import nl.ddas.presentation.Tone;

/// The statistics of a period as one HTML file that stands by itself: of each statistic the definition, the
/// figures, a chart and notes; then how persons are protected and with what settings and versions it was made.
///
/// Charts show only what the tables show: a hidden figure is in no chart.
public final class StatistiekRapport {
    private static final int HOOGSTENS_GEMEENTEN = 20;

    private final List<Tabel> tabellen;
    private final Verantwoording run;

    /// @param tabellen of [Statistieken#tabellen(Combinatie.Telling)]
    public StatistiekRapport(List<Tabel> tabellen, Verantwoording run) {
        this.tabellen = List.copyOf(tabellen);
        this.run = run;
    }

    /// With what a report was made.
    ///
    /// @param omgeving such as `Demonstratie`; printed at the top
    /// @param moment when it was made
    /// @param regelversie see [Combineerder#REGELVERSIE]
    /// @param gewichtenversie see [Gewichten#versie()]
    /// @param programma name and version of the program
    public record Verantwoording(
            String omgeving,
            LocalDate van,
            LocalDate tot,
            ZonedDateTime moment,
            Onthullingsprofiel profiel,
            Instellingen instellingen,
            String regelversie,
            String gewichtenversie,
            String programma) {}

    /// The whole file.
    public String html() {
        String periode = Formats.day(run.van()) + " tot en met " + Formats.day(run.tot());
        Html waarschuwing = run.profiel() == Onthullingsprofiel.INTERN
                ? Tone.CAUTION.alert(
                        "Niet verspreiden", Html.paragraph(run.profiel().uitleg()))
                : Html.NONE;
        return new Page(
                        "DDAS",
                        "Data Delen Armoede en Schulden",
                        run.omgeving(),
                        "Schuldhulpverlening: cijfers " + periode,
                        "Cijfers over schuldhulptrajecten, gecombineerd uit de leveringen van alle organisaties.",
                        Html.join(waarschuwing, kerncijfers()),
                        onderdelen(),
                        "Gemaakt op " + Formats.moment(run.moment()) + " met " + run.programma())
                .render();
    }

    private Html kerncijfers() {
        return KeyFigure.row(Stream.of(
                        kerncijfer("Lopend aan het eind", "R01-R05", Telling.LOPEND_NA.titel(), "trajecten"),
                        kerncijfer("Instroom", "R01-R05", Telling.INSTROOM.titel(), "trajecten in de periode"),
                        kerncijfer("Personen", "R06-R07", Telling.PERSONEN.titel(), "met een traject in de periode"),
                        kerncijfer("Schuldbedrag", "R21", "Mediaan", "euro bij aanvang, mediaan"))
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<KeyFigure> kerncijfer(String naam, String id, String kolom, String noot) {
        return tabel(id)
                .map(tabel -> tabel.rijen().getFirst().get(tabel.kolommen().indexOf(kolom)))
                .map(cel -> new KeyFigure(naam, cel.leesbaar(), noot, Tone.INFO));
    }

    private Optional<Tabel> tabel(String id) {
        return tabellen.stream().filter(tabel -> tabel.id().equals(id)).findFirst();
    }

    private List<Section> onderdelen() {
        List<Section> delen = new ArrayList<>();
        delen.add(onderdeel("trajecten", "Trajecten", "R01-R05", "R01-R05-gemeente"));
        delen.add(onderdeel("personen", "Personen", "R06-R07", "R06-R07-gemeente", "R06-leeftijd", "R06-geslacht"));
        delen.add(onderdeel("uitstroom", "Uitstroom", "R08", "R09", "R08-gemeente"));
        delen.add(onderdeel("schulden", "Schulden", "R21", "R21-klassen", "R21-gemeente"));
        delen.add(onderdeel("kwaliteit", "Combineren en betrouwbaarheid", "R33", "R31-klassen", "R31-verliezen"));
        delen.add(Section.of(
                "bescherming",
                "Hoe personen beschermd zijn",
                Html.paragraph(run.profiel().uitleg())));
        delen.add(verantwoording());
        return List.copyOf(delen);
    }

    private Section onderdeel(String id, String kop, String... tabelIds) {
        return Section.of(
                id,
                kop,
                Stream.of(tabelIds)
                        .flatMap(naam -> tabel(naam).stream())
                        .map(this::statistiek)
                        .toArray(Html[]::new));
    }

    private Html statistiek(Tabel tabel) {
        Html cijfers = tabel(tabel);
        boolean lang = tabel.id().endsWith("-gemeente");
        Html noten = tabel.noten().isEmpty() ? Html.NONE : Html.list(tabel.noten());
        return Section.sub(
                tabel.titel(),
                Html.paragraph(tabel.definitie()),
                grafiek(tabel).map(SvgChart::figure).orElse(Html.NONE),
                lang ? Html.details("Toon de tabel (" + tabel.rijen().size() + " gemeenten)", cijfers) : cijfers,
                noten);
    }

    private static Html tabel(Tabel tabel) {
        List<Column> kolommen =
                new ArrayList<>(List.of(Column.text(tabel.kolommen().getFirst())));
        tabel.kolommen().stream().skip(1).map(Column::number).forEach(kolommen::add);
        HtmlTable uit = new HtmlTable(tabel.titel(), kolommen);
        tabel.rijen().forEach(rij -> uit.row(rij.stream().map(Cel::leesbaar).toArray(String[]::new)));
        return uit.html();
    }

    private Optional<Chart> grafiek(Tabel tabel) {
        return switch (tabel.id()) {
            case "R01-R05" -> rangorde(tabel, Telling.LOPEND_NA.titel(), "Lopende trajecten per provincie", 12);
            case "R01-R05-gemeente" ->
                rangorde(
                        tabel,
                        Telling.LOPEND_NA.titel(),
                        "Lopende trajecten: de " + HOOGSTENS_GEMEENTEN + " grootste gemeenten",
                        HOOGSTENS_GEMEENTEN);
            case "R06-leeftijd" -> verdeling(tabel, "Personen naar leeftijd", "personen");
            case "R08" -> redenen(tabel);
            case "R09" -> uitkomst(tabel);
            case "R21-klassen" -> schuldklassen(tabel);
            case "R31-klassen" -> verdeling(tabel, "Trajecten naar betrouwbaarheid", "trajecten");
            case String anders -> Optional.empty();
        };
    }

    private record Punt(String naam, double waarde) {}

    /// Bars from large to small, of real areas only.
    private Optional<Chart> rangorde(Tabel tabel, String kolom, String titel, int hoogstens) {
        int plek = tabel.kolommen().indexOf(kolom);
        List<Punt> punten = gebieden(tabel)
                .flatMap(rij -> waarde(rij.get(plek)).map(getal -> new Punt(naam(rij), getal)).stream())
                .sorted(Comparator.comparing(Punt::waarde).reversed())
                .limit(hoogstens)
                .toList();
        return grafiek(tabel, new Beeld(Chart.Kind.RANKED, titel, "trajecten"), punten);
    }

    private static Stream<List<Cel>> gebieden(Tabel tabel) {
        return tabel.rijen().stream().filter(rij -> !List.of(
                        "Nederland", Statistiektelling.ONBEKEND.naam(), Statistiektelling.KLASSE_E.naam())
                .contains(naam(rij)));
    }

    private Optional<Chart> verdeling(Tabel tabel, String titel, String eenheid) {
        List<Punt> punten = tabel.rijen().stream()
                .filter(rij -> !naam(rij).equals("Totaal"))
                .flatMap(rij -> waarde(rij.get(1)).map(getal -> new Punt(naam(rij), getal)).stream())
                .toList();
        return grafiek(tabel, new Beeld(Chart.Kind.GROUPED, titel, eenheid), punten);
    }

    private Optional<Chart> redenen(Tabel tabel) {
        List<Punt> punten = landelijk(tabel, Telling.REDENEN).stream()
                .sorted(Comparator.comparing(Punt::waarde).reversed())
                .toList();
        return grafiek(tabel, new Beeld(Chart.Kind.RANKED, "Reden van uitstroom, Nederland", "trajecten"), punten);
    }

    private Optional<Chart> schuldklassen(Tabel tabel) {
        List<Punt> punten = landelijk(tabel, Telling.SCHULDKLASSEN);
        return grafiek(
                tabel,
                new Beeld(Chart.Kind.GROUPED, "Schuldbedrag bij aanvang in euro's, Nederland", "trajecten"),
                punten);
    }

    private static List<Punt> landelijk(Tabel tabel, List<Telling> kolommen) {
        List<Cel> land = tabel.rijen().getFirst();
        return kolommen.stream()
                .map(Telling::titel)
                .flatMap(titel ->
                        waarde(land.get(tabel.kolommen().indexOf(titel))).map(getal -> new Punt(titel, getal)).stream())
                .toList();
    }

    /// Stacked: how help ended, of each provincie of which nothing is hidden.
    private Optional<Chart> uitkomst(Tabel tabel) {
        List<String> delen = List.of("Schuldenvrij", "Zelf verder", "Uitval");
        List<List<Cel>> rijen = gebieden(tabel)
                .filter(rij -> delen.stream()
                        .allMatch(deel ->
                                waarde(rij.get(tabel.kolommen().indexOf(deel))).isPresent()))
                .toList();
        if (rijen.isEmpty()) {
            return Optional.empty();
        }
        List<Chart.Series> reeksen = delen.stream()
                .map(deel -> new Chart.Series(
                        deel,
                        rijen.stream()
                                .mapToDouble(
                                        rij -> waarde(rij.get(tabel.kolommen().indexOf(deel)))
                                                .orElse(0.0))
                                .toArray()))
                .toList();
        return Optional.of(new Chart(
                Chart.Kind.STACKED,
                "grafiek-r09",
                "Hoe trajecten eindigden, per provincie",
                "Per provincie het aantal geëindigde trajecten: schuldenvrij, zelf verder en uitval.",
                "trajecten",
                rijen.stream().map(StatistiekRapport::naam).toList(),
                reeksen));
    }

    /// What a chart of one row of bars is called.
    private record Beeld(Chart.Kind soort, String titel, String eenheid) {}

    private static Optional<Chart> grafiek(Tabel tabel, Beeld beeld, List<Punt> punten) {
        if (punten.stream().noneMatch(punt -> punt.waarde() > 0)) {
            return Optional.empty();
        }
        Punt hoogste = punten.stream().max(Comparator.comparing(Punt::waarde)).orElseThrow();
        double[] waarden = punten.stream().mapToDouble(Punt::waarde).toArray();
        return Optional.of(new Chart(
                beeld.soort(),
                "grafiek-" + tabel.id().toLowerCase(Locale.ROOT),
                beeld.titel(),
                beeld.titel() + "; het hoogst is " + hoogste.naam() + " met "
                        + Formats.number(Math.round(hoogste.waarde())) + " " + beeld.eenheid() + ".",
                beeld.eenheid(),
                punten.stream().map(Punt::naam).toList(),
                List.of(new Chart.Series(beeld.eenheid(), waarden))));
    }

    private static String naam(List<Cel> rij) {
        return rij.getFirst().leesbaar();
    }

    private static Optional<Double> waarde(Cel cel) {
        return switch (cel) {
            case Cel.Aantal(long aantal) -> Optional.of((double) aantal);
            case Cel.Tekst tekst -> Optional.empty();
            case Cel.Procent procent -> Optional.empty();
            case Cel.Euro euro -> Optional.empty();
            case Cel.Verhouding verhouding -> Optional.empty();
            case Cel.Geheim geheim -> Optional.empty();
            case Cel.Leeg leeg -> Optional.empty();
        };
    }

    private Section verantwoording() {
        Instellingen instellingen = run.instellingen();
        return Section.of(
                "verantwoording",
                "Hoe deze cijfers zijn gemaakt",
                new Facts()
                        .add("Periode", Formats.day(run.van()) + " tot en met " + Formats.day(run.tot()))
                        .add("Beveiliging van de cijfers", run.profiel().name().toLowerCase(Locale.ROOT))
                        .add("Regels van het combineren", "versie " + run.regelversie())
                        .add("Gemeenteregel", instellingen.gemeenteregel().name())
                        .add("BSN-modus", instellingen.bsnmodus().name())
                        .add("Grootste gat tussen trajecten", Formats.count(instellingen.maxgat(), "dag", "dagen"))
                        .add("Gewichten van de indicator", "versie " + run.gewichtenversie())
                        .add("Programma", run.programma())
                        .html(),
                Html.paragraph("Betekenis van tekens: . = onbekend of geheim; 0 = niets; leeg = kan niet voorkomen."));
    }
}
