// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;

/// Writes the deliveries of a whole stelsel to a folder, with beside them `injecties.json` (which errors were
/// put in, and where) and `personen.json` (which records are the same traject).
public final class Genereer {

    private static final String UITLEG_FOUTEN =
            "Fouten die met opzet in de gegevens staan: code van de regel die ze moet vinden, en de plaats.";
    private static final String UITLEG_GROEPEN =
            "Meldingen van hetzelfde traject. Wat hier niet staat, staat op zichzelf.";

    private Genereer() {}

    /// What was written.
    ///
    /// @param bestanden paths below the folder
    /// @param trajecten in the files
    /// @param weggelaten trajecten left out on purpose, over and above those
    /// @param injecties number of errors put in
    public record Resultaat(List<String> bestanden, long trajecten, long weggelaten, long injecties) {

        public Resultaat {
            bestanden = List.copyOf(bestanden);
        }
    }

    /// Writes everything; constant memory but for the shared trajecten whose second place is still to come.
    ///
    /// @param mee follows the progress
    /// @throws IOException when a file cannot be written
    public static Resultaat naarMap(GenereerConfig config, Meelezer mee) throws IOException {
        Files.createDirectories(config.map());
        try {
            return HeelBestand.schrijf(
                    config.map().resolve("injecties.json"),
                    fouten -> HeelBestand.schrijf(
                            config.map().resolve("personen.json"),
                            groepen -> schrijf(
                                    config,
                                    new JsonLijst(fouten, UITLEG_FOUTEN, "injecties"),
                                    new JsonLijst(groepen, UITLEG_GROEPEN, "groepen"),
                                    mee)));
        } catch (JacksonException broken) {
            throw new IOException("could not write what was generated", broken);
        }
    }

    private static Resultaat schrijf(GenereerConfig config, JsonLijst fouten, JsonLijst groepen, Meelezer mee)
            throws IOException {
        Bijhouder alles = new Bijhouder(fouten, new Waarheid(groepen::zet), new AtomicLong(), new AtomicLong(), mee);
        Bezorging bezorging = new Bezorging(
                new Bestemming.InMap(config.map()), config.stelsel().zaad(), alles);
        long trajecten = 0;
        for (Leveranciersplan plan : config.stelsel().leveranciers()) {
            String stam = plan.naam() + "/SHV_" + config.tijdvak().naam() + "_" + plan.naam();
            trajecten += bezorging.bezorg(plan, config.tijdvak(), config.paginagrootte(), stam);
        }
        fouten.sluit();
        groepen.sluit();
        return new Resultaat(
                bezorging.bestanden(),
                trajecten,
                alles.weg().get(),
                alles.injecties().get());
    }

    /// Keeps the two lists, and passes everything on.
    private record Bijhouder(JsonLijst fouten, Waarheid waarheid, AtomicLong injecties, AtomicLong weg, Meelezer mee)
            implements Meelezer {

        @Override
        public void weggelaten(String leverancier) {
            weg.incrementAndGet();
            mee.weggelaten(leverancier);
        }

        @Override
        public void voortgang(String leverancier, long aantal) {
            mee.voortgang(leverancier, aantal);
        }

        @Override
        public void injectie(Injectie injectie) {
            injecties.incrementAndGet();
            fouten.zet(injectie);
            mee.injectie(injectie);
        }

        @Override
        public void gedeeld(long traject, long wie, int personen, boolean twee, String in, String plaats) {
            waarheid.gezien(traject, wie, personen, twee, new Waarheid.Plek(in, plaats));
            mee.gedeeld(traject, wie, personen, twee, in, plaats);
        }
    }
}
