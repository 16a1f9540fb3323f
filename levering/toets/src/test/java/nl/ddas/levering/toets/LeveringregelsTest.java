// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.ddas.levering.model.Uitstroomreden;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("S77")
class LeveringregelsTest {

    @TempDir
    private Path map;

    @Test
    void aTrajectThatStandsThereTwiceIsNamed() throws IOException {
        Proefbericht bericht = Proefbericht.met(3, t -> {});
        bericht.levering().trajecten.add(new Proeftraject(1));
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        assertThat(uitkomst.van("L-05")).hasSize(1);
        assertThat(uitkomst.van("L-05").getFirst().melding()).startsWith("Traject 1 en 3 ");
        assertThat(uitkomst.van("L-05").getFirst().plaats().pointer()).isEqualTo("/leveringen/0/schuldhulptrajecten/3");
        assertThat(uitkomst.van("L-05").getFirst().plaats().regel()).isEqualTo(13);
    }

    @Test
    void theSameTrajectInAnotherLeveringIsNoDouble() throws IOException {
        Proefbericht bericht = Proefbericht.goed();
        Proefbericht.Proeflevering tweede = new Proefbericht.Proeflevering().met(t -> {});
        tweede.teller = Optional.of(2L);
        bericht.leveringen.add(tweede);
        assertThat(bericht.toets(map).codes()).doesNotContain("L-05");
    }

    @Test
    void aPersonWithTwoTrajectenAtATimeIsCounted() throws IOException {
        Proefbericht bericht = Proefbericht.met(3, t -> t.clienten.set(0, new Proeftraject.Proefclient(5)));
        bericht.levering().trajecten.getFirst().eindigt("2026-01-10", Uitstroomreden.ZELF);
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        assertThat(uitkomst.van("K-13")).hasSize(1);
        assertThat(uitkomst.van("K-13").getFirst().melding()).contains("2 trajecten");
        assertThat(uitkomst.van("K-13").getFirst().traject()).hasValue(2);
    }

    @Test
    void trajectenThatFollowEachOtherAreFine() throws IOException {
        Proefbericht bericht = Proefbericht.met(2, t -> t.clienten.set(0, new Proeftraject.Proefclient(5)));
        bericht.levering().trajecten.getFirst().eindigt("2026-01-10", Uitstroomreden.ZELF);
        assertThat(bericht.toets(map).codes()).doesNotContain("K-13", "K-12");
    }

    @Test
    void oneBsnWithTwoBirthDatesOrSexesIsReported() throws IOException {
        Proefbericht bericht = Proefbericht.met(4, t -> {});
        List<Proeftraject> trajecten = bericht.levering().trajecten;
        trajecten.get(1).client().bsn = trajecten.get(0).client().bsn;
        trajecten.get(1).client().geboortedatum = Optional.of("1983-05-23");
        trajecten.get(3).client().bsn = trajecten.get(2).client().bsn;
        trajecten.get(3).client().geslacht = Optional.of("M");
        List<Bevinding> bevindingen = bericht.toets(map).van("K-12");
        assertThat(bevindingen).extracting(b -> b.traject().getAsInt()).containsExactly(1, 3);
        assertThat(bevindingen).allMatch(b -> b.geldtVoor() == GeldtVoor.LEVERING);
    }

    @Test
    void elevenPersonsOnOneAddressAreReportedOnceAndTenAreNot() throws IOException {
        assertThat(opEenAdres(11).van("K-14")).hasSize(1);
        assertThat(opEenAdres(11).van("K-14").getFirst().melding()).startsWith("11 cliënten");
        assertThat(opEenAdres(10).codes()).doesNotContain("K-14");
    }

    private Proefbericht.Uitkomst opEenAdres(int aantal) throws IOException {
        return Proefbericht.met(aantal, t -> t.client().huisnummer = Optional.of("1"))
                .toets(map);
    }

    @Test
    void sharesAreReportedFromTwentyOn() throws IOException {
        assertThat(eenzijdig(20)).contains("L-08", "L-09", "L-10", "K-09");
        assertThat(eenzijdig(19)).doesNotContain("L-08", "L-09", "L-10", "K-09");
    }

