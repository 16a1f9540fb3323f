// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.testkit.Requirement;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement({"S81", "S82"})
class IndicatorTest {
    private final Indicator indicator = new Indicator(Gewichten.standaard());

    /// The worked examples of the description: V as a fraction, what counts in C, T, I, B, and the outcome.
    @ParameterizedTest
    @CsvSource(textBlock = """
                    W1, 17, 17, 0, 0, 0, 0, 1.0, 1.0, 1.0, true, 100.00, 100, A
                    W2, 15, 17, 0, 1, 0, 0, 0.8, 0.9, 0.7, true, 82.97, 83, B
                    W7, 16, 17, 0, 0, 0, 2, 1.0, 1.0, 0.8333333333333333, true, 86.95, 87, B
                    W3, 9, 14, 0, 0, 1, 0, 0.6, 0.9, 0.5, true, 70.69, 71, C
                    W4, 12, 15, 0, 2, 0, 0, 0.8, 0.6, 0.5, false, 68.90, 69, C
                    W5, 17, 17, 1, 0, 0, 0, 1.0, 1.0, 0.5, true, 80.00, 49, D
                    W6, 10, 15, 0, 1, 1, 0, 0.6, 0.0, 0.5, true, 54.50, 39, E
                    """)
    void givesTheWorkedExamples(
            String naam,
            int gevuld,
            int verwacht,
            int blokkerend,
            int waarschuwing,
            int informatief,
            int tegenspraken,
            BigDecimal t,
            BigDecimal i,
            BigDecimal b,
            boolean gemeente,
            BigDecimal ruw,
            int score,
            Indicatorscore.Klasse klasse) {
        Indicatorscore uitkomst = indicator.bereken(new Indicator.Onderbouwing(
                new Volledigheid(BigDecimal.valueOf(verwacht), BigDecimal.valueOf(gevuld), List.of()),
                Map.of(Ernst.BLOKKEREND, blokkerend, Ernst.WAARSCHUWING, waarschuwing, Ernst.INFORMATIEF, informatief),
                tegenspraken,
                false,
                t,
                false,
                i,
                b,
                1,
                gemeente));

        BigDecimal som =
                uitkomst.delen().stream().map(Indicatorscore.Deel::punten).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(som).isCloseTo(ruw, Assertions.within(new BigDecimal("0.006")));
        assertThat(uitkomst.score()).isEqualTo(score);
        assertThat(uitkomst.klasse()).isEqualTo(klasse);
    }

    private static final String VOL = """
            {'_org': '%s', '_aangeleverd': '2025-01-10', 'gemeentecode': '0503', 'startdatum': '2024-01-01',
             'einddatum': '2024-10-01',
             'client': [{'Burgerservicenummer': '100000691', 'Geboortedatum': '1980-01-01', 'Geslachtsaanduiding': 'M',
                         'Postcode': '2611TV', 'Huisnummer': '5'}],
             'aanmelding': {'startdatum': '2024-01-01', 'einddatum': '2024-01-01'},
             'intake': {'startdatum': '2024-01-09', 'einddatum': '2024-02-01', 'beschikkingsdatum': '2024-02-01',
                        'beschikkingssoort': 'Toelatingsbeschikking'},
             'stabilisatie': {'startdatum': '2024-02-02', 'einddatum': '2024-04-01'},
             'totaalSchuldbedragBijAanvangSchuld': 24000, 'schulden': [{'bedrag': 24000}],
             'uitstroom': {'datum': '2024-10-01' %s}}
            """;

