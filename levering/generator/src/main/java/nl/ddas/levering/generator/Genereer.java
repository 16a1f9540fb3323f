// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.ddas.levering.generator.Fout.Bestandsfout;
import nl.ddas.levering.generator.Fout.InBestand;

/// Writes the deliveries of a whole stelsel to a folder, with beside them `injecties.json` (which errors were
/// put in, and where) and `personen.json` (which records are the same traject).
public final class Genereer {

    /// What was written.
    ///
    /// @param bestanden paths below the folder
    /// @param injecties number of errors put in
    public record Resultaat(List<String> bestanden, long trajecten, long injecties) {

        public Resultaat {
            bestanden = List.copyOf(bestanden);
        }
    }

    private final GenereerConfig config;
    private final Meelezer mee;
    private final List<String> bestanden = new ArrayList<>();

    private Genereer(GenereerConfig config, Meelezer mee) {
        this.config = config;
        this.mee = mee;
    }

    /// Writes everything; constant memory but for the shared trajecten whose second place is still to come.
    ///
    /// @throws IOException when a file cannot be written
    public static Resultaat naarMap(GenereerConfig config, Meelezer mee) throws IOException {
        return new Genereer(config, mee).schrijf();
    }

    private Resultaat schrijf() throws IOException {
        Files.createDirectories(config.map());
        AtomicLong injecties = new AtomicLong();
        long trajecten = 0;
        try (JsonLijst fouten = new JsonLijst(
                        config.map().resolve("injecties.json"),
                        "Fouten die met opzet in de gegevens staan: code van de regel die ze moet vinden, en de plaats.",
                        "injecties");
                JsonLijst groepen = new JsonLijst(
                        config.map().resolve("personen.json"),
                        "Meldingen van hetzelfde traject. Wat hier niet staat, staat op zichzelf.",
                        "groepen")) {
            Waarheid waarheid = new Waarheid(groepen::zet);
            Meelezer alles = new Meelezer() {
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
            };
            Schrijver schrijver = new Schrijver(config.stelsel().zaad(), alles);
            for (Leveranciersplan plan : config.stelsel().leveranciers()) {
                trajecten += leverancier(schrijver, plan, alles);
            }
        }
        return new Resultaat(bestanden, trajecten, injecties.get());
    }

    private long leverancier(Schrijver schrijver, Leveranciersplan plan, Meelezer alles) throws IOException {
        Files.createDirectories(config.map().resolve(plan.naam()));
        String stam = plan.naam() + "/SHV_" + config.tijdvak().naam() + "_" + plan.naam();
        int eerste = bestanden.size();
        long trajecten;
        if (config.paginagrootte() > 0) {
            Bladzijden bladen = new Bladzijden(stam, plan.fouten());
            trajecten = schrijver.schrijfBladen(plan, config.tijdvak(), config.paginagrootte(), bladen);
        } else {
            bestanden.add(stam + ".json");
            try (OutputStream uit = open(stam + ".json", plan.fouten())) {
                trajecten = schrijver.schrijf(plan, config.tijdvak(), stam + ".json", uit);
            }
        }
        naderhand(plan, stam, eerste, alles);
        return trajecten;
    }

    /// The errors of whole files.
    private void naderhand(Leveranciersplan plan, String stam, int eerste, Meelezer alles) throws IOException {
        for (int nummer : plan.fouten().nummers()) {
            Fout fout = Foutencatalogus.nummer(nummer);
            if (fout.ingreep() instanceof InBestand(Bestandsfout soort)) {
                String laatste = bestanden.getLast();
                switch (soort) {
                    case LATIN1 -> alles.injectie(Injectie.van(fout, bestanden.get(eerste), ""));
                    case TWEEMAAL -> {
                        String nogEens = stam + "-nogmaals.json";
                        Files.copy(config.map().resolve(laatste), config.map().resolve(nogEens));
                        bestanden.add(nogEens);
                        alles.injectie(Injectie.van(fout, nogEens, ""));
                    }
                    case PAGINA_WEG -> {
                        if (bestanden.size() - eerste > 1) {
                            Files.delete(config.map().resolve(laatste));
                            bestanden.removeLast();
                            alles.injectie(Injectie.van(fout, bestanden.getLast(), "/paginering"));
                        }
                    }
                }
            }
        }
    }

    private OutputStream open(String naam, Foutkeuze fouten) throws IOException {
        Path pad = config.map().resolve(naam);
        OutputStream uit = new BufferedOutputStream(Files.newOutputStream(pad), 1 << 16);
        boolean latin1 = fouten.nummers().stream()
                .map(Foutencatalogus::nummer)
                .anyMatch(f -> f.ingreep() instanceof InBestand(Bestandsfout soort) && soort == Bestandsfout.LATIN1);
        return latin1 ? new Latin1(uit) : uit;
    }

    private final class Bladzijden implements Schrijver.Bladen {

        private final String stam;
        private final Foutkeuze fouten;

        Bladzijden(String stam, Foutkeuze fouten) {
            this.stam = stam;
            this.fouten = fouten;
        }

        @Override
        public OutputStream open(int nummer) throws IOException {
            bestanden.add(naam(nummer));
            return Genereer.this.open(naam(nummer), fouten);
        }

        @Override
        public String naam(int nummer) {
            return stam + "_pagina-" + String.format(java.util.Locale.ROOT, "%04d", nummer) + ".json";
        }
    }
}
