// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.logboek.extensie.Document.Doel;
import nl.ddas.logboek.extensie.Document.Versiebeheer;
import nl.ddas.logboek.extensie.Document.Wijziging;

/// The five chapters of the document and what the second and the last of them hold (EXT-25 to EXT-27). A chapter
/// that is not there is told by EXT-25 alone; the rules about what stands in it then do not apply.
final class Hoofdstukregels {

    private Hoofdstukregels() {}

    static Uitslag fiveChapters(Zicht zicht) {
        Document document = zicht.eigen().document();
        Stream<Melding> leeg = Hoofdstuk.alle()
                .filter(hoofdstuk -> !hoofdstuk.isFilled(document))
                .map(hoofdstuk -> Melding.at(
                        "/doc/" + hoofdstuk.sleutel(),
                        "Hoofdstuk " + hoofdstuk.nummer() + ", " + hoofdstuk.titel() + ", "
                                + (document.delen().contains(hoofdstuk.sleutel()) ? "is leeg" : "ontbreekt")
                                + ". Elk document heeft vijf hoofdstukken: " + Hoofdstuk.titels() + "."));
        List<String> volgorde =
                document.delen().stream().filter(Hoofdstuk::isChapter).toList();
        List<String> verwacht = Hoofdstuk.alle()
                .map(Hoofdstuk::sleutel)
                .filter(volgorde::contains)
                .toList();
        Stream<Melding> anders = volgorde.equals(verwacht)
                ? Stream.empty()
                : Stream.of(Melding.at(
                        "/doc",
                        "De hoofdstukken staan in een andere volgorde dan voorgeschreven: " + Hoofdstuk.titels()
                                + "."));
        return Uitslag.of(Stream.concat(leeg, anders));
    }

    static Uitslag threeAnswers(Zicht zicht) {
        Doel doel = zicht.eigen().document().doel();
        if (doel.isEmpty()) {
            return Uitslag.skip("het hoofdstuk ontbreekt (EXT-25)");
        }
        return Uitslag.of(Stream.of(
                        doel.doel().isBlank() ? "doel" : "",
                        doel.doelgroep().isBlank() ? "doelgroep" : "",
                        doel.toepassingsgebieden().stream().allMatch(String::isBlank) ? "toepassingsgebieden" : "")
                .filter(naam -> !naam.isEmpty())
                .map(naam -> Melding.at(
                        "/doc/doel_en_nut/" + naam,
                        "Doel en nut zegt waarvoor (doel), voor wie (doelgroep) en waar (toepassingsgebieden). Hier"
                                + " ontbreekt " + naam + ".")));
    }

    static Uitslag versions(Zicht zicht) {
        Versiebeheer beheer = zicht.eigen().document().versiebeheer();
        String versie = zicht.eigen().kop().versie();
        if (!Versiebereik.isVersion(versie)) {
            return Uitslag.of(Melding.at(
                    "/version",
                    versie.isEmpty()
                            ? "De extensie heeft geen versie. Zet die bij version, zoals 1.0.0."
                            : "Een versie is drie getallen met punten ertussen (semver), zoals 1.0.0. Hier staat "
                                    + Citaat.of(versie) + "."));
        }
        if (beheer.isEmpty()) {
            return Uitslag.skip("het hoofdstuk ontbreekt (EXT-25)");
        }
        List<Wijziging> lijst = beheer.wijzigingen();
        if (lijst.isEmpty() || !lijst.getFirst().versie().equals(versie)) {
            return Uitslag.of(Melding.at(
                    "/doc/versiebeheer/changelog",
                    "De lijst van wijzigingen begint met versie " + versie + ", de versie van nu. "
                            + (lijst.isEmpty() ? "Er staat nog niets." : "Er staat een andere versie bovenaan.")));
        }
        return Uitslag.of(IntStream.range(0, lijst.size())
                .filter(i -> lijst.get(i).punten().isEmpty()
                        || !Waardesoort.DATE.accepts(lijst.get(i).datum()))
                .mapToObj(i -> Melding.at(
                        "/doc/versiebeheer/changelog/" + i,
                        "Elke versie in de lijst heeft een datum (date: JJJJ-MM-DD) en zegt wat er veranderde"
                                + " (changes).")));
    }
}
