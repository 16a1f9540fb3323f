// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.logboek.extensie.Definitie.Bronverwijzing;

/// How the texts are written (EXT-28 to EXT-31, EXT-39). Heuristics: they find what people often do, not everything.
final class Stijlregels {

    private static final Pattern FIRST_PERSON = Pattern.compile("(?i)\\b(ik|wij|we|ons|onze|mijn)\\b");
    private static final Pattern UNFINISHED =
            Pattern.compile("(?i)\\b(todo|tbd|nog uitwerken|nader te bepalen)\\b|\\?\\?\\?");
    private static final Pattern WHOLE_SENTENCE = Pattern.compile("(?s).*[.!?:]['\")\\]\\u201d\\u2019]*\\s*");
    private static final Pattern DEMAND = Pattern.compile("\\b(MOET|MOETEN|MAG NIET|MOGEN NIET|VERPLICHT)\\b");

    private Stijlregels() {}

    /// A text with the place where it stands.
    private record Stuk(String pointer, String tekst) {}

    private static Stream<Stuk> texts(Definitie eigen) {
        Document document = eigen.document();
        Stream<Stuk> hoofd = Stream.of(
                new Stuk("/doc/naam_en_beschrijving", document.naamEnBeschrijving()),
                new Stuk("/doc/doel_en_nut/doel", document.doel().doel()),
                new Stuk("/doc/doel_en_nut/doelgroep", document.doel().doelgroep()),
                new Stuk("/doc/doel_en_nut/waarom_niet_core", document.doel().waaromNietKern()),
                new Stuk("/doc/technische_specificatie", document.techniek()));
        Stream<Stuk> grenzen = IntStream.range(0, document.beperkingen().size())
                .mapToObj(i ->
                        new Stuk("/doc/beperkingen/" + i, document.beperkingen().get(i)));
        Stream<Stuk> sleutels =
                eigen.attributen().stream().map(a -> new Stuk(a.pointer("description"), a.omschrijving()));
        return Stream.of(hoofd, scenarios(document), grenzen, sleutels)
                .flatMap(s -> s)
                .filter(stuk -> !stuk.tekst().isBlank());
    }

    private static Stream<Stuk> scenarios(Document document) {
        return document.scenarios().stream()
                .map(scenario -> new Stuk("/doc/gebruiksscenarios/" + scenario.nummer() + "/text", scenario.tekst()))
                .filter(stuk -> !stuk.tekst().isBlank());
    }

    static Uitslag formalStyle(Zicht zicht) {
        return Uitslag.of(texts(zicht.eigen()).flatMap(Stijlregels::style));
    }

    private static Stream<Melding> style(Stuk stuk) {
        Stream<Melding> ik = FIRST_PERSON.matcher(stuk.tekst()).find()
                ? Stream.of(
                        Melding.at(stuk.pointer(), "Schrijf niet in de ik- of wij-vorm; noem de partij die iets doet."))
                : Stream.empty();
        Stream<Melding> open = UNFINISHED.matcher(stuk.tekst()).find()
                ? Stream.of(Melding.at(
                        stuk.pointer(), "Deze tekst is nog niet af (TODO, ??? of nog uitwerken). Maak hem af."))
                : Stream.empty();
        Stream<Melding> half = WHOLE_SENTENCE.matcher(stuk.tekst()).matches()
                ? Stream.empty()
                : Stream.of(Melding.at(stuk.pointer(), "Deze tekst eindigt niet met een punt. Schrijf hele zinnen."));
        return Stream.of(ik, open, half).flatMap(s -> s);
    }

