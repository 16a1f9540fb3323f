// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells others where our Manager is: the Directories at each start, and also everybody with whom we have a
/// contract, until all of them have heard this address once. Run by one thread; it is told to each Peer apart.
final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String ADDRESS = "address";

    private final Self self;
    private final Store store;
    private final OtherManagers others;
    private final Addresses addresses;
    private final List<PeerId> waiting;
    private final Set<PeerId> directories;
    private final Map<PeerId, String> failed = new ConcurrentHashMap<>();
    private Instant next = Instant.MIN;
    private Duration pause = FIRST;
    private boolean noted;
    private boolean again;

    Announcements(
            Self self, Store store, OtherManagers others, Addresses addresses, List<OtherManagers.Called> directories) {
        this.self = self;
        this.store = store;
        this.others = others;
        this.addresses = addresses;
        this.directories = directories.stream().map(OtherManagers.Called::peer).collect(Collectors.toUnmodifiableSet());
        this.waiting = new CopyOnWriteArrayList<>(this.directories);
        if (!allKnow()) {
            // Whom we tell now must hear it again when we move back before all have been told.
            store.kept().remove(Kept.Kind.SELF, ADDRESS);
            store.contracts().openPeers(self.now()).stream()
                    .filter(peer -> !waiting.contains(peer))
                    .forEach(waiting::add);
        }
        waiting.removeIf(peer -> peer.equals(self.id()));
    }

    /// Whether everybody has heard this address, and no other since.
    private boolean allKnow() {
        return Optional.ofNullable(store.kept().all(Kept.Kind.SELF).get(ADDRESS))
                .flatMap(kept -> kept.text(ADDRESS))
                .equals(Optional.of(self.address().toString()));
    }

    /// Begins to tell those who have not heard it, when it is time.
    ///
    /// @param turns do the work
    void run(Instant now, PeerTurns turns) {
        if (waiting.isEmpty() && !noted) {
            store.kept()
                    .put(
                            Kept.Kind.SELF,
                            ADDRESS,
                            JsonObject.EMPTY.with(ADDRESS, self.address().toString()));
            noted = true;
        }
        if (waiting.isEmpty() || now.isBefore(next)) {
            return;
        }
        // Who cannot be reached may have moved just as we did: then only a Directory knows where it is.
        boolean doubted = again;
        waiting.forEach(peer -> turns.begin(peer, () -> {
            if (told(peer, doubted)) {
                failed.remove(peer);
                waiting.remove(peer);
            }
        }));
        again = true;
        next = now.plus(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private boolean told(PeerId peer, boolean doubted) {
        Optional<ManagerAddress> at = addresses.of(peer, doubted);
        try {
            at.ifPresent(address -> others.announce(new OtherManagers.Called(peer, address)));
            return at.isPresent();
        } catch (PeerUnreachable unreachable) {
            LOG.warn("not announced: {}", unreachable.why());
            failed.put(peer, unreachable.why());
            return false;
        }
    }

    /// What health notes, Dutch: a Directory that does not take our address, and why. Without it nobody finds us.
    Optional<String> note() {
        return failed.entrySet().stream()
                .filter(one -> directories.contains(one.getKey()))
                .map(one -> "Directory " + one.getKey() + " heeft ons adres " + self.address()
                        + " nog niet aangenomen; het wordt opnieuw geprobeerd (" + one.getValue() + ")")
                .reduce((one, other) -> one + "; " + other);
    }
}
