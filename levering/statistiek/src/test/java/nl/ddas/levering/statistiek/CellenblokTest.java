// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CellenblokTest {

    private static Cellenblok<String> blok(Onthullingsprofiel profiel, long... delen) {
        Cellenblok<String> blok = new Cellenblok<>(profiel);
        List<String> leden = new ArrayList<>();
        long som = 0;
        for (int i = 0; i < delen.length; i++) {
            blok.zet("d" + i, delen[i]);
            leden.add("d" + i);
            som += delen[i];
        }
        blok.zet("totaal", som);
        leden.add("totaal");
        blok.som(leden);
        blok.bescherm();
        return blok;
    }

    @Test
    void hidesSmallCountsAndRoundsTheOthers() {
        Cellenblok<String> blok = blok(Onthullingsprofiel.STANDAARD, 0, 9, 3, 14, 15);

        assertThat(blok.cel("d0")).isEqualTo(new Cel.Aantal(0));
        assertThat(blok.cel("d1")).isEqualTo(new Cel.Geheim());
        assertThat(blok.cel("d3")).isEqualTo(new Cel.Aantal(10));
        assertThat(blok.cel("d4")).isEqualTo(new Cel.Aantal(20));
        assertThat(blok.cel("totaal")).isEqualTo(new Cel.Aantal(40));
    }

    @Test
    void hidesOneMoreWhenATotalWouldGiveTheHiddenOneAway() {
        Cellenblok<String> blok = blok(Onthullingsprofiel.STANDAARD, 5, 40, 30, 0);

        assertThat(blok.isGeheim("d0")).isTrue();
        assertThat(blok.isGeheim("d2")).isTrue();
        assertThat(blok.isGeheim("d1")).isFalse();
        assertThat(blok.isGeheim("d3")).isFalse();
    }

    @Test
    void showsEverythingInternally() {
        assertThat(blok(Onthullingsprofiel.INTERN, 5, 41).cel("d0")).isEqualTo(new Cel.Aantal(5));
    }

    @Property(tries = 300)
    void inATableNoSumHasExactlyOneHiddenMember(@ForAll @Size(12) List<@IntRange(min = 0, max = 40) Integer> waarden) {
        Cellenblok<String> blok = new Cellenblok<>(Onthullingsprofiel.STANDAARD);
        List<List<String>> sommen = new ArrayList<>();
        long[][] tabel = new long[4][5];
        for (int rij = 0; rij < 3; rij++) {
            for (int kolom = 0; kolom < 4; kolom++) {
                long waarde = waarden.get(rij * 4 + kolom);
                tabel[rij][kolom] = waarde;
                tabel[rij][4] += waarde;
                tabel[3][kolom] += waarde;
                tabel[3][4] += waarde;
            }
        }
        for (int rij = 0; rij < 4; rij++) {
            List<String> leden = new ArrayList<>();
            for (int kolom = 0; kolom < 5; kolom++) {
                blok.zet(rij + "," + kolom, tabel[rij][kolom]);
                leden.add(rij + "," + kolom);
            }
            sommen.add(leden);
        }
        for (int kolom = 0; kolom < 5; kolom++) {
            int hier = kolom;
            sommen.add(IntStream.range(0, 4).mapToObj(rij -> rij + "," + hier).toList());
        }
        sommen.forEach(blok::som);

        blok.bescherm();

        for (List<String> som : sommen) {
            assertThat(som.stream().filter(blok::isGeheim).count()).isNotEqualTo(1);
        }
    }
}
