// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Genereer;
import nl.ddas.levering.generator.GenereerConfig;
import nl.ddas.levering.generator.Leverancierssoort;
import nl.ddas.levering.generator.Meelezer;
import nl.ddas.levering.generator.Plannen;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.model.Paginering;

/// Generated deliveries of one software supplier over the first half of 2026; made once, the same on every machine.
final class Bestanden {

    /// The number of trajecten of most targets.
    static final int PAGINA = Paginering.VOLLE_PAGINA;

    private static final long ZAAD = 1;
    private static final Meelezer NIEMAND = new Meelezer() {};

    private final Werkplaats plek;

    Bestanden(Werkplaats plek) {
        this.plek = plek;
    }

    /// A delivery without errors.
    Path goed(int trajecten) throws IOException {
        return maak("goed", trajecten, Foutkeuze.GEEN);
    }

    /// A delivery in which one traject in twenty breaks a rule.
    Path metFouten(int trajecten) throws IOException {
        return maak("fout", trajecten, Foutkeuze.regels(0.05));
    }

    private Path maak(String soort, int trajecten, Foutkeuze fouten) throws IOException {
        Path map = plek.map(String.format(Locale.ROOT, "levering-%s-%d", soort, trajecten));
        Path klaar = map.resolve("klaar");
        if (!Files.exists(klaar)) {
            plek.regel("(making a delivery of %d trajecten, once)", trajecten);
            GenereerConfig config = new GenereerConfig(
                    Plannen.enkel(ZAAD, Leverancierssoort.SOFTWARE, trajecten, fouten),
                    Tijdvak.halfjaar(2026, 1),
                    0,
                    map);
            String bestand = Genereer.naarMap(config, NIEMAND).bestanden().getFirst();
            Files.writeString(klaar, bestand);
        }
        return map.resolve(Files.readString(klaar));
    }
}
