// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Oplossingssoort;
import nl.ddas.levering.model.Schuldensoort;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Uitstroomreden;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The distributions of a world in 20.000 slots: of all who asked for help in 2024 and 2025.
class WereldTest {

    private static final Stelsel STELSEL = Plannen.enkel(11, Leverancierssoort.SOFTWARE, 20_000, Foutkeuze.GEEN);
    private static final Leveranciersplan PLAN = STELSEL.leveranciers().getFirst();
    private static final List<Geval> INSTROOM = new ArrayList<>();
    private static final List<Schuldhulptraject> GELEVERD = new ArrayList<>();

    @BeforeAll
    static void draw() {
        Wereld wereld = new Wereld(new Zaad(Zaad.meng(11)));
        int van = Dagen.eersteVan(48);
        int tot = Dagen.eersteVan(52) - 1;
        for (Leveringplan levering : PLAN.leveringen()) {
            Stroom stroom = levering.blikken().getFirst().stroom();
            for (int i = 0; i < stroom.aantal(); i++) {
                wereld.gevallen(stroom, i, van, tot).stream()
                        .filter(g -> g.verloop().start() >= van)
                        .forEach(INSTROOM::add);
            }
        }
        new Generator(11)
                .trajecten(PLAN, Tijdvak.halfjaar(2026, 1))
                .map(Geleverd::traject)
                .forEach(GELEVERD::add);
    }

    private static double deel(Predicate<Geval> soort) {
        return INSTROOM.stream().filter(soort).count() / (double) INSTROOM.size();
    }

    @Test
    void givesExactlyAsManyTrajectenAsAsked() {
        assertThat(GELEVERD).hasSize(20_000);
        assertThat(new Generator(11).aantal(PLAN, Tijdvak.halfjaar(2025, 2))).isEqualTo(20_000);
    }

    @Test
    @Requirement("S103")
    void comesAsFarAsThePathsShare() {
        assertThat(deel(g -> g.verloop().pad() == Pad.ADVIES)).isCloseTo(0.45, within(0.015));
        assertThat(deel(g -> g.verloop().pad().toegelaten())).isCloseTo(0.45, within(0.015));
        assertThat(deel(g -> g.verloop().pad().gestabiliseerd())).isCloseTo(0.35, within(0.015));
        assertThat(deel(g -> g.verloop().regeling().toegekend())).isCloseTo(0.17, within(0.012));
        assertThat(deel(g -> g.verloop().crisis())).isCloseTo(0.04, within(0.005));
        assertThat(deel(g -> g.persoonHalfjaar() != g.halfjaar())).isCloseTo(0.04, within(0.008));
    }

    @Test
    void endsForReasonsInTheirShare() {
        Map<Uitstroomreden, Double> verwacht = new EnumMap<>(Map.of(
                Uitstroomreden.AFGEROND, 0.42,
                Uitstroomreden.INGETROKKEN, 0.15,
                Uitstroomreden.ZELF, 0.11,
                Uitstroomreden.NIET_PASSEND, 0.10,
                Uitstroomreden.VOLDOET_NIET, 0.09,
                Uitstroomreden.NIETVERSCHENEN, 0.05,
                Uitstroomreden.VERHUISD, 0.04,
                Uitstroomreden.OVERLEDEN, 0.02,
                Uitstroomreden.OVERIG, 0.02));
        verwacht.forEach((reden, aandeel) -> assertThat(deel(g -> g.verloop().reden() == reden))
                .as(reden.toString())
                .isCloseTo(aandeel, within(0.025)));
    }

    @Test
    void waitsAboutAsLongAsInPractice() {
        List<Integer> wachten = INSTROOM.stream()
                .filter(g -> !g.verloop().crisis())
                .map(g -> g.verloop().gesprek() - g.verloop().start())
                .sorted()
                .toList();
        assertThat(wachten.get(wachten.size() / 2)).isBetween(8, 11);
        assertThat(wachten.stream().mapToInt(w -> w).average().orElseThrow()).isCloseTo(11, within(1.0));
        List<Integer> besluit = INSTROOM.stream()
                .filter(g -> g.verloop().beschikking() != Dagen.NOOIT)
                .map(g -> g.verloop().beschikking() - g.verloop().start())
                .sorted()
                .toList();
        assertThat(besluit.get(besluit.size() / 2)).isBetween(33, 37);
        assertThat(besluit.get(besluit.size() * 95 / 100)).isLessThanOrEqualTo(57);
    }

