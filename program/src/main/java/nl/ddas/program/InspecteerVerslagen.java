// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.trust.SignatureReport;

/// What was found of every message that was given.
///
/// @param oordelen one or more
/// @param zonderInhoud which messages could not be judged: their content was not kept
record InspecteerVerslagen(List<Oordeel> oordelen, List<String> zonderInhoud) {

    /// One message.
    ///
    /// @param wat which it is, Dutch; empty when there is but one
    /// @param voorbehoud why the message may be other bytes than those sent, Dutch
    record Oordeel(String wat, SignatureReport verslag, Optional<String> voorbehoud) {

        private InspecteerVerslag uitvoer() {
            return new InspecteerVerslag(verslag, voorbehoud);
        }
    }

    InspecteerVerslagen {
        oordelen = List.copyOf(oordelen);
        zonderInhoud = List.copyOf(zonderInhoud);
    }

    /// Whether nothing is wrong with any that could be judged.
    boolean zijnGeldig() {
        return oordelen.stream().allMatch(een -> een.verslag().isValid());
    }

    /// About one message, as programs expect: the first that is not valid, or else the first. Which one that is, and
    /// that there are more, is in the remarks.
    JsonObject json() {
        Oordeel gekozen = oordelen.stream()
                .filter(een -> !een.verslag().isValid())
                .findFirst()
                .orElse(oordelen.getFirst());
        JsonObject json = gekozen.uitvoer().json();
        List<JsonValue> opmerkingen = new ArrayList<>(json.array("opmerkingen").orElse(List.of()));
        if (!gekozen.wat().isEmpty()) {
            opmerkingen.add(new JsonText("Beoordeeld is: " + gekozen.wat() + ". " + hoeveel()));
        }
        zonderInhoud.forEach(wat -> opmerkingen.add(new JsonText(nietBeoordeeld(wat))));
        return json.with("opmerkingen", new JsonArray(opmerkingen));
    }

    private String hoeveel() {
        long ongeldig =
                oordelen.stream().filter(een -> !een.verslag().isValid()).count();
        if (oordelen.size() == 1) {
            return "Het is het enige bericht dat te beoordelen is.";
        }
        return "Te beoordelen zijn " + oordelen.size() + " berichten: "
                + (ongeldig == 0
                        ? "alle handtekeningen zijn geldig."
                        : ongeldig + " met een handtekening die niet geldig is.");
    }

    void druk(PrintStream uit) {
        boolean meer = oordelen.size() > 1;
        if (meer) {
            uit.println(hoeveel());
        }
        for (Oordeel een : oordelen) {
            if (meer) {
                uit.println();
                uit.println("== " + een.wat());
            }
            een.uitvoer().druk(uit);
            if (!meer && !een.wat().isEmpty()) {
                uit.println("Beoordeeld is: " + een.wat() + ".");
            }
        }
        if (meer && !zonderInhoud.isEmpty()) {
            uit.println();
        }
        zonderInhoud.forEach(wat -> uit.println("Let op: " + nietBeoordeeld(wat)));
    }

    private static String nietBeoordeeld(String wat) {
        return "Niet beoordeeld: " + wat + ". De inhoud staat niet in de HAR; bewaar de HAR met inhoud.";
    }
}
