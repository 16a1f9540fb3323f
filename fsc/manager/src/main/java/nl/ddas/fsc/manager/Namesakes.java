// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Inways or Outways that go by one name. Who comes with another address, certificate or key takes the place of who
/// was there: it restarted, moved, or has a new key. When the one before registers again after that there are two,
/// which would undo each other at each heartbeat: it is refused for as long as the other is heard of. Who was
/// refused is not kept, so just after a restart of the Manager whoever had the name keeps it. Safe for many threads.
final class Namesakes {

    private static final Logger LOG = LoggerFactory.getLogger(Namesakes.class);

    private final Duration silent;
    private final Instant started;
    private final Set<About> stored = new HashSet<>();
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
    /// @param started when the Manager did
    Namesakes(Duration silent, Instant started) {
        this.silent = silent;
        this.started = started;
    }

    /// This one had the name before the Manager started.
    synchronized void had(RegisteredGateway gateway) {
        stored.add(About.of(gateway));
    }

    /// Whether one that wants to register has to be refused.
    ///
    /// @param there who has the name, and was heard of lately
    synchronized boolean refuse(RegisteredGateway asking, RegisteredGateway there) {
        Instant now = asking.seen();
        formers.values().removeIf(former -> isSilent(former, now));
        Optional<Former> before = Optional.ofNullable(formers.get(About.of(asking)));
        if (asking.mark().equals(there.mark()) || (before.isEmpty() && !keepsItsName(there, now))) {
            return false;
        }
        if (before.filter(Former::refused).isEmpty()) {
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

    /// Who was refused before the restart comes back first as often as last.
    private boolean keepsItsName(RegisteredGateway there, Instant now) {
        return now.isBefore(started.plus(silent))
                && stored.contains(About.of(there))
                && now.isBefore(there.seen().plus(silent));
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
    synchronized List<String> notes(RegisteredGateway there, Instant now) {
        return formers.entrySet().stream()
                .filter(entry -> entry.getKey().isNamesakeOf(there)
                        && entry.getValue().refused()
                        && !isSilent(entry.getValue(), now))
                .map(entry -> "twee melden zich als " + there.kind() + " " + there.name()
                        + ", met adres of sleutel (en certificaat) " + there.mark() + " en "
                        + entry.getKey().mark()
                        + "; die laatste wordt geweigerd, geef elk een eigen naam (instelling name)")
                .sorted()
                .toList();
    }

    private boolean isSilent(Former former, Instant now) {
        return !now.isBefore(former.seen().plus(silent));
    }
}
