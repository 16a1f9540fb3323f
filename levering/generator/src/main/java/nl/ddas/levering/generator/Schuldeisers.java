// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.ddas.levering.model.Schuldeiser;
import nl.ddas.levering.model.Schuldensoort;

/// Invented creditors, by kind of debt. Made once: they stand in many trajecten.
final class Schuldeisers {

    private static final String[] NAMEN = {
        "De Linde", "Zonneveld", "Noorderpoort", "Het Anker", "Duinrand", "Waterlelie", "De Populier", "Oosterhof",
        "Heideroos", "De Vuurtoren", "Maasbocht", "Kastanje", "De Reiger", "Westerkim", "Korenbloem", "De Kompasroos"
    };
    private static final String[] PUBLIEK = {
        "Rijksincasso", "Waterschapsheffing", "Boetebureau", "Belastingkantoor", "Uitkeringsfonds", "Studiefonds"
    };
    private static final String[] ZORG = {"Zorgverzekeraar", "Zorgverzekering", "Tandartspraktijk", "Apotheek"};
    private static final String[] NUTS = {"Energiebedrijf", "Drinkwaterbedrijf", "Stadswarmte"};
    private static final String[] OVERIG = {
        "Coöperatieve Woonstichting",
        "Postorderhuis",
        "Telecom",
        "Kredietmaatschappij",
        "Verzekeringen",
        "Webwinkel",
        "Autolease",
        "Kinderopvang",
        "Incassobureau",
        "Meubelhuis",
        "Sportcentrum"
    };
    private static final Kansen<Schuldensoort> SOORTEN = Kansen.<Schuldensoort>leeg()
            .met(30, Schuldensoort.PUBLIEK)
            .met(15, Schuldensoort.ZORG)
            .met(12, Schuldensoort.NUTS)
            .met(43, Schuldensoort.OVERIG);
    private static final Optional<Schuldeiser> PRIVE = Optional.of(
            new Schuldeiser(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true)));

    private static final List<Eiser> PUBLIEKE = eisers(Schuldensoort.PUBLIEK, 99_000_001, PUBLIEK);
    private static final List<Eiser> VAN_ZORG = eisers(Schuldensoort.ZORG, 99_010_001, ZORG);
    private static final List<Eiser> VAN_NUTS = eisers(Schuldensoort.NUTS, 99_020_001, NUTS);
    private static final List<Eiser> OVERIGE = eisers(Schuldensoort.OVERIG, 99_030_001, OVERIG);
    private static final Eiser PRIVEPERSOON = new Eiser(Optional.of(Schuldensoort.OVERIG), PRIVE);

    private Schuldeisers() {}

    /// A creditor with the kind of debt that goes with it.
    record Eiser(Optional<Schuldensoort> soort, Optional<Schuldeiser> schuldeiser) {}

    static Eiser trek(RandomGenerator toeval) {
        Schuldensoort soort = SOORTEN.trek(toeval);
        List<Eiser> keuze =
                switch (soort) {
                    case PUBLIEK -> PUBLIEKE;
                    case ZORG -> VAN_ZORG;
                    case NUTS -> VAN_NUTS;
                    case OVERIG -> OVERIGE;
                };
        int i = toeval.nextInt(keuze.size());
        return soort == Schuldensoort.OVERIG && toeval.nextInt(25) == 0 ? PRIVEPERSOON : keuze.get(i);
    }

    private static List<Eiser> eisers(Schuldensoort soort, int eerste, String[] branches) {
        List<Eiser> eisers = new ArrayList<>();
        for (String branche : branches) {
            for (String naam : NAMEN) {
                Optional<String> heet = Optional.of(branche + " " + naam);
                // Invented KvK numbers: a block of our own choosing, eight digits.
                int kvk = eerste + eisers.size();
                Optional<String> postcode = Optional.of((1100 + kvk % 8000) + "XV");
                eisers.add(new Eiser(
                        Optional.of(soort),
                        Optional.of(new Schuldeiser(
                                heet, heet, Optional.of(Integer.toString(kvk)), postcode, Optional.of(false)))));
            }
        }
        return List.copyOf(eisers);
    }
}
