// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The guards over clock and chance see every way around them.
class OutsideWorldTest {

    /// Each of these reads the clock.
    static final class Clocks {
        List<Supplier<Object>> all(ZoneId zone) {
            return List.of(
                    () -> Instant.now(),
                    () -> LocalDate.now(zone),
                    ZonedDateTime::now,
                    () -> new GregorianCalendar(),
                    () -> System.currentTimeMillis(),
                    () -> Calendar.getInstance(),
                    () -> Clock.system(zone),
                    () -> Clock.tickSeconds(zone),
                    InstantSource::system);
        }
    }

    /// Each of these makes chance.
    static final class Chances {
        List<Supplier<Object>> all() {
            return List.of(
                    () -> new SecureRandom(),
                    () -> UUID.randomUUID(),
                    () -> new Random(),
                    ThreadLocalRandom::current,
                    () -> RandomGenerator.getDefault(),
                    () -> RandomGenerator.of("L64X128MixRandom"),
                    () -> Math.random());
        }
    }

    /// None of these does: time and chance come from outside.
    static final class Given {
        List<Supplier<Object>> all(Clock clock, SecureRandom random, byte[] bytes) {
            return List.of(
                    clock::instant,
                    () -> LocalDate.now(clock),
                    () -> System.nanoTime(),
                    () -> random.nextLong(),
                    () -> new Random(1),
                    () -> UUID.nameUUIDFromBytes(bytes));
        }
    }

    @Test
    void seesEveryReaderOfTheClock() {
        assertThat(accesses(Clocks.class).stream().filter(OutsideWorld::isClock))
                .hasSize(9);
    }

    @Test
    void seesEveryMakerOfChance() {
        assertThat(accesses(Chances.class).stream().filter(OutsideWorld::isChance))
                .hasSize(7);
    }

    @Test
    void letsThroughWhatIsGiven() {
        assertThat(accesses(Given.class))
                .isNotEmpty()
                .noneMatch(OutsideWorld::isClock)
                .noneMatch(OutsideWorld::isChance);
    }

    private static List<JavaAccess<?>> accesses(Class<?> type) {
        return List.copyOf(new ClassFileImporter().importClass(type).getAccessesFromSelf());
    }
}
