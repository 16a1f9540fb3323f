// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ReceivedError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands over what is in the outbox, again and again until the other side has it, refuses it for good, or the
/// contract has ended. What arrives twice does no harm there.
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_ONCE = 500;

    private final Self self;
    private final Contracts contracts;
    private final OtherManagers others;
    private final Addresses addresses;

    /// @param directories to ask for addresses that are not known or do not work
    public Dispatch(Self self, Contracts contracts, OtherManagers others, List<OtherManagers.Called> directories) {
        this.self = self;
        this.contracts = contracts;
        this.others = others;
        this.addresses = new Addresses(contracts, others, directories);
    }

    /// Begins to try everything that is due, each Peer apart; one that is still being tried is left alone.
    ///
    /// @param turns do the work
    public void run(PeerTurns turns) {
        Map<PeerId, List<Delivery>> byPeer = new LinkedHashMap<>();
        for (Delivery row : contracts.due(self.now(), turns.busy(), AT_ONCE)) {
            byPeer.computeIfAbsent(row.target(), peer -> new ArrayList<>()).add(row);
        }
        byPeer.forEach((peer, rows) -> turns.begin(peer, () -> deliver(rows)));
    }

    /// Peers with something to hear whose last try broke on our own side; it is tried again later.
    Set<PeerId> broken() {
        return contracts.brokenTargets();
    }

    /// When nobody answers, the rest of what that Peer has to hear waits as well: each try would take as long.
    private void deliver(List<Delivery> rows) {
        Optional<String> away = Optional.empty();
        for (Delivery row :
                rows.stream().sorted(Comparator.comparing(Delivery::action)).toList()) {
            Tried tried = away.map(why -> new Tried(row.later(why, self.now(), self.random()), false))
                    .orElseGet(() -> attemptOrWait(row));
            settle(row, tried.after());
            if (!tried.answered()) {
                away = Optional.of(tried.after().reason());
            }
        }
    }

    private void settle(Delivery row, Delivery after) {
        if (contracts.settle(row, after) && after.status() == Delivery.Status.FAILED) {
            LOG.warn(
                    "{} of contract {} to peer {} failed: {}",
                    row.action(),
                    row.contract(),
                    row.target(),
                    after.reason());
        }
    }

    /// What a try came to.
    ///
    /// @param answered false when the Peer did not, or nobody knows where it is
    private record Tried(Delivery after, boolean answered) {}

    /// One row that breaks waits, as when it was not wanted now: else it would come first again and again, and
    /// hold up all that the same Peer has to hear.
    private Tried attemptOrWait(Delivery row) {
        try {
            return attempt(row);
        } catch (RuntimeException wrong) {
            // Whatever it is: a contract that cannot be read, or a call that breaks on our side.
            LOG.error(
                    "{} of contract {} to peer {} broke on our side, and is tried again later",
                    row.action(),
                    row.contract(),
                    row.target(),
                    wrong);
            return new Tried(row.later(Delivery.BROKEN, self.now(), self.random()), true);
        }
    }

    private Tried attempt(Delivery row) {
        Instant now = self.now();
        Optional<Contract> contract = contracts.find(row.contract());
        Optional<ContractSignature> ours =
                contract.flatMap(c -> c.signature(self.id(), row.action().signature()));
        if (contract.isEmpty() || ours.isEmpty()) {
            return new Tried(row.failed("there is nothing to hand over"), true);
        }
        if (!now.isBefore(contract.get().content().validity().notAfter())) {
            return new Tried(row.failed("the contract ended before it could be handed over"), true);
        }
        Optional<ManagerAddress> at = addresses.of(row.target(), row.attempts() > 0);
        if (at.isEmpty()) {
            return new Tried(row.later("no address of this peer is known", now, self.random()), false);
        }
        OtherManagers.Parcel parcel = new OtherManagers.Parcel(
                row.action(), contract.get().content(), ours.get().jws());
        return switch (others.hand(new OtherManagers.Called(row.target(), at.get()), parcel)) {
            case OtherManagers.Handover.Taken() -> {
                found(row.target(), at.get());
                yield new Tried(row.done(), true);
            }
            case OtherManagers.Handover.Refused(ReceivedError error) ->
                new Tried(row.failed((error.status() + " " + error.code() + " " + error.message()).strip()), true);
            case OtherManagers.Handover.NotNow(String why) ->
                new Tried(row.later(why, self.now(), self.random()), true);
            case OtherManagers.Handover.Unsure(String why) ->
                new Tried(row.later(why, self.now(), self.random()), false);
        };
    }

    /// A Peer that we know answered at another address: it has moved, and a Directory told us where.
    private void found(PeerId peer, ManagerAddress at) {
        contracts
                .peer(peer)
                .filter(known -> !known.address().equals(at))
                .ifPresent(known -> contracts.meet(new Peer(peer, known.name(), at, self.now())));
    }
}
