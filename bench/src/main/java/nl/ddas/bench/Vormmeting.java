// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Vormtoets;

/// The form check against bare tokenising and against networknt, one thread, a file of 25,000 good trajecten in
/// memory.
final class Vormmeting implements Meting {

    private static final String BYTES = "tokens, bytes in memory";
    private static final String STROOM = "tokens, same stream as ours";
    private static final String VORM = "form check";
    private static final String MODEL = "form check and model";
    private static final String ANDER = "networknt, streamed per traject";

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        byte[] bericht = Files.readAllBytes(plek.bestanden().goed(Bestanden.PAGINA));
        plek.regel("%d bytes, %d a traject", bericht.length, bericht.length / Bestanden.PAGINA);
        Tokens tokens = new Tokens();
        Vormtoets vorm = new Vormtoets();
        BerichtLezer lezer = BerichtLezer.metEigenSchemas();
        Ander ander = new Ander();
        eisDatZijKijkt(ander);
        Uitslag uitslag = new Wedloop(6, 25)
                .met(BYTES, () -> tokens.lees(bericht))
                .met(STROOM, () -> tokens.lees(new ByteArrayInputStream(bericht)))
                .met(VORM, () -> eis(vorm.toets(new ByteArrayInputStream(bericht)), 0))
                .met(MODEL, () -> eis(trajecten(lezer, bericht), Bestanden.PAGINA))
                .met(ANDER, () -> eis(ander.lees(new ByteArrayInputStream(bericht)), Bestanden.PAGINA))
                .loop();
        uitslag.druk(plek, bericht.length);
        plek.regel("");
        uitslag.drukVerhouding(plek, VORM, BYTES, 0.40);
        uitslag.drukVerhouding(plek, VORM, STROOM, 0.40);
        uitslag.drukVerhouding(plek, VORM, ANDER, 2.5);
        uitslag.drukVerhouding(plek, MODEL, BYTES, 0);
        uitslag.drukVerhouding(plek, MODEL, ANDER, 0);
    }

    /// A comparison with a validator that checks nothing would be worth nothing.
    private static void eisDatZijKijkt(Ander ander) {
        String goed = "{\"gemeentecode\":\"0503\",\"startdatum\":\"2026-02-01\",\"client\":[{}]}";
        boolean kijkt = ander.past(goed)
                && !ander.past(goed.replace("02-01", "02-31"))
                && !ander.past(goed.replace("\"startdatum\"", "\"startdag\""));
        if (!kijkt) {
            throw new IllegalStateException("expected networknt to find a wrong date and an unknown field");
        }
    }

    private static long trajecten(BerichtLezer lezer, byte[] bericht) throws IOException {
        BerichtOntvanger niemand = new BerichtOntvanger() {};
        Lezing lezing = lezer.lees(() -> new ByteArrayInputStream(bericht), niemand);
        return lezing.aantallen().trajecten();
    }

    private static void eis(long gevonden, long verwacht) {
        if (gevonden != verwacht) {
            throw new IllegalStateException("expected " + verwacht + ", got " + gevonden);
        }
    }
}