    private List<String> eenzijdig(int aantal) throws IOException {
        return Proefbericht.met(aantal, t -> {
                    t.start = Optional.of(LocalDate.of(2026, 1, 1));
                    t.eindigt("2026-05-01", Uitstroomreden.OVERIG);
                    t.client().geboortedatum = Optional.of("1980-01-01");
                })
                .toets(map)
                .codes();
    }

    @Test
    void mixedSharesAreNot() throws IOException {
        int[] teller = new int[1];
        Proefbericht bericht = Proefbericht.met(40, t -> {
            int nummer = teller[0]++;
            t.start = Optional.of(LocalDate.of(2026, 1, 1 + nummer % 20));
            t.eindigt("2026-05-01", nummer % 2 == 0 ? Uitstroomreden.ZELF : Uitstroomreden.AFGEROND);
        });
        assertThat(bericht.toets(map).codes()).doesNotContain("L-08", "L-10", "K-09");
    }

    @Test
    void comparesWithTheDeliveryBefore() throws IOException {
        byte[] sleutel = "een blijvende sleutel van 32 bytes".getBytes(StandardCharsets.UTF_8);
        Proefbericht bericht = Proefbericht.met(2, t -> {});
        long nog = new Sleutelaar(sleutel).traject(bericht.traject().bouw());
        long weg = new Sleutelaar(sleutel).traject(new Proeftraject(77).bouw());
        bericht.vorige = new Vorige() {
            @Override
            public OptionalLong trajecten(String organisatie) {
                return organisatie.equals("gemeente 503") ? OptionalLong.of(20) : OptionalLong.empty();
            }

            @Override
            public Optional<byte[]> sleutel() {
                return Optional.of(sleutel);
            }

            @Override
            public LongStream openTrajecten(String organisatie) {
                return LongStream.of(nog, weg);
            }

            @Override
            public Optional<Instant> eerderAangeleverd(byte[] inhoud) {
                return Optional.of(Instant.parse("2026-07-01T10:00:00Z"));
            }
        };
        Proefbericht.Uitkomst uitkomst = bericht.toets(map);
        assertThat(uitkomst.codes()).containsExactly("L-06", "L-07", "A-18");
        assertThat(uitkomst.van("L-07").getFirst().melding()).startsWith("1 trajecten");
        assertThat(uitkomst.van("A-18").getFirst().melding()).contains("2026-07-01T12:00+02:00");
    }

    @Test
    void spillingGivesTheSameAsMemory() throws IOException {
        List<Bevinding> geheugen = veel(65_536);
        assertThat(geheugen).hasSizeGreaterThan(1000);
        assertThat(veel(1024)).isEqualTo(geheugen);
        assertThat(map).isEmptyDirectory();
    }

    private List<Bevinding> veel(int limiet) throws IOException {
        Proefbericht bericht = Proefbericht.met(6000, t -> {});
        bericht.limiet = limiet;
        return bericht.toets(map).bevindingen();
    }

    @Property(tries = 30)
    void addingATrajectNeverRemovesFindingsOfOthers(@ForAll @IntRange(min = 0, max = 5) int plaats) throws IOException {
        Path tijdelijk = Files.createTempDirectory("toets");
        try {
            List<Bevinding> zonder = bont().toets(tijdelijk).bevindingen();
            Proefbericht bericht = bont();
            bericht.levering().trajecten.add(bericht.levering().trajecten.size(), new Proeftraject(50 + plaats));
            List<Bevinding> met = new ArrayList<>(bericht.toets(tijdelijk).bevindingen());
            assertThat(met).containsAll(zonder);
        } finally {
            Files.delete(tijdelijk);
        }
    }

    private static Proefbericht bont() {
        int[] teller = new int[1];
        return Proefbericht.met(6, t -> {
            switch (teller[0]++ % 4) {
                case 0 -> t.client().bsn = Optional.of("123456789");
                case 1 -> t.eind = Optional.of(LocalDate.of(2025, 1, 1));
                case 2 -> t.clienten.set(0, new Proeftraject.Proefclient(1));
                default -> t.gemeentecode = Optional.empty();
            }
        });
    }
}
