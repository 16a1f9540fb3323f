// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Inways or Outways that go by one name. Who comes with another address, certificate or key takes the place of who
/// was there: it restarted, moved, or has a new key. When the one before registers again after that there are two,
/// which would undo each other at each heartbeat: it is refused for as long as the other is heard of. Kept in
/// memory: after a restart of the Manager the one that registers last has the name. Safe for many threads.
final class Namesakes {

    private static final Logger LOG = LoggerFactory.getLogger(Namesakes.class);

    private final Duration silent;
    private final Map<About, Former> formers = new HashMap<>();

    /// @param kind of gateway
    private record About(String kind, String name, String mark) {

        static About of(RegisteredGateway gateway) {
            return new About(gateway.kind(), gateway.name(), gateway.mark());
        }

        boolean isNamesakeOf(RegisteredGateway gateway) {
            return kind.equals(gateway.kind()) && name.equals(gateway.name()) && !mark.equals(gateway.mark());
        }
    }

    /// One that had a name before.
    ///
    /// @param seen when it last tried to register
    /// @param refused whether it tried since another has the name
    private record Former(Instant seen, boolean refused) {}

    /// @param silent after this time without a word a gateway is no longer there
    Namesakes(Duration silent) {
        this.silent = silent;
    }

    /// Whether one that wants to register has to be refused.
    ///
    /// @param there who has the name, and was heard of lately
    synchronized boolean refuse(RegisteredGateway asking, RegisteredGateway there) {
        Instant now = asking.seen();
        formers.values().removeIf(former -> isSilent(former, now));
        Former before = formers.get(About.of(asking));
        if (before == null || asking.mark().equals(there.mark())) {
            return false;
        }
        if (!before.refused()) {
            LOG.warn(
                    "two register as {} {}, by address or key (and certificate) {}, and {}, which is refused; give each"
                            + " a name of its own",
                    asking.kind(),
                    asking.name(),
                    there.mark(),
                    asking.mark());
        }
        formers.put(About.of(asking), new Former(now, true));
        return true;
    }

    /// A gateway has its name from now on.
    ///
    /// @param before who had it
    synchronized void replace(RegisteredGateway before, RegisteredGateway now) {
        formers.remove(About.of(now));
        if (!before.mark().equals(now.mark())) {
            formers.put(About.of(before), new Former(before.seen(), false));
        }
    }

    /// What health notes of those that are refused the name of this one, Dutch.
    synchronized Stream<String> notes(RegisteredGateway there, Instant now) {
        return formers.entrySet().stream()
                .filter(entry -> entry.getKey().isNamesakeOf(there)
                        && entry.getValue().refused()
                        && !isSilent(entry.getValue(), now))
                .map(entry -> "twee melden zich als " + there.kind() + " " + there.name()
                        + ", met adres of sleutel (en certificaat) " + there.mark() + " en "
                        + entry.getKey().mark()
                        + "; die laatste wordt geweigerd, geef elk een eigen name")
                .sorted()
                .toList()
                .stream();
    }

    private boolean isSilent(Former former, Instant now) {
        return !now.isBefore(former.seen().plus(silent));
    }
}
