// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Leeszicht;
import org.jspecify.annotations.Nullable;

/// What may be seen, by a register. An activity that is named as the register itself names it, is judged at once; other
/// ways of naming it are looked up in the log, and count within a minute. Whatever leads to nothing in the
/// register stays hidden. Safe for many threads.
public final class Registerzicht implements Vertrouwelijkheid {

    private static final Duration VERS = Duration.ofMinutes(1);

    private final Register register;
    private final Function<Houder, Set<String>> namen;
    private final Clock clock;
    private final Map<Houder, Gelezen> gelezen = new ConcurrentHashMap<>();

    private record Gelezen(Set<String> namen, Instant op) {}

    /// What is asked of a register.
    public interface Register {

        /// Activities as it writes them itself.
        List<String> uris();

        /// When lines of an activity began that everybody may see who may read.
        ///
        /// @param activiteit as it stands in a line
        /// @return none when it is confidential, or not known
        List<Leeszicht.Venster> openbaar(String activiteit, Instant nu);
    }

    /// @param namen how the lines of a controller name activities; asked once a minute
    public Registerzicht(Register register, Function<Houder, Set<String>> namen, Clock clock) {
        this.register = register;
        this.namen = namen;
        this.clock = clock;
    }

    @Override
    public Optional<Leeszicht> zicht(Houder houder, Optional<String> activiteit, Instant nu) {
        Set<String> all = activiteit.map(Set::of).orElseGet(() -> known(houder));
        return Optional.of(new Leeszicht(
                all.stream().flatMap(one -> register.openbaar(one, nu).stream()).toList()));
    }

    private Set<String> known(Houder houder) {
        Set<String> all = new HashSet<>(register.uris());
        all.addAll(gelezen.compute(houder, (_, there) -> fresh(houder, there)).namen());
        return all;
    }

    /// Who comes meanwhile waits for the one who looks.
    private Gelezen fresh(Houder houder, @Nullable Gelezen there) {
        Instant now = clock.instant();
        if (there != null
                && !now.isBefore(there.op())
                && now.isBefore(there.op().plus(VERS))) {
            return there;
        }
        return new Gelezen(namen.apply(houder), now);
    }
}
