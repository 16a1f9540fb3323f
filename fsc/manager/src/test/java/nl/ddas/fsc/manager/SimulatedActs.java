// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Validity;

/// What the operators of the simulated Managers might do.
record SimulatedActs(SimulatedGroup group) {

    /// The Directory takes no Service of this name.
    static final String UNWANTED = "ONGEWENST";

    private RandomGenerator random() {
        return group.random;
    }

    /// Something.
    void act(SimulatedManager manager) {
        if (!manager.isUp()) {
            return;
        }
        List<Contract> mine = manager.store.everything();
        if (mine.size() < 3 && random().nextInt(4) == 0) {
            propose(manager);
        } else if (!mine.isEmpty()) {
            act(manager, mine.get(random().nextInt(mine.size())).content().hash());
        }
    }

    private void act(SimulatedManager manager, ContentHash hash) {
        switch (random().nextInt(20)) {
            case 0, 1 -> done(manager, manager.operations().reject(hash));
            case 2, 3 -> done(manager, manager.operations().revoke(hash));
            case 4, 5 -> {
                manager.changeKey();
                int _ = manager.operations().renewSignatures();
                manager.store
                        .everything()
                        .forEach(contract ->
                                manager.acknowledge(contract.content().hash()));
            }
            case 6 -> elsewhere(manager, SimulatedManager::move);
            case 7 -> elsewhere(manager, SimulatedManager::fallIll);
            default -> done(manager, manager.operations().accept(hash));
        }
    }

    private static void elsewhere(SimulatedManager manager, Consumer<SimulatedManager> act) {
        // The address of the Directory is the one that all begin with.
        if (!manager.id.equals(Members.DIR)) {
            act.accept(manager);
        }
    }

    private static void done(SimulatedManager manager, Operations.Outcome outcome) {
        if (outcome instanceof Operations.Outcome.Done(Contract contract)) {
            manager.acknowledge(contract.content().hash());
        }
    }

    private void propose(SimulatedManager manager) {
        ContractContent content = draft(manager);
        if (random().nextInt(5) == 0) {
            SimulatedManager other = group.manager(anyone());
            if (other != manager && other.isUp()) {
                group.later(() -> propose(other, read(draft(other), content.iv())));
            }
        }
        propose(manager, content);
    }

    private static void propose(SimulatedManager manager, ContractContent content) {
        if (manager.isUp()) {
            done(manager, manager.operations().propose(content));
        }
    }

    private static ContractContent read(ContractContent like, String iv) {
        return switch (ContractContent.read(like.tree().with("iv", iv))) {
            case ContentReading.Read(ContractContent content) -> content;
            case ContentReading.Refused(String why) -> throw new AssertionError(why);
        };
    }

    /// One in four ends while all goes on.
    private ContractContent draft(SimulatedManager manager) {
        int life = random().nextInt(4) == 0 ? 30 + random().nextInt(300) : 864_000;
        Instant begin = Members.NOW.minusSeconds(60);
        return manager.operations().draft(new Validity(begin, Members.NOW.plusSeconds(life)), List.of(grant(manager)));
    }

    private PeerId anyone() {
        return SimulatedGroup.PEERS.get(random().nextInt(SimulatedGroup.PEERS.size()));
    }

    private Grant grant(SimulatedManager manager) {
        PeerId other = anyone();
        PeerId third = anyone();
        boolean unwanted = random().nextInt(3) == 0 && !manager.id.equals(Members.DIR);
        String name = unwanted ? UNWANTED : "parkeren";
        ServiceOffer offer = new ServiceOffer(manager.id, name, Protocol.HTTP_1_1);
        ServiceRef service = new ServiceRef.Plain(manager.id, name);
        return switch (random().nextInt(6)) {
            case 0 -> new Grant.ServicePublication(Members.DIR, offer, Optional.empty());
            case 1 -> new Grant.DelegatedServicePublication(Members.DIR, offer, third, Optional.empty());
            case 2 -> new Grant.ServiceConnection(outway(other), service, Optional.empty());
            default -> new Grant.DelegatedServiceConnection(outway(other), service, third, Optional.empty());
        };
    }

    /// Not one of a certificate, which would be another in each run.
    private static Outway outway(PeerId peer) {
        return new Outway(peer, new OutwayIdentification.PublicKeyThumbprint("0123456789abcdef".repeat(4)));
    }

    /// An operator sees what a Manager refused that has been mended since, and lets it be tried again.
    static void retry(SimulatedManager manager) {
        if (manager.isUp()) {
            manager.operations().undelivered().stream()
                    .filter(row -> row.status() == Delivery.Status.FAILED
                            && row.reason().contains("sick"))
                    .forEach(manager.operations()::retry);
        }
    }
}
