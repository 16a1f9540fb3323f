// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A delivery of 1 GB checked in a heap of 64 MB: one without errors, and one in which one traject in twenty breaks a
/// rule, so that findings and places of the rules over the whole delivery go to disk.
final class Geheugenmeting implements Meting {

    private static final long GROOTTE = 1_000_000_000;
    private static final String HEAP = "-Xmx64m";

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        long pagina = Files.size(plek.bestanden().goed(Bestanden.PAGINA));
        int trajecten = Math.toIntExact(GROOTTE * 102 / 100 * Bestanden.PAGINA / pagina);
        controleer(plek, "without errors", plek.bestanden().goed(trajecten));
        controleer(plek, "5% with errors", plek.bestanden().metFouten(trajecten));
    }

    private static void controleer(Werkplaats plek, String wat, Path bestand) throws IOException, InterruptedException {
        long bytes = Files.size(bestand);
        if (bytes < GROOTTE) {
            throw new IllegalStateException("expected " + GROOTTE + " bytes or more, got " + bytes);
        }
        Path uitvoer = plek.map("uitvoer").resolve("geheugen.txt");
        List<String> opdracht = plek.programma(HEAP, "controleer", bestand.toString());
        Proces proces = Proces.draai(plek.root(), opdracht, uitvoer.toFile());
        boolean goed = proces.status() == 0 || proces.status() == 1;
        plek.regel(
                "%-16s %d bytes, %s: exit status %d in %.1f s (%.0f MB/s, %.1f s of processor), resident at most %d MB: %s",
                wat,
                bytes,
                HEAP,
                proces.status(),
                proces.seconden(),
                bytes / 1e6 / proces.seconden(),
                proces.rekentijd(),
                proces.geheugen() / 1_000_000,
                goed ? "ended well" : "NOT ended well, see " + uitvoer);
    }
}
