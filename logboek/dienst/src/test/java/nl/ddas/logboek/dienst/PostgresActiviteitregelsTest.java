// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a register asks of a log.
class PostgresActiviteitregelsTest {

    @Test
    @Requirement("LDV-R10")
    void ofWhichActivitiesThereAreLinesAndWhen(@TempDir Path data) {
        Clock clock = Clock.fixed(Regels.BEGIN, ZoneOffset.UTC);
        try (Database database = Database.embedded(data, new SecureRandom());
                PostgresLogregels store = PostgresLogregels.open(database, clock, new SecureRandom())) {
            Instant late = Regels.BEGIN.plusSeconds(86_400);
            store.add(List.of(
                    new Inboeking(LogregelsContract.CBS, Regels.at(1, Regels.BEGIN)),
                    new Inboeking(LogregelsContract.CBS, Regels.at(2, Regels.BEGIN)),
                    new Inboeking(LogregelsContract.KREDIETBANK, Regels.at(1, late))));
            PostgresActiviteitregels regels = PostgresActiviteitregels.open(database);
            String one = Regels.activity(1);

            assertThat(regels.namen(LogregelsContract.CBS)).containsExactlyInAnyOrder(one, Regels.activity(2));
            assertThat(regels.namen(new Houder("niemand"))).isEmpty();
            assertThat(regels.has(one::equals, Regels.BEGIN, Regels.BEGIN.plusNanos(1)))
                    .isTrue();
            assertThat(regels.has(one::equals, Instant.EPOCH, Regels.BEGIN)).isFalse();
            assertThat(regels.has(one::equals, Regels.BEGIN.plusNanos(1), late)).isFalse();
            assertThat(regels.has(one::equals, Regels.BEGIN.plusNanos(1), late.plusNanos(1)))
                    .isTrue();
            assertThat(regels.has("urn:anders"::equals, Instant.EPOCH, late.plusSeconds(1)))
                    .isFalse();
        }
    }
}
