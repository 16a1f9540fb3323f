// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.Verwachting;
import nl.ddas.levering.toets.Vorige;

/// Runs one delivery, of one file or of several pages, through the rules and keeps what they say.
///
/// @param bevindingen in the order of the delivery
record Leveringcontrole(Oordeel oordeel, List<Bevinding> bevindingen) {

    /// A day after the half-year that the invented deliveries are about.
    static final Instant ONTVANGEN = Instant.parse("2026-10-05T09:00:00Z");

    private static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();
    private static final Toetser TOETSER = new Toetser(LEZER, new SecureRandom());

    static Leveringcontrole van(List<Path> bestanden, Vorige vorige) throws IOException {
        List<Bevinding> bevindingen = new ArrayList<>();
        Oordeel oordeel = lees(bestanden, vorige, new ToetsOntvanger() {
            @Override
            public void bevinding(Bevinding bevinding) {
                bevindingen.add(bevinding);
            }
        });
        return new Leveringcontrole(oordeel, bevindingen);
    }

    static Oordeel lees(List<Path> bestanden, Vorige vorige, ToetsOntvanger ontvanger) throws IOException {
        List<Pagina> paginas = new ArrayList<>();
        for (Path bestand : bestanden) {
            OptionalInt nummer = bestanden.size() > 1 ? OptionalInt.of(paginas.size() + 1) : OptionalInt.empty();
            paginas.add(new Pagina(nummer, () -> Files.newInputStream(bestand)));
        }
        return TOETSER.toets(paginas, Verwachting.geen(ONTVANGEN), vorige, ontvanger);
    }

    static BerichtLezer lezer() {
        return LEZER;
    }

    static Toetser toetser() {
        return TOETSER;
    }

    /// The findings that ask for attention, as `code place`.
    List<String> ernstig() {
        return bevindingen.stream()
                .filter(bevinding -> bevinding.ernst() != Ernst.INFORMATIEF)
                .map(bevinding -> bevinding.code() + " " + bevinding.plaats().pointer())
                .toList();
    }

    /// Whether something with this code stands at a place, at what holds it, or inside it.
    boolean heeft(String code, String plaats) {
        return bevindingen.stream()
                .filter(bevinding -> bevinding.code().equals(code))
                .map(bevinding -> bevinding.plaats().pointer())
                .anyMatch(gevonden -> binnen(plaats, gevonden) || binnen(gevonden, plaats));
    }

    private static boolean binnen(String buiten, String binnen) {
        return binnen.equals(buiten) || binnen.startsWith(buiten + "/");
    }
}
