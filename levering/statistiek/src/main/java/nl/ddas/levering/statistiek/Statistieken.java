// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.presentation.Formats;

/// Makes the tables R01-R09 and R21, and what a reader must know beside them, out of the counts of a period.
public final class Statistieken {
    private static final int MEESTE_REDENEN = 8;
    private static final String KLASSEN_WEG =
            "Trajecten van indicatorklasse E tellen alleen mee in het totaal van Nederland; van klasse D en E zijn geen"
                    + " bedragen gebruikt.";

    private final Statistiektelling telling;
    private final Onthullingsprofiel profiel;
    private final Gebiedsblok blok;
    private final String periode;

    public Statistieken(Statistiektelling telling, Onthullingsprofiel profiel) {
        this.telling = telling;
        this.profiel = profiel;
        blok = new Gebiedsblok(telling, profiel);
        periode = "van " + Formats.day(telling.van()) + " tot en met " + Formats.day(telling.tot());
    }

    /// All tables, in the order of a report.
    ///
    /// @param effect how combining changed the counts
    public List<Tabel> tabellen(Combinatie.Telling effect) {
        return List.of(
                kern("R01-R05", "Lopende trajecten, instroom en uitstroom", "Gebied", blok.hoofdrijen()),
                kern(
                        "R01-R05-gemeente",
                        "Lopende trajecten, instroom en uitstroom per gemeente",
                        "Gemeente",
                        blok.gemeenten()),
                personen(
                        "R06-R07",
                        "Personen in schuldhulp en aantallen per 1.000 inwoners",
                        "Gebied",
                        blok.hoofdrijen()),
                personen(
                        "R06-R07-gemeente",
                        "Personen en aantallen per 1.000 inwoners per gemeente",
                        "Gemeente",
                        blok.gemeenten()),
                leeftijd(),
                geslacht(),
                redenen("R08", "Reden van uitstroom", "Gebied", blok.hoofdrijen()),
                redenen("R08-gemeente", "Reden van uitstroom per gemeente", "Gemeente", blok.gemeenten()),
                uitval(),
                bedragen("R21", "Schuldbedrag bij aanvang", "Gebied", blok.hoofdrijen()),
                bedragen("R21-gemeente", "Schuldbedrag bij aanvang per gemeente", "Gemeente", blok.gemeenten()),
                schuldklassen(),
                klassen(),
                verliezen(),
                effect(effect));
    }

    /// What stands above a table.
    private record Kop(String id, String titel, String definitie) {}

    private static Tabel tabel(Kop kop, List<String> kolommen, List<List<Cel>> rijen, String... noten) {
        return new Tabel(kop.id(), kop.titel(), kop.definitie(), kolommen, rijen, List.of(noten));
    }

    private static List<List<Cel>> rijen(List<Gebied> gebieden, Function<Gebied, Stream<Cel>> cellen) {
        return gebieden.stream()
                .map(gebied -> Stream.concat(Stream.<Cel>of(new Cel.Tekst(gebied.naam())), cellen.apply(gebied))
                        .toList())
                .toList();
    }

    private static List<String> kolommen(String eerste, List<Telling> rest) {
        return Stream.concat(Stream.of(eerste), rest.stream().map(Telling::titel))
                .toList();
    }

    private Tabel kern(String id, String titel, String eerste, List<Gebied> gebieden) {
        return tabel(
                new Kop(
                        id,
                        titel,
                        "Gecombineerde trajecten " + periode
                                + ". Lopend: begonnen op of voor de peildag en daarna nog niet"
                                + " geëindigd; de peildagen zijn de dag voor de periode en de laatste dag. Instroom: aanmelding (anders"
                                + " start) in de periode. Uitstroom: einde in de periode. Rest: wat lopend voor + instroom - uitstroom"
                                + " verschilt van lopend na, meestal doordat aanmelding en start in verschillende perioden vallen; is zij in"
                                + " een gebied groot, kijk dan of daar bij een overgang één startdatum is ingevuld (L-08)."),
                kolommen(eerste, Telling.KERN),
                rijen(gebieden, gebied -> Telling.KERN.stream().map(wat -> blok.cel(gebied, wat))),
                KLASSEN_WEG,
                "Van " + profiel.getal(telling.zonderDatum())
                        + " trajecten is geen datum bekend; zij staan in geen enkele tabel" + " met aantallen.");
    }

