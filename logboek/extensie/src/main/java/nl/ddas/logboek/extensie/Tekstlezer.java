// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.stream.IntStream;
import nl.ddas.logboek.extensie.Document.Colofon;
import nl.ddas.logboek.extensie.Document.Doel;
import nl.ddas.logboek.extensie.Document.Scenario;
import nl.ddas.logboek.extensie.Document.Versiebeheer;
import nl.ddas.logboek.extensie.Document.Wijziging;

/// Reads the texts of a definition.
final class Tekstlezer {

    private Tekstlezer() {}

    static Document read(Kaartlezer lezer) {
        Document document = new Document(
                lezer.names(),
                lezer.text("naam_en_beschrijving"),
                doel(lezer.map("doel_en_nut")),
                lezer.text("technische_specificatie"),
                scenarios(lezer.maps("gebruiksscenarios")),
                lezer.texts("beperkingen"),
                versiebeheer(lezer.map("versiebeheer")),
                colofon(lezer.map("meta")));
        lezer.end();
        return document;
    }

    private static Doel doel(Kaartlezer lezer) {
        Doel doel = new Doel(
                lezer.text("doel"),
                lezer.text("doelgroep"),
                lezer.texts("toepassingsgebieden"),
                lezer.text("waarom_niet_core"));
        lezer.end();
        return doel;
    }

    private static List<Scenario> scenarios(List<Kaartlezer> lezers) {
        return IntStream.range(0, lezers.size())
                .mapToObj(i -> scenario(i, lezers.get(i)))
                .toList();
    }

    private static Scenario scenario(int nummer, Kaartlezer lezer) {
        Scenario scenario = new Scenario(
                nummer,
                lezer.text("title"),
                lezer.text("text"),
                lezer.maps("lines").stream().map(Kaartlezer::json).toList());
        lezer.end();
        return scenario;
    }

    private static Versiebeheer versiebeheer(Kaartlezer lezer) {
        Versiebeheer beheer = new Versiebeheer(
                lezer.text("policy"),
                lezer.maps("changelog").stream().map(Tekstlezer::wijziging).toList());
        lezer.end();
        return beheer;
    }

    private static Wijziging wijziging(Kaartlezer lezer) {
        Wijziging wijziging = new Wijziging(lezer.text("version"), lezer.text("date"), lezer.texts("changes"));
        lezer.end();
        return wijziging;
    }

    private static Colofon colofon(Kaartlezer lezer) {
        Colofon colofon = new Colofon(
                lezer.text("statusregel"), lezer.text("reacties"), lezer.text("licentie"), lezer.texts("redactie"));
        lezer.end();
        return colofon;
    }
}
