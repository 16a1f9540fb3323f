// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
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
        List<Gemeente> gemeenten = Gemeenten.geschud(bouw.zaad());
        Leveranciersplan plan =
                switch (soort) {
                    case GEMEENTE -> {
                        Gemeente gemeente = passend(gemeenten, aantal);
                        List<Stroom> een = List.of(bouw.stroom(gemeente, aantal, false, false));
                        yield plan("gemeente", "Voorbeeldsoft 4.2", Stelselbouw.eigen(een, Organisaties::gemeente));
                    }
                    case SOFTWARE -> {
                        List<Stroom> stromen = bouw.stromen(deel(gemeenten, aantal, 300, 40), aantal, false, false);
                        yield plan("software", "Voorbeeldsoft 4.2", Stelselbouw.eigen(stromen, Organisaties::gemeente));
                    }
                    case SAMENWERKINGSVERBAND ->
                        een(
                                bouw,
                                "samenwerkingsverband",
                                "Samenwerkingsverband De Brug",
                                1,
                                deel(gemeenten, aantal, 200, 8),
                                aantal);
                    case KREDIETBANK ->
                        een(
                                bouw,
                                "kredietbank",
                                "Stichting Kredietbank De Haven",
                                2,
                                deel(gemeenten, aantal, 200, 12),
                                aantal);
                    case BUREAU ->
                        een(
                                bouw,
                                "bureau",
                                "Schuldhulpbureau Nieuw Begin",
                                3,
                                deel(gemeenten, aantal, 100, 10),
                                aantal);
                    case LAND -> land(bouw, gemeenten, aantal);
                };
        return new Stelsel(zaad, List.of(plan.met(fouten)));
    }

    static Leveranciersplan plan(String naam, String software, List<Leveringplan> leveringen) {
        return new Leveranciersplan(naam, Merk.op(software), leveringen, Foutkeuze.GEEN, Tijdvak.PEILDAG);
    }

    private static Leveranciersplan een(
            Stelselbouw bouw, String naam, String heet, int nummer, List<Gemeente> gemeenten, int aantal) {
        Organisatie organisatie = Organisaties.ander(heet, nummer);
        List<Stroom> stromen = bouw.stromen(gemeenten, aantal, false, false);
        return plan(naam, "Modelregie 7.1", Stelselbouw.eigen(stromen, g -> organisatie));
    }

    private static List<Gemeente> deel(List<Gemeente> gemeenten, int aantal, int perStuk, int hoogst) {
        return gemeenten.subList(0, Math.clamp(aantal / perStuk, 1, hoogst));
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