    private Tabel personen(String id, String titel, String eerste, List<Gebied> gebieden) {
        return tabel(
                new Kop(
                        id,
                        titel,
                        "Personen: verschillende herkende personen met een traject dat de periode " + periode
                                + " raakt. Wie in"
                                + " twee gebieden voorkomt, telt in beide en in het geheel één keer. De verhoudingen zijn berekend uit"
                                + " de afgeronde aantallen."),
                List.of(eerste, "Personen", "Personen per 1.000 inwoners", "Instroom per 1.000 inwoners"),
                rijen(
                        gebieden,
                        gebied -> Stream.of(
                                blok.cel(gebied, Telling.PERSONEN),
                                perDuizend(gebied, Telling.PERSONEN),
                                perDuizend(gebied, Telling.INSTROOM))),
                "Inwoners: " + telling.gebieden().bronInwoners() + ".");
    }

    private Cel perDuizend(Gebied gebied, Telling wat) {
        if (gebied.inwoners().filter(aantal -> aantal > 0).isEmpty()) {
            return new Cel.Leeg();
        }
        if (blok.isGeheim(gebied, wat)) {
            return new Cel.Geheim();
        }
        BigDecimal teller = BigDecimal.valueOf(blok.zichtbaar(gebied, wat) * 1_000);
        return new Cel.Verhouding(
                teller.divide(BigDecimal.valueOf(gebied.inwoners().get()), 1, RoundingMode.HALF_UP));
    }

    private Tabel leeftijd() {
        return verdeling(
                new Kop(
                        "R06-leeftijd",
                        "Personen in schuldhulp naar leeftijd",
                        "Leeftijd op " + Formats.day(telling.tot()) + " van personen met een traject in de periode."),
                "Leeftijd",
                Statistiektelling.LEEFTIJDEN,
                telling::personenVanLeeftijd);
    }

    private Tabel geslacht() {
        return verdeling(
                new Kop(
                        "R06-geslacht",
                        "Personen in schuldhulp naar geslacht",
                        "Geslacht zoals aangeleverd, van personen met een traject in de periode."),
                "Geslacht",
                Geslacht.geteld().stream().map(Geslacht::tekst).toList(),
                tekst -> telling.personenVan(Geslacht.geteld(tekst)));
    }

    private Tabel verdeling(Kop kop, String eerste, List<String> rijen, Function<String, Long> aantal) {
        Cellenblok<String> cellen = new Cellenblok<>(profiel);
        long totaal = rijen.stream().mapToLong(aantal::apply).sum();
        String som = "Totaal";
        rijen.forEach(rij -> cellen.zet(rij, aantal.apply(rij)));
        cellen.zet(som, totaal);
        List<String> alle = Stream.concat(rijen.stream(), Stream.of(som)).toList();
        cellen.som(alle);
        if (totaal > 0 && rijen.stream().anyMatch(rij -> aantal.apply(rij) == totaal)) {
            cellen.verberg(rijen);
        }
        cellen.bescherm();
        List<List<Cel>> regels = new ArrayList<>();
        alle.forEach(rij -> regels.add(List.of(new Cel.Tekst(rij), cellen.cel(rij), cellen.procent(rij, som))));
        return tabel(kop, List.of(eerste, "Aantal", "Aandeel"), regels, KLASSEN_WEG);
    }

    private Tabel redenen(String id, String titel, String eerste, List<Gebied> gebieden) {
        List<Telling> kolommen = Stream.concat(Stream.of(Telling.UITSTROOM), Telling.REDENEN.stream())
                .toList();
        return tabel(
                new Kop(
                        id,
                        titel,
                        "Trajecten die " + periode
                                + " eindigden, naar de reden van uitstroom. Onbekend: geen reden geleverd. Niet"
                                + " verdeeld: indicatorklasse E."),
                kolommen(eerste, kolommen),
                rijen(gebieden, gebied -> kolommen.stream().map(wat -> blok.cel(gebied, wat))));
    }

    private Tabel uitval() {
        return tabel(
                new Kop(
                        "R09",
                        "Schuldenvrije uitstroom en uitval",
                        "Schuldenvrij: reden Afgerond; Zelf verder staat er apart naast. Uitval: niet verschenen, ingetrokken,"
                                + " voldoet niet of niet passend. Aandelen van alle uitstroom " + periode + "."),
                List.of(
                        "Gebied",
                        "Uitstroom",
                        "Schuldenvrij",
                        "Zelf verder",
                        "Uitval",
                        "Schuldenvrij (%)",
                        "Zelf verder (%)",
                        "Uitval (%)"),
                rijen(
                        blok.hoofdrijen(),
                        gebied -> Stream.of(
                                blok.cel(gebied, Telling.UITSTROOM),
                                blok.cel(gebied, Telling.REDEN_AFGEROND),
                                blok.cel(gebied, Telling.REDEN_ZELF),
                                blok.cel(gebied, Telling.UITVAL),
                                blok.procent(gebied, Telling.REDEN_AFGEROND, Telling.UITSTROOM),
                                blok.procent(gebied, Telling.REDEN_ZELF, Telling.UITSTROOM),
                                blok.procent(gebied, Telling.UITVAL, Telling.UITSTROOM))));
    }

