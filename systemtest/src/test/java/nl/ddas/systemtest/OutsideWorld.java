// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What a program can get of its machine unasked: the time and chance. By call or by method reference.
final class OutsideWorld {

    private static final String CONSTRUCTOR = "<init>";

    private OutsideWorld() {}

    /// Whether this reads the clock of the machine. Measuring a duration ([System#nanoTime]) is no such thing.
    static boolean isClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        List<String> given = given(target);
        if (owner.startsWith("java.time.") && name.equals("now")) {
            return !given.equals(List.of(Clock.class.getName()));
        }
        if (isOneOf(owner, Clock.class, InstantSource.class)) {
            return name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)");
        }
        if (isOneOf(owner, Date.class, GregorianCalendar.class)) {
            return name.equals(CONSTRUCTOR) && given.isEmpty();
        }
        return (isOneOf(owner, System.class) && name.equals("currentTimeMillis"))
                || (isOneOf(owner, Calendar.class) && name.equals("getInstance"));
    }

    /// Whether this makes randomness that no test can repeat.
    static boolean isChance(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        if (isOneOf(owner, SecureRandom.class)) {
            // One over a source of its own gives what that source gives.
            return (name.equals(CONSTRUCTOR) && !given(target).contains(SecureRandomSpi.class.getName()))
                    || name.startsWith("getInstance");
        }
        if (isOneOf(owner, Random.class, SplittableRandom.class)) {
            return name.equals(CONSTRUCTOR) && given(target).isEmpty();
        }
        if (isOneOf(owner, RandomGenerator.class, RandomGeneratorFactory.class)) {
            return Set.of("of", "getDefault", "create").contains(name)
                    && !given(target).contains("long");
        }
        return (isOneOf(owner, UUID.class) && name.equals("randomUUID"))
                || (isOneOf(owner, ThreadLocalRandom.class) && name.equals("current"))
                || (isOneOf(owner, Math.class, StrictMath.class) && name.equals("random"));
    }

    private static List<String> given(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream()
                .map(type -> type.getName())
                .toList();
    }

    private static boolean isOneOf(String owner, Class<?>... types) {
        return Set.of(types).stream().anyMatch(type -> type.getName().equals(owner));
    }
}
