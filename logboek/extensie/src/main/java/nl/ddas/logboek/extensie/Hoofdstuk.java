// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The five chapters that every extension has, in their order (guideline, structure).
enum Hoofdstuk {
    NAAM_EN_BESCHRIJVING("Naam en beschrijving"),
    DOEL_EN_NUT("Doel en nut"),
    TECHNISCHE_SPECIFICATIE("Technische specificatie"),
    GEBRUIKSSCENARIOS("Gebruiksscenario's"),
    VERSIEBEHEER("Versiebeheer");

    private final String titel;

    Hoofdstuk(String titel) {
        this.titel = titel;
    }

    String titel() {
        return titel;
    }

    /// From 1.
    int nummer() {
        return Arrays.asList(values()).indexOf(this) + 1;
    }

    /// Name of the part in a definition.
    String sleutel() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFilled(Document document) {
        return switch (this) {
            case NAAM_EN_BESCHRIJVING -> !document.naamEnBeschrijving().isBlank();
            case DOEL_EN_NUT -> !document.doel().isEmpty();
            case TECHNISCHE_SPECIFICATIE -> !document.techniek().isBlank();
            case GEBRUIKSSCENARIOS -> !document.scenarios().isEmpty();
            case VERSIEBEHEER -> !document.versiebeheer().isEmpty();
        };
    }

    static Stream<Hoofdstuk> alle() {
        return Arrays.stream(values());
    }

    static boolean isChapter(String sleutel) {
        return alle().anyMatch(hoofdstuk -> hoofdstuk.sleutel().equals(sleutel));
    }

    static String titels() {
        return alle().map(Hoofdstuk::titel).collect(Collectors.joining(", "));
    }
}
