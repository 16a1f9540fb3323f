// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static nl.ddas.levering.model.Afwijking.Soort.LEEG;
import static nl.ddas.levering.model.Afwijking.Soort.ONBEKEND_VELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.model.Versie;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Requirement("S77")
class KopregelsTest {

    @TempDir
    private Path map;

    static Stream<Arguments> wrong() {
        return Stream.of(
                geval("A-01 byte order mark", b -> b.bom = true),
                geval("A-04 older version", b -> b.versie = Versie.V0_10),
                geval("A-05 start after end", b -> b.start = dag("2026-07-01")),
                geval("A-06 five months", b -> b.eind = dag("2026-05-31")),
                geval("A-07 another period was asked", b -> b.verwachting = vraag("2026-04-01", "2026-06-30")),
                geval("A-08 before the end", b -> b.aanlevering = moment("2026-06-29T12:00:00+02:00")),
                geval("A-09 in the future", b -> b.aanlevering = moment("2026-07-10T09:11:00+02:00")),
                geval("A-10 winter time in summer", b -> b.aanlevering = moment("2026-07-10T08:00:00+01:00")),
                geval(
                        "A-10 no zone",
                        b -> b.aanlevering = Optional.of(new Moment(
                                moment("2026-07-10T09:00:00+02:00").get().tijdstip(), Optional.empty()))),
                geval("A-11 no version", b -> b.leverancier = Optional.of("Voorbeeldsoft")),
                geval("A-11 no version", b -> b.leverancier = Optional.of("GL987654")),
                geval("A-12 other software", b -> b.verwachting = software("Andersoft 4.2")),
                geval("A-13 misspelt", b -> b.afwijkingen.add(new Afwijking(ONBEKEND_VELD, "/startdatumLeverin", ""))),
                geval("A-14 empty", b -> b.afwijkingen.add(new Afwijking(LEEG, "/codeGegevensleverancier", ""))),
                geval("A-15 control sign", b -> b.leverancier = Optional.of("Soft\u0007 4.2")),
                geval("A-16 a field is missing", b -> b.paginering = pagina(1L, 1L, 1L, null)),
                geval("A-16 pages do not add up", b -> b.paginering = pagina(25_000L, 1L, 2L, 1L)),
                geval("A-16 beyond the last", b -> b.paginering = pagina(25_000L, 2L, 1L, 1L)),
                geval("A-16 the last page is missing", b -> b.paginering = pagina(1L, 1L, 2L, 2L)),
                geval("A-16 another number of trajecten", b -> b.paginering = pagina(5L, 1L, 1L, 2L)),
                geval("L-01 starts at 0", b -> b.levering().teller = Optional.of(0L)),
                geval("L-02 no array", b -> {
                    b.levering().heeftTrajecten = false;
                    b.levering().trajecten.clear();
                }),
                geval("L-02 empty array", b -> b.levering().trajecten.clear()),
                geval("L-03 two gemeenten", b -> b.levering().met(t -> t.gemeentecode = Optional.of("0518"))),
                geval("L-04 not its own", b -> b.traject().gemeentecode = Optional.of("0518")),
                geval("O-01 no name", b -> b.levering().naam = Optional.empty()),
                geval("O-02 no gemeente", b -> b.levering().naam = Optional.of("Kredietbank Voorbeeld")),
                geval("O-03 both", b -> b.levering().kvk = Optional.of("12345678")),
                geval("O-03 neither", b -> b.levering().gemeentecode = Optional.empty()),
                geval("O-04 seven digits", b -> b.levering().kvk = Optional.of("1234567")),
                geval("O-05 does not exist", b -> b.levering().gemeentecode = Optional.of("GM001")),
                geval("O-06 letters", b -> b.levering().postcode = Optional.of("2611")),
                geval("O-07 nobody to write to", b -> b.levering().email = Optional.empty()),
                geval("O-08 two addresses", b -> b.levering().email = Optional.of("a@delft.nl, b@delft.nl")),
                geval("O-09 at home", b -> b.levering().email = Optional.of("jan@gmail.com")),
                geval("O-10 another organisation", b -> b.verwachting = organisatie("0518")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void eachRuleFiresOnWhatItIsAbout(String geval, Consumer<Proefbericht> anders) throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        anders.accept(bericht);
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        String code = geval.substring(0, 4);
        assertThat(uitkomst.van(code)).hasSize(1);
        assertThat(uitkomst.van(code).getFirst().melding()).doesNotContain("{");
        assertThat(uitkomst.van(code).getFirst().geldtVoor())
                .isEqualTo(Catalogus.eigen().controle(code).geldtVoor());
    }

    static Stream<Arguments> right() {
        return Stream.of(
                geval("A-04 this version", b -> b.versie = Versie.V1_0),
                geval("A-06 a quarter", b -> b.start = dag("2026-04-01")),
                geval("A-06 a year", b -> b.eind = dag("2026-12-31")),
                geval("A-07 as asked", b -> b.verwachting = vraag("2026-01-01", "2026-06-30")),
                geval("A-08 on the last day", b -> b.aanlevering = moment("2026-06-30T12:00:00+02:00")),
                geval("A-09 within five minutes", b -> b.aanlevering = moment("2026-07-10T09:09:00+02:00")),
                geval("A-10 winter time in winter", b -> {
                    b.aanlevering = moment("2026-01-10T08:00:00+01:00");
                }),
                geval("A-11 with v", b -> b.leverancier = Optional.of("Soft-v12.0.1")),
                geval("A-12 newer version", b -> b.verwachting = software("Voorbeeldsoft 4.1")),
                geval("A-16 in order", b -> b.paginering = pagina(25_000L, 1L, 1L, 1L)),
                geval("L-03 unknown beside known", b -> b.levering()
                        .met(t -> t.gemeentecode = Optional.of("Onbekend"))),
                geval("L-04 no gemeente", b -> {
                    b.levering().naam = Optional.of("Kredietbank");
                    b.levering().gemeentecode = Optional.empty();
                    b.traject().gemeentecode = Optional.of("0518");
                }),
                geval("O-02 a gemeente by its name", b -> b.levering().naam = Optional.of("Delft")),
                geval("O-03 only KvK", b -> {
                    b.levering().gemeentecode = Optional.empty();
                    b.levering().kvk = Optional.of("12345678");
                }),
                geval("O-04 eight digits", b -> b.levering().kvk = Optional.of("12345678")),
                geval("O-05 with prefix", b -> b.levering().gemeentecode = Optional.of("GM503")),
                geval("O-10 by code", b -> b.verwachting = organisatie("GM0503")),
                geval("O-10 by name", b -> b.verwachting = organisatie("gemeente delft")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void eachRuleIsSilentWhenAllIsWell(String geval, Consumer<Proefbericht> anders) throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        anders.accept(bericht);
        assertThat(bericht.toets(map).codes()).doesNotContain(geval.substring(0, 4));
    }

    @Test
    void aBlockingFindingOnALeveringRefusesItsTrajectenOnly() throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        bericht.levering().naam = Optional.empty();
        Proefbericht.Proeflevering tweede = new Proefbericht.Proeflevering().met(t -> {});
        tweede.teller = Optional.of(2L);
        bericht.leveringen.add(tweede);
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        assertThat(uitkomst.aanroepen())
                .containsSubsequence("kop", "O-01", "levering 0", "traject 0 geweigerd", "levering 1", "traject 0");
        assertThat(uitkomst.oordeel().status()).isEqualTo(Oordeel.Status.AFGEKEURD);
        assertThat(uitkomst.oordeel().geweigerdeTrajecten()).isEqualTo(1);
    }

    @Test
    void aLeveringThatGoesOnOnTheNextPageIsOneLevering() throws IOException {
        Proefbericht een = Proefbericht.met(2, t -> {});
        een.paginering = pagina(2L, 1L, 2L, 3L);
        Proefbericht twee = Proefbericht.met(1, t -> t.clienten.set(0, new Proeftraject.Proefclient(99)));
        twee.paginering = pagina(2L, 2L, 2L, 3L);
        Proefbericht.Uitkomst uitkomst = Proefbericht.toets(map, List.of(een, twee));
        assertThat(uitkomst.bevindingen()).isEmpty();
        assertThat(uitkomst.oordeel().leveringen()).isEqualTo(1);
        assertThat(uitkomst.oordeel().trajecten()).isEqualTo(3);
    }

    @Test
    void aMessageOfMoreThanAPageIsReported() throws IOException {
        Paginatelling telling = new Paginatelling(1);
        for (int i = 0; i < 25_001; i++) {
            telling.traject();
        }
        Vondsten vondsten = new Vondsten(Catalogus.eigen());
        telling.besluitPagina(1, "", vondsten);
        assertThat(vondsten.neem()).extracting(v -> v.controle().code()).containsExactly("A-17");
    }

    @Test
    void anOldGemeenteIsGoodForAPeriodInWhichItExisted() throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        bericht.start = dag("2020-01-01");
        bericht.eind = dag("2020-12-31");
        bericht.traject().gemeentecode = Optional.of("0501");
        bericht.levering().gemeentecode = Optional.of("0501");
        assertThat(bericht.toets(map).codes()).doesNotContain("T-02", "T-04", "O-05");
    }

    private static Arguments geval(String naam, Consumer<Proefbericht> anders) {
        return Arguments.of(naam, anders);
    }

    private static Optional<LocalDate> dag(String dag) {
        return Optional.of(LocalDate.parse(dag));
    }

    private static Optional<Moment> moment(String tekst) {
        return Optional.of(Proefbericht.moment(tekst));
    }

    private static Optional<Paginering> pagina(
            long grootte, long deze, long paginas, @org.jspecify.annotations.Nullable Long totaal) {
        return Optional.of(new Paginering(
                Optional.of(grootte), Optional.of(deze), Optional.of(paginas), Optional.ofNullable(totaal)));
    }

    private static final Instant NU = Instant.parse("2026-07-10T07:05:00Z");

    private static Verwachting vraag(String start, String eind) {
        return new Verwachting(NU, dag(start), dag(eind), Optional.empty(), Optional.empty());
    }

    private static Verwachting software(String code) {
        return new Verwachting(NU, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(code));
    }

    private static Verwachting organisatie(String naam) {
        return new Verwachting(NU, Optional.empty(), Optional.empty(), Optional.of(naam), Optional.empty());
    }
}
