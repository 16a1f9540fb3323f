// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.levering.generator.Testset;
import nl.ddas.levering.toets.Catalogus;
import nl.ddas.levering.toets.Controle;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The set of test deliveries says what must be found; the rules find it, there, and nothing else.
class TestsetToetsTest {

    /// Codes with a rule; the test set is ahead of the rules that are still to come (groups F, M and S).
    private static final Set<String> GEBOUWD =
            Catalogus.eigen().alle().stream().map(Controle::code).collect(Collectors.toSet());

    @TempDir
    private static Path map;

    static Stream<Named<Testset.Geval>> gevallen() throws IOException {
        return Testset.schrijf(map).stream()
                .filter(geval -> !geval.soort().equals("combineren"))
                .map(geval -> Named.of(geval.map(), geval));
    }

    @ParameterizedTest
    @MethodSource("gevallen")
    @Requirement({"S76", "S77", "S103"})
    void theRulesFindWhatTheCaseSaysAndNothingElse(Testset.Geval geval) throws IOException {
        Onthouden eerder = new Onthouden();
        List<String> onverwacht = new ArrayList<>();
        for (List<String> levering : leveringen(geval.bestanden())) {
            List<Path> paden = levering.stream()
                    .map(naam -> map.resolve(geval.map()).resolve(naam))
                    .toList();
            Leveringcontrole controle = Leveringcontrole.van(paden, eerder);
            for (String bestand : levering) {
                expect(geval, bestand, controle);
            }
            controle.ernstig().stream()
                    .filter(gevonden -> !mag(geval, gevonden))
                    .forEach(onverwacht::add);
            eerder.neem(paden);
        }

        assertThat(onverwacht).isEmpty();
    }

    private static void expect(Testset.Geval geval, String bestand, Leveringcontrole controle) {
        assertThat(geval.bevindingen())
                .filteredOn(verwacht -> verwacht.bestand().equals(bestand) && GEBOUWD.contains(verwacht.code()))
                .allSatisfy(verwacht -> assertThat(controle.heeft(verwacht.code(), verwacht.plaats()))
                        .as("%s at %s, found %s", verwacht.code(), verwacht.plaats(), controle.ernstig())
                        .isTrue());
    }

    /// Pages of one answer are one delivery; every other file is one of its own.
    private static List<List<String>> leveringen(List<String> bestanden) {
        return bestanden.stream().allMatch(naam -> naam.contains("_pagina-"))
                ? List.of(bestanden)
                : bestanden.stream().map(List::of).toList();
    }

    private static boolean mag(Testset.Geval geval, String gevonden) {
        String code = gevonden.substring(0, gevonden.indexOf(' '));
        return geval.ookMogelijk().contains(code)
                || geval.bevindingen().stream()
                        .anyMatch(verwacht -> verwacht.code().equals(code));
    }
}