    @Test
    void carriesOutSolutionsInTheirShare() {
        double met = deel(g -> g.verloop().uitvoering().soort().isPresent());
        Map<Oplossingssoort, Double> verwacht = Map.of(
                Oplossingssoort.SANERINGSKREDIET, 0.50,
                Oplossingssoort.SCHULDBEMIDDELING, 0.22,
                Oplossingssoort.BETALINGSREGELING, 0.13,
                Oplossingssoort.NUL_PROCENT_AANBOD, 0.10,
                Oplossingssoort.HERFINANCIERING, 0.05);
        verwacht.forEach((soort, aandeel) -> assertThat(deel(g -> g.verloop()
                                .uitvoering()
                                .soort()
                                .filter(s -> s == soort)
                                .isPresent())
                        / met)
                .as(soort.toString())
                .isCloseTo(aandeel, within(0.025)));
    }

    @Test
    void hasDebtsOfTheExpectedNumberAndSize() {
        List<Schuldhulptraject> met =
                GELEVERD.stream().filter(t -> !t.schulden().isEmpty()).toList();
        List<Long> totalen = met.stream()
                .map(t -> t.totaalSchuldbedragBijAanvangSchuld().orElseThrow())
                .sorted()
                .toList();
        assertThat(totalen.get(totalen.size() / 2)).isBetween(22_500L, 27_000L);
        assertThat(totalen.stream().mapToLong(t -> t).average().orElseThrow()).isBetween(36_000.0, 43_500.0);
        double perTraject =
                met.stream().mapToInt(t -> t.schulden().size()).average().orElseThrow();
        assertThat(perTraject).isCloseTo(13 * 1.15, within(0.8));
        Map<Schuldensoort, Double> soorten = new EnumMap<>(Schuldensoort.class);
        double[] alle = {0};
        met.forEach(t -> t.schulden().forEach(s -> {
            soorten.merge(s.schuldsoort().orElseThrow(), 1.0, Double::sum);
            alle[0]++;
        }));
        assertThat(soorten.getOrDefault(Schuldensoort.PUBLIEK, 0.0) / alle[0]).isCloseTo(0.30, within(0.01));
        assertThat(soorten.getOrDefault(Schuldensoort.ZORG, 0.0) / alle[0]).isCloseTo(0.15, within(0.01));
    }

    @Test
    void numbersPassTheElfproefAndBelongToOnePerson() {
        Set<String> nummers = new HashSet<>();
        int clienten = 0;
        int stellen = 0;
        int mannen = 0;
        for (Schuldhulptraject traject : GELEVERD) {
            stellen += traject.client().size() - 1;
            mannen += traject.client()
                            .getFirst()
                            .geslachtsaanduiding()
                            .orElseThrow()
                            .equals("Man")
                    ? 1
                    : 0;
            for (Client client : traject.client()) {
                assertThat(client.burgerservicenummer().orElseThrow().voldoetAanElfproef())
                        .isTrue();
                nummers.add(client.burgerservicenummer().orElseThrow().waarde());
                clienten++;
            }
        }
        assertThat(nummers).hasSize(clienten);
        assertThat(stellen / 20_000.0).isCloseTo(0.17, within(0.01));
        assertThat(mannen / 20_000.0).isCloseTo(0.56, within(0.015));
    }

    @Test
    void smallWorldsUseTheTestRangeOnly() {
        Stelsel klein = Plannen.enkel(3, Leverancierssoort.GEMEENTE, Bsns.TESTPLEKKEN, Foutkeuze.GEEN);
        assertThat(new Generator(3)
                        .trajecten(klein.leveranciers().getFirst(), Tijdvak.halfjaar(2026, 1))
                        .flatMap(g -> g.traject().client().stream())
                        .allMatch(c ->
                                c.burgerservicenummer().orElseThrow().waarde().startsWith("9999")))
                .isTrue();
    }

    @Test
    void everyNumberOfALargeWorldIsDifferent() {
        Bsns bsns = new Bsns(new Zaad(5));
        Set<String> nummers = new HashSet<>();
        for (int plek = 0; plek < 2000; plek++) {
            for (int persoon = 0; persoon < Bsns.PER_PLEK; persoon++) {
                String waarde = bsns.van(plek * 631L, persoon).waarde();
                assertThat(waarde).hasSize(9);
                assertThat(nummers.add(waarde)).isTrue();
            }
        }
        assertThat(bsns.van(Bsns.HOOGSTENS - 1L, 63).voldoetAanElfproef()).isTrue();
    }
}
