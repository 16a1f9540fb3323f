// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static nl.ddas.levering.model.Afwijking.Soort.ANDER_TYPE;
import static nl.ddas.levering.model.Afwijking.Soort.LEEG;
import static nl.ddas.levering.model.Afwijking.Soort.ONBEKEND_VELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.Begeleiding;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Uitstroom;
import nl.ddas.levering.model.Uitstroomreden;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Requirement("S77")
class TrajectregelsTest {

    @TempDir
    private Path map;

    @Test
    void aSoundTrajectGivesNoFinding() throws IOException {
        Proefbericht.Uitkomst uitkomst = Proefbericht.goed().toets(map);
        assertThat(uitkomst.bevindingen()).isEmpty();
        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.GOEDGEKEURD);
        assertThat(uitkomst.oordeel().trajecten()).isEqualTo(1);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                geval("T-01 no gemeentecode", t -> t.gemeentecode = Optional.empty()),
                geval("T-02 a code that does not exist", t -> t.gemeentecode = Optional.of("9999")),
                geval("T-02 no code", t -> t.gemeentecode = Optional.of("onbekend")),
                geval("T-02 three digits made four", t -> t.gemeentecode = Optional.of("GM503")),
                geval("T-02 three digits made four", t -> t.gemeentecode = Optional.of("222")),
                geval("T-02 a number instead of text", t -> {
                    t.gemeentecode = Optional.empty();
                    t.afwijking(ANDER_TYPE, "/gemeentecode", "9998");
                }),
                geval("T-03 not known", t -> t.gemeentecode = Optional.of("Onbekend")),
                geval("T-04 merged", t -> t.gemeentecode = Optional.of("GM0501")),
                geval("T-04 split", t -> t.gemeentecode = Optional.of("0788")),
                geval("T-05 no start", t -> t.start = Optional.empty()),
                geval("T-06 end before start", t -> t.eindigt("2026-01-09", Uitstroomreden.ZELF)),
                geval("T-07 ended before the period", t -> {
                    t.start = dag("2025-03-01");
                    t.eindigt("2025-12-31", Uitstroomreden.ZELF);
                }),
                geval("T-07 begins after the period", t -> t.start = dag("2026-07-01")),
                geval("T-08 begins after the period", t -> t.start = dag("2026-07-01")),
                geval("T-09 ends after the delivery", t -> t.eindigt("2026-07-11", Uitstroomreden.ZELF)),
                geval("T-10 two end dates", t -> {
                    t.eindigt("2026-05-01", Uitstroomreden.ZELF);
                    t.eind = dag("2026-05-02");
                }),
                geval("T-10 another day of decision", t -> {
                    t.eind = dag("2026-05-02");
                    t.uitstroom = Optional.of(new Uitstroom(
                            t.eind, dag("2026-05-03"), Optional.empty(), Optional.of(Uitstroomreden.ZELF)));
                }),
                geval("T-11 ended without reason", t -> t.eind = dag("2026-05-02")),
                geval("T-12 outflow without end", t -> {
                    t.eindigt("2026-05-02", Uitstroomreden.ZELF);
                    t.eind = Optional.empty();
                }),
                geval("T-13 two dates of grant", t -> {
                    t.toekenning = dag("2026-05-02");
                    t.toegekend("2026-05-03");
                }),
                geval("T-14 grant without agreement", t -> t.toekenning = dag("2026-05-02")),
                geval("T-15 grant before start", t -> {
                    t.toekenning = dag("2026-01-02");
                    t.toegekend("2026-01-02");
                }),
                geval("T-16 negative", t -> t.totaal = Optional.of(-5L)),
                geval("T-17 very much", t -> t.totaal = Optional.of(500_001L)),
                geval("T-17 nothing", t -> t.totaal = Optional.of(0L)),
                geval("T-17 cents", t -> t.totaal = Optional.of(100_000L)),
                geval("T-18 does not add up", t -> t.schulden.add(11L)),
                geval("T-19 silent for years", t -> {
                    t.start = dag("2022-01-01");
                    t.aanmelding = Optional.empty();
                    t.toegekend("2023-01-01");
                }),
                geval("T-20 filled", t -> t.omschrijving = Optional.of("loopt nog")),
                geval("T-20 a BSN", t -> t.omschrijving = Optional.of("zie dossier 999990019")),
                geval("T-21 a mail address", t -> uitstroomtekst(t, "mail naar jan@delft.nl")),
                geval("T-21 a phone number", t -> uitstroomtekst(t, "bel 06-12345678")),
                geval("T-21 a phone number", t -> uitstroomtekst(t, "bel +31 6 12345678")),
                geval("T-21 a name", t -> uitstroomtekst(t, "verhuisd met mevrouw Bakker")),
                geval("T-21 a name", t -> uitstroomtekst(t, "verhuisd met Jan Bakker")),
                geval("T-22 no step", t -> t.aanmelding = Optional.empty()),
                geval("T-23 default date", t -> t.start = dag("1970-01-01")),
                geval("A-13 misspelt", t -> t.afwijking(ONBEKEND_VELD, "/aanmelding/einddatm", "")),
                geval("A-14 empty", t -> t.afwijking(LEEG, "/intake", "")),
                geval("A-15 wrong character set", t -> uitstroomtekst(t, "be\u00c3\u00abindigd")),
                geval("A-15 blank at the end", t -> uitstroomtekst(t, "klaar ")),
                geval("K-01 nobody", t -> t.clienten.clear()),
                geval("K-01 three", t -> {
                    t.clienten.add(new Proeftraject.Proefclient(8));
                    t.clienten.add(new Proeftraject.Proefclient(9));
                }),
                geval("K-02 nothing to tell by", t -> {
                    t.client().bsn = Optional.empty();
                    t.client().postcode = Optional.empty();
                }),
                geval("K-03 eight digits", t -> t.client().bsn = Optional.of("12345678")),
                geval("K-03 dots", t -> t.client().bsn = Optional.of("9999.90.019")),
                geval("K-03 ten digits", t -> t.client().bsn = Optional.of("1234567890")),
                geval("K-04 elfproef", t -> t.client().bsn = Optional.of("123456789")),
                geval("K-04 zeros", t -> t.client().bsn = Optional.of("000000000")),
                geval("K-04 as a number", t -> {
                    t.client().bsn = Optional.empty();
                    t.afwijking(ANDER_TYPE, "/client/0/Burgerservicenummer", "123456789");
                }),
                geval("K-05 the same twice", t -> t.clienten.add(t.client())),
                geval("K-06 synonym", t -> t.client().geslacht = Optional.of("M")),
                geval("K-06 nonsense", t -> t.client().geslacht = Optional.of("huh")),
                geval("K-07 Dutch order", t -> t.client().geboortedatum = Optional.of("23-05-1982")),
                geval("K-07 without dashes", t -> t.client().geboortedatum = Optional.of("19820523")),
                geval("K-07 with slashes", t -> t.client().geboortedatum = Optional.of("23/5/1982")),
                geval("K-07 no such day", t -> t.client().geboortedatum = Optional.of("1982-02-30")),
                geval("K-07 as a number", t -> {
                    t.client().geboortedatum = Optional.empty();
                    t.afwijking(ANDER_TYPE, "/client/0/Geboortedatum", "19820523");
                }),
                geval("K-08 very old", t -> t.client().geboortedatum = Optional.of("1900-01-01")),
                geval("K-08 a child", t -> t.client().geboortedatum = Optional.of("2015-01-01")),
                geval("K-08 nearly grown up", t -> t.client().geboortedatum = Optional.of("2009-01-01")),
                geval("K-08 not born yet", t -> t.client().geboortedatum = Optional.of("2030-01-01")),
                geval("K-10 blank", t -> t.client().postcode = Optional.of("2611 tv")),
                geval("K-10 forbidden letters", t -> t.client().postcode = Optional.of("2611SS")),
                geval("K-11 letter", t -> t.client().huisnummer = Optional.of("12A")),
                geval("K-11 nonsense", t -> t.client().huisnummer = Optional.of("n.v.t.")),
                geval("K-15 only a BSN", t -> {
                    t.client().geboortedatum = Optional.empty();
                    t.client().geslacht = Optional.empty();
                    t.client().postcode = Optional.empty();
                    t.client().huisnummer = Optional.empty();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void eachRuleFiresOnWhatItIsAbout(String geval, Consumer<Proeftraject> anders) throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        anders.accept(bericht.traject());
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        String code = geval.substring(0, 4);
        assertThat(uitkomst.van(code)).hasSize(1);
        Controle controle = Catalogus.eigen().controle(code);
        Bevinding bevinding = uitkomst.van(code).getFirst();
        assertThat(bevinding.geldtVoor()).isEqualTo(controle.geldtVoor());
        assertThat(bevinding.traject()).hasValue(0);
        assertThat(bevinding.plaats().pointer()).startsWith("/leveringen/0/schuldhulptrajecten/0");
        assertThat(bevinding.melding()).doesNotContain("{", "999990019", "123456789", "Bakker", "12345678");
    }

    static Stream<Arguments> right() {
        return Stream.of(
                geval("T-02 the prefix", t -> t.gemeentecode = Optional.of("GM0503")),
                geval("T-04 a gemeente that is", t -> t.gemeentecode = Optional.of("1992")),
                geval("T-05 unreadable start", t -> {
                    t.start = Optional.empty();
                    t.afwijking(Afwijking.Soort.GEEN_DATUM, "/startdatum", "1-2-2026");
                }),
                geval("T-06 one day", t -> {
                    t.start = dag("2026-05-02");
                    t.eindigt("2026-05-02", Uitstroomreden.ZELF);
                }),
                geval("T-07 ends on the first day", t -> {
                    t.start = dag("2025-05-02");
                    t.eindigt("2026-01-01", Uitstroomreden.ZELF);
                }),
                geval("T-08 begins on the last day", t -> t.start = dag("2026-06-30")),
                geval("T-10 all equal", t -> t.eindigt("2026-05-02", Uitstroomreden.ZELF)),
                geval("T-11 with reason", t -> t.eindigt("2026-05-02", Uitstroomreden.ZELF)),
                geval("T-13 equal", t -> {
                    t.toekenning = dag("2026-05-02");
                    t.toegekend("2026-05-02");
                }),
                geval("T-14 with agreement", t -> {
                    t.toekenning = dag("2026-05-02");
                    t.toegekend("2026-05-02");
                }),
                geval("T-15 on the day itself", t -> {
                    t.toekenning = t.start;
                    t.schuldregeling = Optional.empty();
                }),
                geval("T-16 absent", t -> t.totaal = Optional.empty()),
                geval("T-17 half a million", t -> {
                    t.totaal = Optional.of(500_000L);
                    t.schulden.set(0, 500_000L);
                }),
                geval("T-18 within ten euro", t -> t.schulden.add(10L)),
                geval("T-18 no debts", t -> t.schulden.clear()),
                geval("T-19 ended", t -> {
                    t.start = dag("2015-01-01");
                    t.eindigt("2026-05-02", Uitstroomreden.AFGEROND);
                }),
                geval("T-21 plain words", t -> uitstroomtekst(t, "Traject afgerond in overleg met Delft.")),
                geval("T-21 a date and an amount", t -> uitstroomtekst(t, "Betaald op 12-05-2026, 12500 euro")),
                geval("T-22 guidance", t -> {
                    t.aanmelding = Optional.empty();
                    t.begeleiding = List.of(new Begeleiding(new Periode(t.start, Optional.empty()), Optional.empty()));
                }),
                geval("T-23 the first day allowed", t -> t.start = dag("1998-12-01")),
                geval("A-15 accents", t -> uitstroomtekst(t, "be\u00ebindigd, caf\u00e9 \u20ac")),
                geval("K-02 fallback", t -> t.client().bsn = Optional.empty()),
                geval("K-04 good number", t -> t.client().bsn = Optional.of("999990019")),
                geval("K-05 a couple", t -> t.clienten.add(new Proeftraject.Proefclient(7))),
                geval("K-06 Leeg", t -> t.client().geslacht = Optional.of("Leeg")),
                geval("K-07 partly unknown", t -> t.client().geboortedatum = Optional.of("1980-00-00")),
                geval("K-08 eighteen", t -> t.client().geboortedatum = Optional.of("2008-01-10")),
                geval("K-08 a hundred", t -> t.client().geboortedatum = Optional.of("1926-01-10")),
                geval("K-11 five digits", t -> t.client().huisnummer = Optional.of("12345")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void eachRuleIsSilentWhenAllIsWell(String geval, Consumer<Proeftraject> anders) throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        anders.accept(bericht.traject());
        assertThat(bericht.toets(map).codes()).doesNotContain(geval.substring(0, 4));
    }

    @Test
    void aBlockingFindingRefusesItsTrajectAndNoOther() throws IOException {
        Proefbericht bericht = Proefbericht.met(3, t -> {});
        bericht.levering().trajecten.get(1).clienten.clear();
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        assertThat(uitkomst.aanroepen()).containsSubsequence("traject 0", "K-01", "traject 1 geweigerd", "traject 2");
        assertThat(uitkomst.oordeel().geweigerdeTrajecten()).isEqualTo(1);
        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.GOEDGEKEURD);
    }

    private static Arguments geval(String naam, Consumer<Proeftraject> anders) {
        return Arguments.of(naam, anders);
    }

    private static Optional<LocalDate> dag(String dag) {
        return Optional.of(LocalDate.parse(dag));
    }

    private static void uitstroomtekst(Proeftraject traject, String tekst) {
        traject.eind = dag("2026-05-02");
        traject.uitstroom = Optional.of(new Uitstroom(
                traject.eind, Optional.empty(), Optional.of(tekst), Optional.of(Uitstroomreden.AFGEROND)));
    }
}
