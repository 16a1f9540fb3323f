// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ReceivedError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands over what is in the outbox, again and again until the other side has it, refuses it for good, or the contract
/// has ended. What arrives twice does no harm there.
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int AT_ONCE = 500;

    private final Self self;
    private final Contracts contracts;
    private final OtherManagers others;
    private final Addresses addresses;
    private final ReentrantLock turn = new ReentrantLock();

    /// @param directories to ask for addresses that are not known or do not work
    public Dispatch(Self self, Contracts contracts, OtherManagers others, List<OtherManagers.Called> directories) {
        this.self = self;
        this.contracts = contracts;
        this.others = others;
        this.addresses = new Addresses(contracts, others, directories);
    }

    /// Tries everything that is due, one Peer beside the other; nothing when another thread is at it.
    ///
    /// @param together runs the work for each Peer, and returns when all is done
    /// @return how many were tried
    public int run(Consumer<Collection<Runnable>> together) {
        if (!turn.tryLock()) {
            return 0;
        }
        try {
            List<Delivery> due = contracts.due(self.now(), AT_ONCE);
            Map<PeerId, List<Delivery>> byPeer = new LinkedHashMap<>();
            due.forEach(row -> byPeer.computeIfAbsent(row.target(), peer -> new ArrayList<>())
                    .add(row));
            List<Runnable> work = new ArrayList<>();
            byPeer.values().forEach(rows -> work.add(() -> deliver(rows)));
            together.accept(work);
            return due.size();
        } finally {
            turn.unlock();
        }
    }

    private void deliver(List<Delivery> rows) {
        rows.stream().sorted(Comparator.comparing(Delivery::action)).forEach(row -> {
            Delivery after = attempt(row);
            boolean settled = contracts.settle(row, after);
            if (settled && after.status() == Delivery.Status.FAILED) {
                LOG.warn(
                        "{} of contract {} to peer {} failed: {}",
                        row.action(),
                        row.contract(),
                        row.target(),
                        printable(after.reason()));
            }
        });
    }

    private Delivery attempt(Delivery row) {
        Instant now = self.now();
        Optional<Contract> contract = contracts.find(row.contract());
        Optional<ContractSignature> ours =
                contract.flatMap(c -> c.signature(self.id(), row.action().signature()));
        if (contract.isEmpty() || ours.isEmpty()) {
            return row.failed("there is nothing to hand over");
        }
        if (!now.isBefore(contract.get().content().validity().notAfter())) {
            return row.failed("the contract ended before it could be handed over");
        }
        Optional<ManagerAddress> at = addresses.of(row.target(), row.attempts() > 0);
        if (at.isEmpty()) {
            return row.later("no address of this peer is known", now, self.random());
        }
        OtherManagers.Parcel parcel = new OtherManagers.Parcel(
                row.action(), contract.get().content(), ours.get().jws());
        return switch (others.hand(new OtherManagers.Called(row.target(), at.get()), parcel)) {
            case OtherManagers.Handover.Taken() -> {
                found(row.target(), at.get());
                yield row.done();
            }
            case OtherManagers.Handover.Refused(ReceivedError error) ->
                row.failed((error.status() + " " + error.code() + " " + error.message()).strip());
            case OtherManagers.Handover.Unsure(String why) -> row.later(why, now, self.random());
        };
    }

    /// A Peer that we know answered at another address: it has moved, and a Directory told us where.
    private void found(PeerId peer, ManagerAddress at) {
        contracts
                .peer(peer)
                .filter(known -> !known.address().equals(at))
                .ifPresent(known -> contracts.meet(new Peer(peer, known.name(), at, self.now())));
    }

    private static String printable(String untrusted) {
        return untrusted.replaceAll("\\p{Cntrl}", " ");
    }
}
