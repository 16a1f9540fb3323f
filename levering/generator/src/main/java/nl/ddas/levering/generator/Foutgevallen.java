// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.ddas.levering.generator.Fout.InTraject;
import nl.ddas.levering.generator.Fout.Weglaten;

/// One case of the test set for each error of the catalogue: a small delivery with that one error in it.
record Foutgevallen(Path map) {

    private static final Tijdvak VORIG = Tijdvak.halfjaar(2025, 2);
    private static final int WOONGEMEENTE = 17;
    private static final int MEER_GEMEENTEN = 19;
    private static final int LATIN1 = 47;

    List<Testset.Geval> schrijf() throws IOException {
        List<Testset.Geval> gevallen = new ArrayList<>();
        for (Fout fout : Foutencatalogus.ALLE) {
            gevallen.add(geval(fout));
        }
        return gevallen;
    }

    private Testset.Geval geval(Fout fout) throws IOException {
        String waar = String.format(Locale.ROOT, "fouten/%02d-%s", fout.nummer(), kort(fout.naam()));
        for (long zaad = 100; ; zaad++) {
            List<Injectie> injecties = new ArrayList<>();
            Bestemming.InGeheugen uitgang = new Bestemming.InGeheugen();
            List<String> bestanden = probeer(fout, zaad, uitgang, injecties);
            if (!bestanden.isEmpty()) {
                Files.createDirectories(map.resolve(waar));
                for (String bestand : bestanden) {
                    HeelBestand.schrijf(map.resolve(waar).resolve(bestand), uitgang.bytes(bestand));
                }
                return new Testset.Geval(
                        waar, "fout", fout.naam(), bestanden, verwacht(fout, injecties), fout.bijcodes());
            }
        }
    }

    private static List<Testset.Verwacht> verwacht(Fout fout, List<Injectie> injecties) {
        List<Testset.Verwacht> verwacht = new ArrayList<>();
        for (Injectie injectie : injecties) {
            verwacht.add(new Testset.Verwacht(injectie.code(), injectie.bestand(), injectie.plaats()));
            if (fout.vormfout() && !fout.code().equals("A-03")) {
                verwacht.add(new Testset.Verwacht("A-03", injectie.bestand(), injectie.plaats()));
            }
        }
        return verwacht;
    }

    /// Writes the files with this seed; gives none when the error does not fit what the seed makes.
    private static List<String> probeer(Fout fout, long zaad, Bestemming.InGeheugen uitgang, List<Injectie> injecties)
            throws IOException {
        boolean samen = fout.nummer() == WOONGEMEENTE;
        int aantal = fout.nummer() == Foutencatalogus.OUDE_VERSIE ? 1 : fout.ingreep() instanceof InTraject ? 3 : 25;
        Stelsel stelsel =
                samen ? Goedgevallen.tweetal(zaad, 12) : Plannen.enkel(zaad, soort(fout), aantal, Foutkeuze.GEEN);
        Meelezer mee = new Meelezer() {
            @Override
            public void injectie(Injectie injectie) {
                injecties.add(injectie);
            }
        };
        Bezorging bezorging = new Bezorging(uitgang, zaad, mee);
        Leveranciersplan goed = stelsel.leveranciers().getFirst();
        if (samen) {
            bezorging.bezorg(goed, Goedgevallen.TIJDVAK, 0, "gemeente");
        } else if (fout.ingreep() instanceof Weglaten) {
            bezorging.bezorg(goed, VORIG, 0, "vorige");
        }
        Leveranciersplan fouten = stelsel.leveranciers().getLast().met(new Foutkeuze(Set.of(fout.nummer()), 1, 1));
        int pagina = fout.code().equals("A-16") ? 10 : 0;
        long geschreven = bezorging.bezorg(fouten, Goedgevallen.TIJDVAK, pagina, "levering");
        boolean raak = !injecties.isEmpty()
                && !(fout.ingreep() instanceof Weglaten && geschreven == aantal)
                && !(fout.nummer() == LATIN1 && alleenAscii(uitgang.bytes("levering.json")));
        return raak ? bezorging.bestanden() : List.of();
    }

    private static Leverancierssoort soort(Fout fout) {
        return fout.nummer() == MEER_GEMEENTEN ? Leverancierssoort.SAMENWERKINGSVERBAND : Leverancierssoort.GEMEENTE;
    }

    private static boolean alleenAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String kort(String naam) {
        return naam.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
