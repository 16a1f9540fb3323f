// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whole commands as a user gives them, the start of Java included.
final class Opdrachtmeting implements Meting {

    private static final int KEREN = 5;
    private static final int DEMO_KEREN = 3;

    /// One way to start a command; called anew for each run.
    private interface Opdracht {
        List<String> woorden() throws IOException;
    }

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        String ddas = plek.root().resolve("ddas").toString();
        String bestand = plek.bestanden().goed(Bestanden.PAGINA).toString();
        Path map = plek.map("uitvoer");
        Proces.draai(map, List.of(ddas, "--help")).eis(0); // builds when something changed
        Proces.draai(map, List.of(ddas, "controleer", bestand)).eis(0, 1);
        tijd(plek, "ddas --help", 1, KEREN, () -> List.of(ddas, "--help"));
        tijd(plek, "ddas controleer, 25,000 trajecten", 2, KEREN, () -> List.of(ddas, "controleer", bestand));
        // A folder of its own each time: keys, database and deliveries are all made anew.
        tijd(
                plek,
                "ddas demo --klaar",
                60,
                DEMO_KEREN,
                () -> List.of(
                        ddas, "demo", "--klaar", "--map", plek.verseMap("demo").toString()));
        plek.verseMap("demo");
    }

    private static void tijd(Werkplaats plek, String wat, double doel, int aantal, Opdracht opdracht)
            throws IOException, InterruptedException {
        List<Proces> keren = new ArrayList<>();
        for (int i = 0; i < aantal; i++) {
            keren.add(Proces.draai(plek.map("uitvoer"), opdracht.woorden()).eis(0, 1));
        }
        double[] seconden =
                keren.stream().mapToDouble(Proces::seconden).sorted().toArray();
        long geheugen = keren.stream().mapToLong(Proces::geheugen).max().orElse(0);
        double mediaan = seconden[aantal / 2];
        plek.regel(
                "%-36s median %.2f s of %d (%.2f - %.2f), %.1f s of processor, resident at most %d MB; target < %.0f s: %s",
                wat,
                mediaan,
                aantal,
                seconden[0],
                seconden[aantal - 1],
                keren.stream().mapToDouble(Proces::rekentijd).average().orElse(0),
                geheugen / 1_000_000,
                doel,
                mediaan < doel ? "reached" : "NOT reached");
    }
}