    static Uitslag termsAreDefined(Zicht zicht) {
        Definitie eigen = zicht.eigen();
        Stream<Melding> termen = eigen.gebruikteBegrippen().stream()
                .filter(term -> eigen.begrippen().getOrDefault(term, "").isBlank())
                .map(term -> Melding.at(
                        "/glossary",
                        "Het begrip " + Citaat.of(term) + " wordt gebruikt, maar bij glossary niet uitgelegd."));
        Stream<Melding> leeg = eigen.begrippen().entrySet().stream()
                .filter(begrip -> begrip.getValue().isBlank()
                        && !eigen.gebruikteBegrippen().contains(begrip.getKey()))
                .map(begrip -> Melding.at(
                        Wijzer.into("/glossary", begrip.getKey()),
                        "Bij het begrip " + Citaat.of(begrip.getKey()) + " staat geen uitleg."));
        Stream<Melding> sleutels = zicht.attributen()
                .filter(a -> a.omschrijving().isBlank())
                .map(a -> Melding.at(
                        a.pointer("description"),
                        "Er staat niet wat " + Citaat.of(a.sleutel()) + " betekent. Zet dat bij description."));
        return Uitslag.of(Stream.of(termen, leeg, sleutels).flatMap(s -> s));
    }

    static Uitslag consistentNames(Zicht zicht) {
        Stream<Melding> sleutels = zicht.attributen()
                .filter(a -> a.sleutel().startsWith("dpl.") && a.sleutel().matches(".*[A-Z-].*"))
                .map(a -> Melding.at(
                        a.pointer(),
                        "Schrijf alle sleutels op dezelfde manier: kleine letters met lage strepen. In "
                                + Citaat.of(a.sleutel()) + " staan hoofdletters of streepjes."));
        Stream<Melding> taal = zicht.eigen().kop().taal().isBlank()
                ? Stream.of(Melding.at("/language", "Er staat niet in welke taal het document is. Zet language: nl."))
                : Stream.empty();
        return Uitslag.of(Stream.concat(sleutels, taal));
    }

    static Uitslag refersToStandards(Zicht zicht) {
        List<Bronverwijzing> bronnen = zicht.eigen().bronnen();
        if (bronnen.isEmpty()) {
            return Uitslag.of(Melding.at(
                    "/references",
                    "De extensie verwijst naar geen enkele standaard. Noem bij references waar zij op leunt."));
        }
        Stream<Melding> adressen = IntStream.range(0, bronnen.size())
                .filter(i -> bronnen.get(i).titel().isBlank()
                        || !Waardesoort.URL.accepts(bronnen.get(i).adres()))
                .mapToObj(i -> Melding.at(
                        "/references/" + i,
                        "Een verwijzing heeft een titel (title) en een webadres (href: https://...)."));
        Set<String> gedekt =
                bronnen.stream().flatMap(bron -> bron.dekt().stream()).collect(Collectors.toSet());
        Stream<Melding> vormen = zicht.attributen()
                .filter(a -> isOfAnother(a)
                        && !gedekt.contains(a.sleutel())
                        && a.zelfdeAls().isBlank())
                .map(a -> Melding.at(
                        a.pointer(),
                        "De vorm van " + Citaat.of(a.sleutel()) + " staat al in een andere standaard. Verwijs daarheen:"
                                + " zet de sleutel bij covers van een verwijzing, of geef same_as."));
        return Uitslag.of(Stream.concat(adressen, vormen));
    }

    private static boolean isOfAnother(Attribuut a) {
        return Woordenlijst.STANDAARD.names(a) || a.waardesoort().equals("date");
    }

    static Uitslag examplesDemandNothing(Zicht zicht) {
        return zicht.eigen().document().scenarios().isEmpty()
                ? Uitslag.skip("er zijn geen gebruiksscenario's")
                : Uitslag.of(
                        scenarios(zicht.eigen().document())
                                .filter(stuk -> DEMAND.matcher(stuk.tekst()).find())
                                .map(
                                        stuk -> Melding.at(
                                                stuk.pointer(),
                                                "Een gebruiksscenario is een voorbeeld en niet normatief, maar hier staat een eis (zoals"
                                                        + " MOET). Zet eisen in de technische specificatie, bij attributes of bij rules.")));
    }
}
