// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormaatTest {

    @Property
    void readsEveryDayAsItIsWritten(@ForAll @IntRange(max = 2_932_896) int dag) {
        LocalDate datum = LocalDate.of(1970, 1, 1).plusDays(dag % 700_000);

        assertThat(Datums.datum(datum.toString())).contains(datum);
    }

    @Property
    void knowsExactlyTheDaysOfTheCalendar(
            @ForAll @IntRange(max = 9_999) int jaar,
            @ForAll @IntRange(max = 13) int maand,
            @ForAll @IntRange(max = 32) int dag) {
        String tekst = "%04d-%02d-%02d".formatted(jaar, maand, dag);
        boolean bestaat = maand >= 1
                && maand <= 12
                && dag >= 1
                && dag <= YearMonth.of(jaar, maand).lengthOfMonth();

        assertThat(Datums.datum(tekst).isPresent()).isEqualTo(bestaat);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-1-01",
                "20250101",
                "2025-01-01T",
                "2025/01/01",
                "2025-01-0x",
                "01-02-2025",
                "٢٠٢٥-01-01"
            })
    void refusesOtherSpellingsOfADate(String tekst) {
        assertThat(Datums.datum(tekst)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1980-05-01, 1980, 5, 1, false",
        "1980-00-00, 1980, 0, 0, false",
        "1980-05-00, 1980, 5, 0, false",
        "19800501, 1980, 5, 1, true",
        "19800000, 1980, 0, 0, true",
        "01-05-1980, 1980, 5, 1, true",
        "1-5-1980, 1980, 5, 1, true",
        "1/2/1980, 1980, 2, 1, true",
        "01.02.1980, 1980, 2, 1, true",
        "' 1980-05-01', 1980, 5, 1, true",
        "1980-05-01T00:00:00+02:00, 1980, 5, 1, true",
        "00-05-1980, 1980, 5, 0, true"
    })
    void understandsTheSpellingsOfADateOfBirth(String tekst, int jaar, int maand, int dag, boolean omgezet) {
        assertThat(Datums.geboortedatum(tekst)).contains(new Geboortedatum(jaar, maand, dag, omgezet));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1980",
                "0000-00-00",
                "1980-02-30",
                "1980-13-01",
                "31-04-1980",
                "1980-00-05",
                "31-02-1980",
                "31/2/1980",
                "19800231",
                "1980-02-31T00:00:00",
                "29.02.1981",
                "1--1980",
                "-1-1980",
                "1-1-80",
                "1-1-1980T00:00",
                "001-1-1980",
                "12345678901",
                "onbekend"
            })
    void doesNotGuessAtADateOfBirth(String tekst) {
        assertThat(Datums.geboortedatum(tekst)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-02T08:30:00Z, true",
        "2025-07-02t08:30:00.123456z, true",
        "2025-07-02T08:30:00+02:00, true",
        "2025-12-31T23:59:60Z, true",
        "2026-01-01T00:59:60+01:00, true",
        "2025-12-31T22:59:60Z, false",
        "2025-07-02T08:30:00, false",
        "2025-07-02T08:30Z, false",
        "2025-07-02 08:30:00Z, false",
        "2025-07-02T24:00:00Z, false",
        "2025-02-30T08:30:00Z, false",
        "2025-07-02T08:30:00.Z, false",
        "2025-07-02T08:30:00+0200, false",
        "2025-07-02T08:30:00+24:00, false",
        "2025-07-02, false"
    })
    void knowsADateWithTimeAndZone(String tekst, boolean past) {
        assertThat(Formaat.DATUM_TIJD.past((" " + tekst).toCharArray(), 1, tekst.length()))
                .isEqualTo(past);
    }

    @Test
    void readsATimeWithoutZoneAsDutchTime() {
        assertThat(Momenten.lees("2025-07-02T08:30:00.5"))
                .contains(new Moment(OffsetDateTime.parse("2025-07-02T08:30:00.5+02:00"), Optional.empty()));
        assertThat(Momenten.lees("2025-01-02T08:30:00Z"))
                .contains(new Moment(OffsetDateTime.parse("2025-01-02T08:30:00Z"), Optional.of("Z")));
        assertThat(Momenten.lees("gisteren")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jan.jansen@voorbeeld.nl, true",
        "a+b@sub.voorbeeld.nl, true",
        "a@localhost, true",
        "'\"a b\"@voorbeeld.nl', true",
        "a@b@voorbeeld.nl, false",
        "voorbeeld.nl, false",
        "@voorbeeld.nl, false",
        "a@, false",
        "a..b@voorbeeld.nl, false",
        ".a@voorbeeld.nl, false",
        "a b@voorbeeld.nl, false",
        "a@voor beeld.nl, false",
        "a@-voorbeeld.nl, false",
        "a@voorbeeld-.nl, false",
        "a@voorbeeld..nl, false"
    })
    void knowsAMailAddress(String tekst, boolean past) {
        assertThat(Formaat.EMAIL.past(tekst.toCharArray(), 0, tekst.length())).isEqualTo(past);
    }
}
