// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.Toetsinstelling;
import nl.ddas.levering.toets.Verwachting;

/// All rules against bare tokenising, on one thread and on two, by the clock on the wall.
final class Regelmeting implements Meting {

    private static final String BYTES = "tokens, bytes in memory";
    private static final String STROOM = "tokens, same stream as ours";
    private static final String EEN = "all rules, 1 thread";
    private static final String TWEE = "all rules, 2 threads";

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        byte[] bericht = Files.readAllBytes(plek.bestanden().goed(Bestanden.PAGINA));
        plek.regel("%d bytes, %d a traject", bericht.length, bericht.length / Bestanden.PAGINA);
        Tokens tokens = new Tokens();
        Path werkmap = plek.map("werk");
        Uitslag uitslag = new Wedloop(8, 25)
                .met(BYTES, () -> tokens.lees(bericht))
                .met(STROOM, () -> tokens.lees(new ByteArrayInputStream(bericht)))
                .met(EEN, toets(plek, bericht, toetser(werkmap, 1)))
                .met(TWEE, toets(plek, bericht, toetser(werkmap, 2)))
                .loop();
        uitslag.druk(plek, bericht.length);
        plek.regel("");
        uitslag.drukVerhouding(plek, EEN, BYTES, 0.15);
        uitslag.drukVerhouding(plek, EEN, STROOM, 0.15);
        uitslag.drukVerhouding(plek, TWEE, BYTES, 0.25);
        uitslag.drukVerhouding(plek, TWEE, STROOM, 0.25);
    }

    private static Toetser toetser(Path werkmap, int draden) {
        return new Toetser(
                BerichtLezer.metEigenSchemas(), new Toetsinstelling(werkmap, draden, 65_536), new SecureRandom());
    }

    private static Wedloop.Loper toets(Werkplaats plek, byte[] bericht, Toetser toetser) {
        Pagina pagina = new Pagina(OptionalInt.empty(), () -> new ByteArrayInputStream(bericht));
        Verwachting verwachting = Verwachting.geen(plek.klok().instant());
        return () -> {
            Oordeel oordeel = toetser.toets(List.of(pagina), verwachting, new ToetsOntvanger() {});
            if (oordeel.trajecten() != Bestanden.PAGINA || oordeel.status() != Oordeel.Status.GOEDGEKEURD) {
                throw new IllegalStateException("expected a good delivery, got " + oordeel);
            }
        };
    }
}
