// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.levering.statistiek.Bronplaats;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.CombineerOntvanger;
import nl.ddas.levering.statistiek.Combineergang;
import nl.ddas.levering.statistiek.GecombineerdTraject;
import nl.ddas.levering.statistiek.Gewichten;
import nl.ddas.levering.statistiek.Groep;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Pseudoniem;
import nl.ddas.levering.statistiek.Selectie;

/// Combines files from a folder, and says what became of each delivered traject by its place, as
/// `file pointer`.
///
/// @param scores one for each combined traject
record Combineerproef(Combinatie combinatie, List<Indicatorscore> scores) {

    private static final byte[] GEHEIM = "alleen voor deze proef, 32 bytes".getBytes(StandardCharsets.UTF_8);

    static Combineerproef van(Path map, List<String> bestanden, Instellingen instellingen) throws IOException {
        List<Combineergang.Bestand> invoer = bestanden.stream()
                .map(naam -> new Combineergang.Bestand(naam, () -> Files.newInputStream(map.resolve(naam))))
                .toList();
        List<Indicatorscore> scores = new ArrayList<>();
        Combinatie combinatie = new Combineergang(
                        Leveringcontrole.lezer(),
                        Leveringcontrole.toetser(),
                        instellingen,
                        new Pseudoniem(GEHEIM),
                        Gewichten.standaard())
                .combineer(invoer, Leveringcontrole.ONTVANGEN, Selectie.ALLE_LEESBARE, new CombineerOntvanger() {
                    @Override
                    public void traject(GecombineerdTraject traject, Indicatorscore score) {
                        scores.add(score);
                    }
                });
        return new Combineerproef(combinatie, scores);
    }

    /// The places of each combined traject, sorted.
    List<List<String>> groepen() {
        return combinatie.groepen().stream().map(Combineerproef::plaatsen).toList();
    }

    List<String> vervangen() {
        return combinatie.vervangen().stream()
                .map(vervanging -> tekst(vervanging.oud().plaats()))
                .sorted()
                .toList();
    }

    /// The codes of the doubts, each once, sorted.
    List<String> signalen() {
        return combinatie.signalen().stream()
                .filter(signaal -> signaal.code().isTwijfel())
                .map(signaal -> signaal.code().code())
                .distinct()
                .sorted()
                .toList();
    }

    /// The places that a signal with this code is about.
    List<List<String>> plaatsen(String code) {
        return combinatie.signalen().stream()
                .filter(signaal -> signaal.code().code().equals(code))
                .map(signaal -> signaal.plaatsen().stream()
                        .map(Combineerproef::tekst)
                        .sorted()
                        .toList())
                .toList();
    }

    private static List<String> plaatsen(Groep groep) {
        return groep.bronnen().stream()
                .map(Bronrecord::plaats)
                .map(Combineerproef::tekst)
                .sorted()
                .toList();
    }

    private static String tekst(Bronplaats plaats) {
        return plaats.bericht().naam() + " " + plaats.pointer();
    }
}
