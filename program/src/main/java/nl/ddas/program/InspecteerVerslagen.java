// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// What was found of every message that was given.
///
/// @param verslagen one or more
/// @param zonderInhoud which signed messages could not be judged, Dutch: their content was not kept
record InspecteerVerslagen(List<InspecteerVerslag> verslagen, List<String> zonderInhoud) {

    InspecteerVerslagen {
        verslagen = List.copyOf(verslagen);
        zonderInhoud = List.copyOf(zonderInhoud);
    }

    /// Whether all that was signed was judged, and nothing is wrong with any of it.
    boolean zijnGeldig() {
        return zonderInhoud.isEmpty() && ongeldig() == 0;
    }

    private long ongeldig() {
        return verslagen.stream().filter(een -> !een.verslag().isValid()).count();
    }

    /// About one message, as programs expect: the first that is not valid, or else the first. Which one that is, and
    /// that there are more, is in the remarks; what could not be judged is the first reason why not all is valid.
    JsonObject json() {
        InspecteerVerslag gekozen = verslagen.stream()
                .filter(een -> !een.verslag().isValid())
                .findFirst()
                .orElse(verslagen.getFirst());
        JsonObject json = gekozen.json();
        List<JsonValue> redenen = new ArrayList<>();
        zonderInhoud.forEach(wat ->
                redenen.add(JsonObject.EMPTY.with("code", "niet-beoordeeld").with("melding", nietBeoordeeld(wat))));
        redenen.addAll(json.array("redenen").orElse(List.of()));
        List<JsonValue> opmerkingen = new ArrayList<>(json.array("opmerkingen").orElse(List.of()));
        if (!gekozen.wat().isEmpty()) {
            opmerkingen.add(new JsonText("Beoordeeld is: " + gekozen.wat() + ". " + hoeveel()));
        }
        return json.with("geldig", zijnGeldig())
                .with("redenen", new JsonArray(redenen))
                .with("opmerkingen", new JsonArray(opmerkingen));
    }

    private String hoeveel() {
        if (verslagen.size() == 1) {
            return "Het is het enige bericht dat te beoordelen is.";
        }
        return "Te beoordelen zijn " + verslagen.size() + " berichten: "
                + (ongeldig() == 0
                        ? "alle handtekeningen zijn geldig."
                        : ongeldig() + " met een handtekening die niet geldig is.");
    }

    /// What could not be judged first, so that nobody takes what is valid for all there is.
    void druk(PrintStream uit) {
        zonderInhoud.forEach(wat -> uit.println(nietBeoordeeld(wat)));
        if (verslagen.size() > 1) {
            uit.println(hoeveel());
        }
        boolean metKop = verslagen.size() + zonderInhoud.size() > 1;
        for (InspecteerVerslag een : verslagen) {
            if (metKop) {
                uit.println();
                uit.println("== " + een.wat());
            }
            een.druk(uit);
            if (!metKop && !een.wat().isEmpty()) {
                uit.println("Beoordeeld is: " + een.wat() + ".");
            }
        }
    }

    private static String nietBeoordeeld(String wat) {
        return "Niet beoordeeld: " + wat + ". De inhoud staat niet in de HAR; bewaar de HAR met inhoud.";
    }
}
