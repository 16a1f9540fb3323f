// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Organisatie;

/// The invented stelsel of the demo: six suppliers that share clients, one with errors that the rules find and
/// one with errors that the schema refuses. All deliver within a month after the period but one, which is late.
public final class DemoStelsel {

    /// Trajecten in a half-year, shared ones counted once, unless another number is asked for.
    public static final int OMVANG = 105_000;

    /// Days after the half-year on which the samenwerkingsverband delivers; the others do within 31.
    private static final int LAAT = 75;

    private DemoStelsel() {}

    /// The stelsel with `omvang` trajecten in every half-year (shared ones counted once).
    ///
    /// @param omvang at least 100
    public static Stelsel van(long zaad, int omvang) {
        if (omvang < 100) {
            throw new IllegalArgumentException("expected at least 100 trajecten, got " + omvang);
        }
        Stelselbouw bouw = new Stelselbouw(zaad);
        List<Gemeente> gemeenten = new ArrayList<>(Gemeenten.geschud(bouw.zaad()));
        Gemeente stad = grote(gemeenten);
        gemeenten.remove(stad);

        List<Stroom> eigen = List.of(bouw.stroom(stad, omvang * 4 / 100, true, false));
        List<Stroom> gehost = bouw.stromen(gemeenten.subList(0, 30), omvang * 48 / 100, true, true);
        List<Stroom> bank = bouw.stromen(gemeenten.subList(30, 34), omvang * 10 / 100, false, false);
        List<Stroom> samen = bouw.stromen(gemeenten.subList(34, 42), omvang * 12 / 100, false, false);
        List<Stroom> slordig = bouw.stromen(gemeenten.subList(42, 58), omvang * 20 / 100, false, false);
        List<Stroom> stuk = bouw.stromen(gemeenten.subList(58, 63), omvang * 6 / 100, false, false);

        List<Leveringplan> software = Stelselbouw.metVerhuisden(gehost, Organisaties::gemeente);
        List<Leveringplan> slordige = Stelselbouw.eigen(slordig, Organisaties::gemeente);
        Organisatie verband = Organisaties.ander("Samenwerkingsverband Drie Rivieren", 11);
        return new Stelsel(
                zaad,
                List.of(
                        Plannen.plan("eigen-gemeente", "Zelfbouw 2.3", Stelselbouw.eigen(eigen, Organisaties::gemeente))
                                .na(14),
                        Plannen.plan("voorbeeldsoft", "Voorbeeldsoft 4.2", software)
                                .na(20),
                        Plannen.plan("kredietbank", "Modelregie 7.1", kredietbank(eigen, gehost, bank))
                                .na(26),
                        Plannen.plan("samenwerking", "Ketenwerk 3.0", Stelselbouw.eigen(samen, g -> verband))
                                .na(LAAT),
                        Plannen.plan("slordigsoft", "Slordigsoft 1.4", slordige)
                                .met(Foutkeuze.regels(0.02))
                                .na(29),
                        Plannen.plan("kapotsoft", "Kapotsoft 0.9", Stelselbouw.eigen(stuk, Organisaties::gemeente))
                                .met(Foutkeuze.vorm(0.01))
                                .na(31)));
    }

    private static Gemeente grote(List<Gemeente> gemeenten) {
        return gemeenten.stream()
                .filter(g -> g.inwoners() > 120_000)
                .findFirst()
                .orElseThrow();
    }

    /// Its own gemeenten, and the part it carries out for the others.
    private static List<Leveringplan> kredietbank(List<Stroom> stad, List<Stroom> gehost, List<Stroom> bank) {
        Organisatie organisatie = Organisaties.ander("Stichting Kredietbank De Haven", 10);
        List<Leveringplan> plannen = new ArrayList<>(Stelselbouw.eigen(bank, g -> organisatie));
        List<Stroom> voor = new ArrayList<>(stad);
        voor.addAll(gehost);
        for (Stroom stroom : voor) {
            plannen.add(
                    new Leveringplan(organisatie, stroom.gemeente(), List.of(new Blik(stroom, Blik.Kant.UITVOERDER))));
        }
        return plannen;
    }
}
