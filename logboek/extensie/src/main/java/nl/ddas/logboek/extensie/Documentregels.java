// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.logboek.extensie.Document.Colofon;
import nl.ddas.logboek.extensie.Document.Doel;
import nl.ddas.logboek.extensie.Document.Scenario;

/// What every document holds (EXT-21 to EXT-24, EXT-32, EXT-40); its chapters stand in [Hoofdstukregels].
final class Documentregels {

    private static final int SOMETHING = 40;

    private Documentregels() {}

    static Uitslag purposeAndAudience(Zicht zicht) {
        Doel doel = zicht.eigen().document().doel();
        return doel.isEmpty()
                ? Uitslag.skip("het hoofdstuk ontbreekt (EXT-25)")
                : Uitslag.of(Stream.concat(enough("doel", doel.doel()), enough("doelgroep", doel.doelgroep())));
    }

    private static Stream<Melding> enough(String naam, String tekst) {
        return tekst.strip().length() >= SOMETHING
                ? Stream.empty()
                : Stream.of(Melding.at(
                        "/doc/doel_en_nut/" + naam,
                        "Bij " + naam + " staat "
                                + (tekst.isBlank()
                                        ? "niets"
                                        : "maar " + tekst.strip().length() + " tekens")
                                + ". Schrijf in een of meer zinnen (vanaf " + SOMETHING + " tekens) "
                                + (naam.equals("doel") ? "waar de extensie voor is." : "voor wie de extensie is.")));
    }

    static Uitslag technicalPart(Zicht zicht) {
        Definitie eigen = zicht.eigen();
        if (eigen.document().techniek().isBlank()) {
            return Uitslag.skip("het hoofdstuk ontbreekt (EXT-25)");
        }
        Stream<Melding> niets =
                eigen.attributen().isEmpty() && eigen.protocollen().isEmpty()
                        ? Stream.of(Melding.at(
                                "/attributes",
                                "De extensie voegt niets toe. Beschrijf ten minste een sleutel of een protocol."))
                        : Stream.empty();
        return Uitslag.of(
                Stream.of(niets, onlyInExamples(eigen), onlyInRules(eigen)).flatMap(s -> s));
    }

    /// Keys of ours that a rule between values names, but that are not described.
    private static Stream<Melding> onlyInRules(Definitie eigen) {
        Set<String> bekend = eigen.attributen().stream().map(Attribuut::sleutel).collect(Collectors.toSet());
        return eigen.attributen().isEmpty()
                ? Stream.empty()
                : eigen.kruisregels().stream()
                        .flatMap(regel -> regel.voorwaarde().sleutels().stream())
                        .filter(sleutel -> sleutel.startsWith(eigen.prefix()) && !bekend.contains(sleutel))
                        .distinct()
                        .map(sleutel -> Melding.at(
                                "/rules",
                                "Een regel noemt de sleutel " + Citaat.of(sleutel)
                                        + ", maar die staat niet bij attributes. Beschrijf hem daar."));
    }

    /// Keys of ours that only an example knows: an example is not normative.
    private static Stream<Melding> onlyInExamples(Definitie eigen) {
        Set<String> bekend = eigen.attributen().stream().map(Attribuut::sleutel).collect(Collectors.toSet());
        return eigen.kop().naamruimte().isEmpty()
                ? Stream.empty()
                : Voorbeeldregels.of(eigen).flatMap(regel -> regel.sleutels()
                        .filter(sleutel -> sleutel.startsWith(eigen.prefix()) && !bekend.contains(sleutel))
                        .filter(sleutel -> !sleutel.startsWith(Kern.PREFIX))
                        .map(sleutel -> Melding.at(
                                regel.pointer(),
                                "De sleutel " + Citaat.of(sleutel)
                                        + " staat alleen in een voorbeeld, en een voorbeeld is niet normatief. Beschrijf"
                                        + " hem bij attributes.")));
    }

    static Uitslag exampleSituations(Zicht zicht) {
        List<Scenario> scenarios = zicht.eigen().document().scenarios();
        return scenarios.isEmpty()
                ? Uitslag.skip("het hoofdstuk ontbreekt (EXT-25)")
                : Uitslag.of(Stream.concat(
                        scenarios.stream().flatMap(Documentregels::situation), linesDoNotFit(zicht.eigen())));
    }

    private static Stream<Melding> situation(Scenario scenario) {
        String pointer = "/doc/gebruiksscenarios/" + scenario.nummer();
        if (scenario.titel().isBlank() || scenario.tekst().isBlank()) {
            return Stream.of(
                    Melding.at(pointer, "Een gebruiksscenario heeft een titel (title) en een beschrijving (text)."));
        }
        return scenario.regels().isEmpty()
                ? Stream.of(Melding.at(
                        pointer, "Een gebruiksscenario laat ten minste een logregel zien. Zet die bij lines."))
                : Stream.empty();
    }

    private static Stream<Melding> linesDoNotFit(Definitie eigen) {
        Extensietoets toets = new Extensietoets(List.of(eigen), true);
        return Voorbeeldregels.of(eigen).flatMap(regel -> toets.judge(regel.attributes()).stream()
                .filter(bezwaar -> !bezwaar.code().isUnknown())
                .map(bezwaar -> Melding.at(
                        regel.pointer(),
                        "Deze voorbeeldregel past niet bij de definitie: " + Citaat.plain(bezwaar.sleutel()) + " "
                                + bezwaar.code().tekst() + ".")));
    }

    static Uitslag limits(Zicht zicht) {
        return zicht.eigen().document().beperkingen().stream().allMatch(String::isBlank)
                ? Uitslag.of(Melding.at(
                        "/doc/beperkingen",
                        "Er staat niet wat met deze extensie niet kan. Noem bij beperkingen ten minste een punt."))
                : Uitslag.of();
    }

    static Uitslag whyNotTheCore(Zicht zicht) {
        return zicht.eigen().document().doel().waaromNietKern().isBlank()
                ? Uitslag.of(Melding.at(
                        "/doc/doel_en_nut/waarom_niet_core",
                        "Er staat niet waarom de kern alleen niet genoeg is. Zeg dat bij waarom_niet_core."))
                : Uitslag.of();
    }

    static Uitslag colophon(Zicht zicht) {
        Colofon colofon = zicht.eigen().document().colofon();
        return Uitslag.of(Stream.of(
                        colofon.statusregel().isBlank() ? "statusregel" : "",
                        colofon.reacties().isBlank() ? "reacties" : "",
                        colofon.licentie().isBlank() ? "licentie" : "",
                        colofon.redactie().isEmpty() ? "redactie" : "")
                .filter(naam -> !naam.isEmpty())
                .map(naam -> Melding.at(
                        "/doc/meta/" + naam,
                        "Een lezer wil weten hoe het document ervoor staat, waar reacties heen gaan, onder welke licentie"
                                + " het valt en wie het schreef. Bij doc.meta ontbreekt " + naam + ".")));
    }
}
