// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Beschikkingssoort;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Oplossingssoort;
import nl.ddas.levering.model.Periode;
import org.junit.jupiter.api.Test;

class SamenvoegerTest {
    private static final String A = "'client': [{'Burgerservicenummer': '100000691'}]";

    static GecombineerdTraject samen(String... json) {
        List<Bijdrage> bijdragen = new ArrayList<>();
        for (String een : json) {
            bijdragen.add(bijdrage(een, bijdragen.size()));
        }
        List<Bronrecord> bronnen = bijdragen.stream().map(Bijdrage::bron).toList();
        return new Samenvoeger().voegSamen(new Groep(bronnen), bijdragen.reversed());
    }

    static Bijdrage bijdrage(String json, int index) {
        return new Bijdrage(
                Bronrecords.record(json, index),
                Trajecten.van(json),
                List.of(),
                Optional.of(LocalDate.parse("2024-12-31")),
                false);
    }

    @Test
    void takesTheEarliestStartAndStaysOpenWhenASourceIsOpen() {
        GecombineerdTraject samen = samen(
                "{'gemeentecode': '0503', 'startdatum': '2024-01-01', 'einddatum': '2024-06-30', " + A + "}",
                "{'gemeentecode': 'Onbekend', 'startdatum': '2024-03-01', " + A + "}");

        assertThat(samen.traject().startdatum()).contains(LocalDate.parse("2024-01-01"));
        assertThat(samen.traject().einddatum()).isEmpty();
        assertThat(samen.traject().gemeente()).contains(new Gemeentecode(503));
        assertThat(samen.tegenspraken()).containsExactly("startdatum", "einddatum");
        assertThat(Optional.ofNullable(samen.velden().get("startdatum"))
                        .orElseThrow()
                        .alternatieven())
                .hasSize(1);
        assertThat(samen.traject().client()).hasSize(1);
    }

    @Test
    void choosesEnumerationsByWhoStandsClosest() {
        GecombineerdTraject samen = samen(
                "{'_org': 'GM0503', '_aangeleverd': '2025-01-01', 'gemeentecode': '0503', 'startdatum': '2024-01-01', "
                        + "'intake': {'beschikkingssoort': 'Toelatingsbeschikking'},"
                        + "'oplossing': {'soort': 'Saneringskrediet', 'startdatum': '2024-05-01'}, " + A + "}",
                "{'_org': 'O2', '_aangeleverd': '2025-01-09', 'gemeentecode': '0503', 'startdatum': '2024-01-01', "
                        + "'intake': {'beschikkingssoort': 'Afwijzingsbeschikking'},"
                        + "'oplossing': {'soort': 'Schuldbemiddeling', 'startdatum': '2024-05-01'}, " + A + "}");

        assertThat(samen.traject().intake().orElseThrow().beschikkingssoort())
                .contains(Beschikkingssoort.TOELATINGSBESCHIKKING);
        // Neither has a KvK number, so the newest decides.
        assertThat(samen.traject().oplossing().orElseThrow().soort()).contains(Oplossingssoort.SCHULDBEMIDDELING);
        assertThat(samen.tegenspraken()).containsExactly("intake.beschikkingssoort", "oplossing.soort");
    }

    @Test
    void aDeliveryWithoutMomentIsOlderThanAnyOther() {
        GecombineerdTraject samen = samen(
                "{'_org': 'O1', '_aangeleverd': '', 'startdatum': '2024-01-01', "
                        + "'oplossing': {'soort': 'Saneringskrediet', 'startdatum': '2024-05-01'}, " + A + "}",
                "{'_org': 'O2', '_aangeleverd': '1990-01-09', 'startdatum': '2024-01-01', "
                        + "'oplossing': {'soort': 'Schuldbemiddeling', 'startdatum': '2024-05-01'}, " + A + "}");

        assertThat(samen.traject().oplossing().orElseThrow().soort()).contains(Oplossingssoort.SCHULDBEMIDDELING);
    }

    @Test
    void keepsTheOutcomeOfADebtArrangementFromOneSource() {
        GecombineerdTraject samen = samen(
                "{'_aangeleverd': '2025-01-01', 'startdatum': '2024-01-01', 'schuldregeling': {'datum': '2024-02-01', "
                        + "'toegekend': '2024-05-01'}, " + A + "}",
                "{'_aangeleverd': '2025-01-09', 'startdatum': '2024-01-01', 'schuldregeling': {'datum': '2024-02-01', "
                        + "'afgewezen': '2024-06-01', 'dwangakkoord': true}, " + A + "}");

        var regeling = samen.traject().schuldregeling().orElseThrow();
        assertThat(regeling.toegekend()).isEmpty();
        assertThat(regeling.afgewezen()).contains(LocalDate.parse("2024-06-01"));
        assertThat(regeling.dwangakkoord()).contains(true);
        assertThat(samen.tegenspraken()).containsExactly("schuldregeling.uitkomst");
    }

    @Test
    void neverAddsUpAmounts() {
        GecombineerdTraject samen = samen(
                "{'startdatum': '2024-02-01', 'totaalSchuldbedragBijAanvangSchuld': 30000, 'schulden': ["
                        + "{'bedrag': 100, 'schuldeiser': 'Bank'}, {'bedrag': 200, 'schuldeiser': 'Bank'}], " + A + "}",
                "{'startdatum': '2024-01-10', 'totaalSchuldbedragBijAanvangSchuld': 20000, 'schulden': ["
                        + "{'bedrag': 900, 'schuldeiser': ' bank'}, {'bedrag': 50, 'schuldeiser': 'Winkel'}], " + A
                        + "}");

        assertThat(samen.traject().totaalSchuldbedragBijAanvangSchuld()).contains(20_000L);
        assertThat(samen.traject().schulden())
                .extracting(schuld -> schuld.bedrag().orElseThrow())
                .containsExactlyInAnyOrder(100L, 200L, 50L);
        assertThat(samen.tegenspraken()).containsExactly("totaalSchuldbedragBijAanvangSchuld", "schulden");
    }

    @Test
    void joinsOverlappingGuidanceOfOneKind() {
        GecombineerdTraject samen = samen(
                "{'startdatum': '2023-12-01', 'begeleiding': [{'soort': 'Budgetbeheer', 'startdatum': '2023-12-01', "
                        + "'einddatum': '2023-12-20'}], " + A + "}",
                "{'startdatum': '2023-12-15', 'begeleiding': [{'soort': 'Budgetbeheer', 'startdatum': '2023-12-15'}, "
                        + "{'soort': 'Budgetcoaching', 'startdatum': '2024-01-01'}], " + A + "}");

        assertThat(samen.traject().begeleiding())
                .extracting(een -> een.periode())
                .containsExactly(
                        new Periode(Optional.of(LocalDate.parse("2024-01-01")), Optional.empty()),
                        new Periode(Optional.of(LocalDate.parse("2023-12-01")), Optional.empty()));
    }

    @Test
    void seesThatOnePersonHasTwoBirthDates() {
        GecombineerdTraject samen = samen(
                "{'startdatum': '2024-01-01', 'client': [{'Burgerservicenummer': '100000691', "
                        + "'Geboortedatum': '1980-01-01'}]}",
                "{'startdatum': '2024-01-01', 'client': [{'Burgerservicenummer': '100000691', "
                        + "'Geboortedatum': '1981-01-01'}]}");

        assertThat(samen.identiteitsconflict()).isTrue();
        assertThat(samen.traject().client()).hasSize(1);
    }
}
