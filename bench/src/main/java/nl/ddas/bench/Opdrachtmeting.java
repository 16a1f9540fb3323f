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

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        String ddas = plek.root().resolve("ddas").toString();
        String bestand = plek.bestanden().goed(Bestanden.PAGINA).toString();
        Path map = plek.map("uitvoer");
        Proces.draai(map, List.of(ddas, "--help")).eis(0); // builds when something changed
        tijd(plek, "ddas --help", 1, map, List.of(ddas, "--help"));
        tijd(plek, "ddas controleer, 25.000 trajecten", 2, map, List.of(ddas, "controleer", bestand));
        if (Proces.draai(map, List.of(ddas, "demo", "--help")).status() != 0) {
            plek.regel("ddas demo is not there");
            return;
        }
        Path samenvatting = map.resolve("demo.json").toAbsolutePath();
        tijd(plek, "ddas demo --klaar", 60, map, List.of(ddas, "demo", "--klaar", "--json", samenvatting.toString()));
    }

    private static void tijd(Werkplaats plek, String wat, double doel, Path map, List<String> opdracht)
            throws IOException, InterruptedException {
        Proces.draai(map, opdracht).eis(0, 1);
        List<Proces> keren = new ArrayList<>();
        for (int i = 0; i < KEREN; i++) {
            keren.add(Proces.draai(map, opdracht).eis(0, 1));
        }
        double[] seconden =
                keren.stream().mapToDouble(Proces::seconden).sorted().toArray();
        long geheugen = keren.stream().mapToLong(Proces::geheugen).max().orElse(0);
        plek.regel(
                "%-36s median %.2f s of %d (%.2f - %.2f), resident at most %d MB; target < %.0f s: %s",
                wat,
                seconden[KEREN / 2],
                KEREN,
                seconden[0],
                seconden[KEREN - 1],
                geheugen / 1_000_000,
                doel,
                seconden[KEREN / 2] < doel ? "reached" : "NOT reached");
    }
}