    private Tabel bedragen(String id, String titel, String eerste, List<Gebied> gebieden) {
        return tabel(
                new Kop(
                        id,
                        titel,
                        "Totaal schuldbedrag bij aanvang, in euro's, van trajecten in de periode " + periode
                                + " waarvan een bedrag"
                                + " is geleverd. Bij meer bronnen telt het bedrag van de bron die het eerst begon; bedragen worden"
                                + " nooit opgeteld over bronnen."),
                List.of(eerste, "Trajecten met bedrag", "Mediaan", "Gemiddelde", "Eerste kwartiel", "Derde kwartiel"),
                rijen(
                        gebieden,
                        gebied -> Stream.concat(
                                Stream.of(blok.cel(gebied, Telling.MET_BEDRAG)),
                                Bedragmaten.maten(blok.telling(gebied).bedragen(), profiel).stream())),
                KLASSEN_WEG);
    }

    private Tabel schuldklassen() {
        return tabel(
                new Kop(
                        "R21-klassen",
                        "Trajecten naar schuldbedrag bij aanvang",
                        "Trajecten in de periode " + periode
                                + " waarvan een bedrag is geleverd, naar hoogte van het bedrag in" + " euro's."),
                kolommen("Gebied", Telling.SCHULDKLASSEN),
                rijen(blok.hoofdrijen(), gebied -> Telling.SCHULDKLASSEN.stream()
                        .map(wat -> blok.cel(gebied, wat))),
                KLASSEN_WEG);
    }

    private Tabel klassen() {
        return verdelingZonderNoot(new Kop(
                "R31-klassen",
                "Trajecten naar betrouwbaarheid",
                "Alle gecombineerde trajecten van deze verwerking naar klasse van de betrouwbaarheidsindicator: "
                        + Indicatorscore.Klasse.grenzen() + ". De indicator zegt hoe goed een traject onderbouwd"
                        + " is, niets over de persoon."));
    }

    private Tabel verdelingZonderNoot(Kop kop) {
        return verdeling(
                kop,
                "Klasse",
                Arrays.stream(Indicatorscore.Klasse.values()).map(Enum::name).toList(),
                naam -> telling.trajecten(Indicatorscore.Klasse.valueOf(naam)));
    }

    private Tabel verliezen() {
        Cellenblok<String> cellen = new Cellenblok<>(profiel);
        List<String> redenen = telling.verliezen().stream()
                .limit(MEESTE_REDENEN)
                .map(Map.Entry::getKey)
                .toList();
        telling.verliezen().forEach(post -> cellen.zet(post.getKey(), post.getValue()));
        cellen.bescherm();
        return tabel(
                new Kop(
                        "R31-verliezen",
                        "Wat de betrouwbaarheid verlaagt",
                        "In hoeveel trajecten dit bij de drie grootste verliezen van punten hoort; een traject kan vaker voorkomen."),
                List.of("Reden", "Trajecten"),
                redenen.stream()
                        .map(reden -> List.of(new Cel.Tekst(reden), cellen.cel(reden)))
                        .toList());
    }

    private Tabel effect(Combinatie.Telling effect) {
        Cellenblok<String> cellen = new Cellenblok<>(profiel);
        List<String> namen = List.of(
                "Geleverde trajecten",
                "waarvan vervangen door een nieuwere levering",
                "Trajecten na combineren",
                "waarvan uit meer dan één bron");
        long[] waarden = {effect.bronrecords(), effect.vervangen(), effect.trajecten(), effect.uitMeerBronnen()};
        for (int i = 0; i < waarden.length; i++) {
            cellen.zet(namen.get(i), waarden[i]);
        }
        cellen.bescherm();
        return tabel(
                new Kop(
                        "R33",
                        "Wat combineren verandert",
                        "Aantal trajecten voor en na combineren van wat verschillende organisaties over dezelfde personen leveren."),
                List.of("Stap", "Aantal"),
                namen.stream()
                        .map(naam -> List.of(new Cel.Tekst(naam), cellen.cel(naam)))
                        .toList());
    }
}
