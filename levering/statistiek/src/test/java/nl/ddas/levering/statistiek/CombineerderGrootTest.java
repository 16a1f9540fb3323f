// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nl.ddas.levering.model.Geslacht;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CombineerderGrootTest {
    private static final Organisatiesleutel[] ORGANISATIES = {
        Bronrecords.organisatie("O1"), Bronrecords.organisatie("O2"), Bronrecords.organisatie("O3")
    };

    private static List<Bronrecord> records(int aantal, int personen, int gemeenten) {
        RandomGenerator toeval = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        List<Bronrecord> records = new ArrayList<>(aantal);
        for (int i = 0; i < aantal; i++) {
            int persoon = toeval.nextInt(personen);
            int begin = 15_000 + toeval.nextInt(4_000);
            records.add(new Bronrecord(
                    new Bronplaats(Bronrecords.BESTAND, i / 25_000, i % 25_000),
                    Bronrecords.herkomst(ORGANISATIES[toeval.nextInt(3)], "2025-01-01"),
                    toeval.nextInt(gemeenten),
                    new Looptijd(begin, toeval.nextInt(4) == 0 ? Looptijd.OPEN : begin + toeval.nextInt(900)),
                    List.of(new Persoonssleutels(
                            persoon % 10 == 0 ? Sleutel.GEEN : new Sleutel(1, persoon + 1),
                            new Sleutel(2, persoon + 1),
                            Geslacht.MAN))));
        }
        return records;
    }

    @Test
    void onePersonWithFiftyThousandRecordsIsNoProblem() {
        List<Bronrecord> records = records(50_000, 1, 300);

        Combinatie combinatie = new Combineerder(Instellingen.STANDAARD).combineer(records);

        assertThat(combinatie.telling().bronrecords()).isEqualTo(50_000);
        assertThat(combinatie.groepen()).allSatisfy(groep -> assertThat(
                        groep.bronnen().stream().map(Bronrecord::gemeentenummer).distinct())
                .hasSize(1));
        assertThat(combinatie.signalen()).extracting(Signaal::code).contains(Signaalcode.C_02);
    }

    @Test
    void aLargeCircleOfOneClassIsCombinedInFull() {
        List<Bronrecord> records = records(20_000, 1, 1);

        Combinatie combinatie = new Combineerder(Instellingen.STANDAARD).combineer(records);

        assertThat(combinatie.groepen()).hasSize(1);
        assertThat(combinatie.signalen()).isEmpty();
    }

    @Test
    @Tag("zwaar")
    void aMillionRecordsFitInMemory() {
        Combinatie combinatie = new Combineerder(Instellingen.STANDAARD).combineer(records(1_000_000, 800_000, 340));

        assertThat(combinatie.telling().bronrecords()).isEqualTo(1_000_000);
    }
}