    @Test
    void aCleanTrajectThatTwoSourcesAgreeOnHasTheFullScore() {
        Indicatorscore score = indicator.bereken(SamenvoegerTest.samen(
                VOL.formatted("GM0503", ", 'reden': 'Afgerond'"), VOL.formatted("O2", ", 'reden': 'Afgerond'")));

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.verliezen()).isEmpty();
    }

    @Test
    void namesTheLargestLossesInPoints() {
        Indicatorscore score = indicator.bereken(SamenvoegerTest.samen(VOL.formatted("GM0503", "")));

        // 3 of 25 weights: 30 x 3/25 in V, half of that again in C, and 3 for the missing second source.
        assertThat(score.verliezen())
                .extracting(Indicatorscore.Verlies::tekst)
                .containsExactly("-5 reden van uitstroom ontbreekt", "-3 niet bevestigd door een tweede bron");
        assertThat(score.score()).isEqualTo(92);
        assertThat(score.versie()).isEqualTo("1.0");
    }

    @ParameterizedTest
    @CsvSource({"1,niet bevestigd door een tweede bron", "2,bronnen bevestigen elkaar niet in elk veld"})
    void aLackOfConfirmationIsToldByWhetherThereAreMoreSources(int bronnen, String reden) {
        Indicatorscore score = indicator.bereken(new Indicator.Onderbouwing(
                new Volledigheid(BigDecimal.ONE, BigDecimal.ONE, List.of()),
                Map.of(),
                0,
                false,
                BigDecimal.ONE,
                false,
                BigDecimal.ONE,
                new BigDecimal("0.75"),
                bronnen,
                true));

        assertThat(score.verliezen()).extracting(Indicatorscore.Verlies::reden).containsExactly(reden);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-31,1", "2025-02-01,0.8", "2025-03-04,0.6", "2025-04-03,0.3", "2024-12-30,0.5", "'',0.3"})
    void timelinessFollowsTheDaysAfterThePeriod(String aangeleverd, BigDecimal waarde) {
        Indicatorscore score = indicator.bereken(SamenvoegerTest.samen(
                "{'_aangeleverd': '" + aangeleverd + "', 'gemeentecode': '0503', 'startdatum': '2024-06-01'}"));

        assertThat(score.delen().get(2).waarde()).isEqualByComparingTo(waarde);
    }

    @Test
    void aTrajectThatIsSilentForTwoYearsLosesTimeliness() {
        Indicatorscore score = indicator.bereken(SamenvoegerTest.samen(
                "{'_aangeleverd': '2025-01-10', 'gemeentecode': '0503', 'startdatum': '2022-06-01'}"));

        assertThat(score.delen().get(2).waarde()).isEqualByComparingTo("0.6");
    }

    @Test
    void eachRuleCountsOnceAtItsWorst() {
        Bijdrage een = met(new Bijdrage.Vondst("T-11", Ernst.WAARSCHUWING), 0);
        Bijdrage twee = met(new Bijdrage.Vondst("T-11", Ernst.INFORMATIEF), 1);
        GecombineerdTraject samen =
                new Samenvoeger().voegSamen(new Groep(List.of(een.bron(), twee.bron())), List.of(een, twee));

        Indicatorscore score = indicator.bereken(samen);

        BigDecimal v = score.delen().get(0).waarde();
        BigDecimal factor = v.add(BigDecimal.ONE).divide(new BigDecimal(2));
        assertThat(score.delen().get(1).waarde())
                .isCloseTo(factor.multiply(new BigDecimal("0.85")), Assertions.within(new BigDecimal("1e-12")));
    }

    private static Bijdrage met(Bijdrage.Vondst vondst, int index) {
        String json = "{'gemeentecode': '0503', 'startdatum': '2024-06-01', "
                + "'client': [{'Burgerservicenummer': '100000691'}]}";
        return new Bijdrage(
                Bronrecords.record(json, index),
                Trajecten.van(json),
                List.of(vondst),
                Optional.of(LocalDate.parse("2024-12-31")),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "deel.volledigheid=0.30,deel.volledigheid=0.5,'sum to 1, got 1.20'",
        "tijdig.62=0.8,'',expected a line 'tijdig.62=...'",
        "tijdig.62=0.8,tijdig.62=veel,expected a number in 'tijdig.62=veel'",
        "versie=1.0,versie=1.0\\ntijdig.61=0.8,unknown lines [tijdig.61]",
    })
    void refusesWeightsThatAreNotWholeOrDoNotSumToOne(String regel, String anders, String fout) throws IOException {
        String tekst = standaardgewichten().replace(regel, anders.replace("\\n", "\n"));

        Assertions.assertThatThrownBy(
                        () -> Gewichten.lees(new ByteArrayInputStream(tekst.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining(fout);
    }

    private static String standaardgewichten() throws IOException {
        try (InputStream in = Objects.requireNonNull(Gewichten.class.getResourceAsStream("indicator.properties"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
