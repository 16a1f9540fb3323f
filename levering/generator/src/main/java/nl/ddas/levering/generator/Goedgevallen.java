// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.levering.model.Gemeente;

/// The good deliveries of the test set, one for each way of delivering.
record Goedgevallen(Path map) {

    static final Tijdvak TIJDVAK = Tijdvak.halfjaar(2026, 1);
    private static final long ZAAD = 2026;

    List<Testset.Geval> schrijf() throws IOException {
        List<Testset.Geval> gevallen = new ArrayList<>();
        gevallen.add(enkel("goed/01-een-traject", "een gemeente, een traject", Leverancierssoort.GEMEENTE, 1));
        gevallen.add(enkel("goed/02-gemeente", "een gemeente", Leverancierssoort.GEMEENTE, 40));
        gevallen.add(enkel(
                "goed/03-meer-gemeenten",
                "software voor meer gemeenten: een levering per gemeente",
                Leverancierssoort.SOFTWARE,
                900));
        gevallen.add(enkel(
                "goed/04-samenwerkingsverband",
                "samenwerkingsverband met KvK-nummer",
                Leverancierssoort.SAMENWERKINGSVERBAND,
                400));
        gevallen.add(enkel("goed/05-bureau", "particulier bureau", Leverancierssoort.BUREAU, 60));
        gevallen.add(gedeeld());
        gevallen.add(opeenvolgend());
        return gevallen;
    }

    private Testset.Geval enkel(String waar, String titel, Leverancierssoort soort, int aantal) throws IOException {
        Stelsel stelsel = Plannen.enkel(ZAAD, soort, aantal, Foutkeuze.GEEN);
        schrijf(waar, "levering.json", stelsel, 0, TIJDVAK);
        return geval(waar, titel, List.of("levering.json"));
    }

    private Testset.Geval gedeeld() throws IOException {
        String waar = "goed/06-gemeente-en-kredietbank";
        Stelsel stelsel = tweetal(ZAAD, 60);
        schrijf(waar, "gemeente.json", stelsel, 0, TIJDVAK);
        schrijf(waar, "kredietbank.json", stelsel, 1, TIJDVAK);
        return geval(
                waar, "gemeente en kredietbank leveren elk hun deel", List.of("gemeente.json", "kredietbank.json"));
    }

    private Testset.Geval opeenvolgend() throws IOException {
        String waar = "goed/07-twee-halfjaren";
        Stelsel stelsel = Plannen.enkel(ZAAD, Leverancierssoort.GEMEENTE, 40, Foutkeuze.GEEN);
        schrijf(waar, "2025H2.json", stelsel, 0, Tijdvak.halfjaar(2025, 2));
        schrijf(waar, "2026H1.json", stelsel, 0, TIJDVAK);
        return geval(waar, "dezelfde gemeente in twee halfjaren na elkaar", List.of("2025H2.json", "2026H1.json"));
    }

    /// A gemeente and the kredietbank that carries out part of its trajecten.
    static Stelsel tweetal(long zaad, int aantal) {
        Stelselbouw bouw = new Stelselbouw(zaad);
        Gemeente gemeente = Gemeenten.geschud(bouw.zaad()).getFirst();
        Stroom stroom = bouw.stroom(gemeente, aantal, true, false);
        Leveringplan bank = new Leveringplan(
                Organisaties.ander("Stichting Kredietbank De Haven", 10),
                gemeente,
                List.of(new Blik(stroom, Blik.Kant.UITVOERDER)));
        return new Stelsel(
                zaad,
                List.of(
                        Plannen.plan(
                                "gemeente",
                                "Voorbeeldsoft 4.2",
                                Stelselbouw.eigen(List.of(stroom), Organisaties::gemeente)),
                        Plannen.plan("kredietbank", "Modelregie 7.1", List.of(bank))));
    }

    private void schrijf(String waar, String naam, Stelsel stelsel, int welke, Tijdvak tijdvak) throws IOException {
        Files.createDirectories(map.resolve(waar));
        Schrijver schrijver = new Schrijver(stelsel.zaad(), Meelezer.NIEMAND);
        HeelBestand.schrijf(
                map.resolve(waar).resolve(naam),
                uit -> schrijver.schrijf(stelsel.leveranciers().get(welke), tijdvak, naam, uit));
    }

    private static Testset.Geval geval(String waar, String titel, List<String> bestanden) {
        return new Testset.Geval(waar, "goed", titel, bestanden, List.of(), List.of());
    }
}
