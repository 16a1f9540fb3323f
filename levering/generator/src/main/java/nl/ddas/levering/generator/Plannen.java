// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Organisatie;

/// Worlds with one supplier, by kind and number of trajecten.
public final class Plannen {

    private Plannen() {}

    /// A world with one supplier that delivers `aantal` trajecten in every half-year; for
    /// [Leverancierssoort#LAND] that many different trajecten, of which some six per cent stand at two
    /// organisations.
    ///
    /// @param aantal at least 1
    /// @throws IllegalArgumentException when `aantal` is below 1 or more than there are burgerservicenummers
    /// for
    public static Stelsel enkel(long zaad, Leverancierssoort soort, int aantal, Foutkeuze fouten) {
        if (aantal < 1) {
            throw new IllegalArgumentException("expected at least 1 traject, got " + aantal);
        }
        Stelselbouw bouw = new Stelselbouw(zaad);
        Opgave opgave = new Opgave(bouw, Gemeenten.geschud(bouw.zaad()), aantal);
        Leveranciersplan plan =
                switch (soort) {
                    case GEMEENTE -> gemeente(opgave);
                    case SOFTWARE -> software(opgave);
                    case SAMENWERKINGSVERBAND ->
                        een(opgave.deel(200, 8), "samenwerkingsverband", "Samenwerkingsverband De Brug", 1);
                    case KREDIETBANK -> een(opgave.deel(200, 12), "kredietbank", "Stichting Kredietbank De Haven", 2);
                    case BUREAU -> een(opgave.deel(100, 10), "bureau", "Schuldhulpbureau Nieuw Begin", 3);
                    case LAND -> land(bouw, opgave.gemeenten(), aantal);
                };
        return new Stelsel(zaad, List.of(plan.met(fouten)));
    }

    /// What a supplier is made of.
    ///
    /// @param gemeenten to choose from
    private record Opgave(Stelselbouw bouw, List<Gemeente> gemeenten, int aantal) {

        /// With one gemeente for so many trajecten, at most `hoogst`.
        Opgave deel(int perStuk, int hoogst) {
            return new Opgave(bouw, gemeenten.subList(0, Math.clamp(aantal / perStuk, 1, hoogst)), aantal);
        }

        List<Stroom> stromen() {
            return bouw.stromen(gemeenten, aantal, false, false);
        }
    }

    private static Leveranciersplan gemeente(Opgave opgave) {
        Gemeente gemeente = passend(opgave.gemeenten(), opgave.aantal());
        List<Stroom> een = List.of(opgave.bouw().stroom(gemeente, opgave.aantal(), false, false));
        return plan("gemeente", "Voorbeeldsoft 4.2", Stelselbouw.eigen(een, Organisaties::gemeente));
    }

    private static Leveranciersplan software(Opgave opgave) {
        List<Stroom> stromen = opgave.deel(300, 40).stromen();
        return plan("software", "Voorbeeldsoft 4.2", Stelselbouw.eigen(stromen, Organisaties::gemeente));
    }

    /// One organisation for all gemeenten.
    private static Leveranciersplan een(Opgave opgave, String naam, String heet, int nummer) {
        Organisatie organisatie = Organisaties.ander(heet, nummer);
        return plan(naam, "Modelregie 7.1", Stelselbouw.eigen(opgave.stromen(), g -> organisatie));
    }

    static Leveranciersplan plan(String naam, String software, List<Leveringplan> leveringen) {
        return new Leveranciersplan(naam, Merk.op(software), leveringen, Foutkeuze.GEEN, Tijdvak.PEILDAG);
    }

    /// The gemeente whose expected number of running trajecten comes closest.
    private static Gemeente passend(List<Gemeente> gemeenten, int aantal) {
        double gezocht = aantal / 0.0045;
        return gemeenten.stream()
                .min(Comparator.comparingDouble(g -> Math.abs(Math.log(g.inwoners() / gezocht))))
                .orElseThrow();
    }

    /// Each gemeente does it itself or leaves it to one of the organisations of its province; the kredietbank
    /// there carries out part of the work of those that do it themselves.
    private static Leveranciersplan land(Stelselbouw bouw, List<Gemeente> gemeenten, int aantal) {
        Kansen<Organisatiesoort> soorten = Kansen.leeg();
        for (Organisatiesoort soort : Organisatiesoort.values()) {
            soorten = soorten.met(soort.aandeel(), soort);
        }
        Map<String, Organisatie> anderen = new LinkedHashMap<>();
        List<Leveringplan> leveringen = new ArrayList<>();
        List<Leveringplan> gedeeld = new ArrayList<>();
        for (Stroom stroom : bouw.stromen(gemeenten, aantal, true, false)) {
            Gemeente gemeente = stroom.gemeente();
            RandomGenerator toeval =
                    bouw.zaad().met(500_000L + gemeente.code().nummer()).toeval();
            Organisatiesoort soort = soorten.trek(toeval);
            Organisatie wie = soort == Organisatiesoort.GEMEENTE
                    ? Organisaties.gemeente(gemeente)
                    : inProvincie(anderen, soort, gemeente.provincie());
            leveringen.add(new Leveringplan(wie, gemeente, List.of(new Blik(stroom, Blik.Kant.EIGEN))));
            Organisatie bank = inProvincie(
                    anderen,
                    soort == Organisatiesoort.KREDIETBANK ? Organisatiesoort.BUREAU : Organisatiesoort.KREDIETBANK,
                    gemeente.provincie());
            gedeeld.add(new Leveringplan(bank, gemeente, List.of(new Blik(stroom, Blik.Kant.UITVOERDER))));
        }
        leveringen.addAll(gedeeld);
        return plan("land", "Voorbeeldland 1.0", leveringen);
    }

    private static Organisatie inProvincie(Map<String, Organisatie> al, Organisatiesoort soort, String provincie) {
        String naam =
                switch (soort) {
                            case GEMEENTE -> "Gemeenten ";
                            case SAMENWERKINGSVERBAND -> "Samenwerkingsverband ";
                            case KREDIETBANK -> "Stichting Kredietbank ";
                            case BUREAU -> "Schuldhulpbureau ";
                            case MAATSCHAPPELIJK_WERK -> "Stichting Maatschappelijk Werk ";
                        }
                        + provincie;
        return al.computeIfAbsent(naam, n -> Organisaties.ander(n, 100 + al.size()));
    }
}
