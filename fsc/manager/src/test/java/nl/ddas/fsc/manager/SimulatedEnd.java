// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;

/// What must hold when a simulated Group has come to rest.
///
/// @param seed named when something does not hold
record SimulatedEnd(SimulatedGroup group, long seed) {

    /// What the contracts of one run were, so that a test can see that all kinds occur.
    record Tally(int contracts, int ended, int refused, int sameIv) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    contracts + other.contracts, ended + other.ended, refused + other.refused, sameIv + other.sameIv);
        }
    }

    /// @throws AssertionError when something does not hold
    Tally check() {
        Tally tally = Tally.NONE;
        for (Contract contract : contracts()) {
            boolean ended = ended(contract);
            if (ended) {
                nobodyHasMoreThanWasSaid(contract);
            } else {
                allThatShouldHaveTheSame(contract);
            }
            whatWasHandedOverIsThere(contract);
            addressesAreKnown(contract);
            tally = tally.plus(new Tally(
                    1,
                    ended ? 1 : 0,
                    among(contract).stream().anyMatch(m -> m.refuses(contract.content())) ? 1 : 0,
                    among(contract).stream().anyMatch(m -> hasAnother(m, contract)) ? 1 : 0));
        }
        group.managers().forEach(this::nothingIsLeftToDo);
        group.managers().forEach(this::acknowledgedIsStored);
        return tally;
    }

    private Collection<Contract> contracts() {
        Map<ContentHash, Contract> all = new TreeMap<>(Comparator.comparing(ContentHash::value));
        group.managers()
                .forEach(m ->
                        m.store.everything().forEach(c -> all.put(c.content().hash(), c)));
        return all.values();
    }

    private boolean ended(Contract contract) {
        return group.now().isAfter(contract.content().validity().notAfter());
    }

    private List<SimulatedManager> among(Contract contract) {
        return contract.content().peers().stream().map(group::manager).toList();
    }

    /// Whether another contract with the same `iv` came first there.
    private static boolean hasAnother(SimulatedManager manager, Contract contract) {
        return manager.store
                .withIv(contract.content().iv())
                .filter(hash -> !hash.equals(contract.content().hash()))
                .isPresent();
    }

    private static boolean shouldHave(SimulatedManager manager, Contract contract) {
        return !manager.refuses(contract.content()) && !hasAnother(manager, contract);
    }

    private static List<ContractSignature> signatures(SimulatedManager manager, Contract contract) {
        return manager.store
                .find(contract.content().hash())
                .map(Contract::signatures)
                .orElse(List.of());
    }

    private static Optional<ContractSignature> signature(
            SimulatedManager manager, Contract contract, PeerId peer, SignatureType type) {
        return manager.store.find(contract.content().hash()).flatMap(c -> c.signature(peer, type));
    }

    private void allThatShouldHaveTheSame(Contract contract) {
        List<SimulatedManager> holders =
                among(contract).stream().filter(m -> shouldHave(m, contract)).toList();
        Map<PeerId, Set<String>> views = holders.stream()
                .collect(Collectors.toMap(m -> m.id, m -> signatures(m, contract).stream()
                        .map(ContractSignature::jws)
                        .collect(Collectors.toSet())));
        assertThat(Set.copyOf(views.values()))
                .as(() -> about(contract, "the same for all") + explained(contract))
                .hasSize(1);
        for (SimulatedManager speaker : holders) {
            for (SignatureType type : SignatureType.values()) {
                Optional<ContractSignature> said = Optional.ofNullable(
                        speaker.acknowledged.get(contract.content().hash() + " " + type));
                said.ifPresent(s -> holders.forEach(holder -> holds(holder, contract, s)));
            }
        }
    }

    private void holds(SimulatedManager holder, Contract contract, ContractSignature said) {
        Instant there = signature(holder, contract, said.peer(), said.type())
                .map(ContractSignature::signedAt)
                .orElse(Instant.MIN);
        assertThat(there)
                .as(() -> about(contract, said.type() + " of " + said.peer() + " at " + holder.id))
                .isAfterOrEqualTo(said.signedAt());
    }

    private void nobodyHasMoreThanWasSaid(Contract contract) {
        for (SimulatedManager holder : among(contract)) {
            for (ContractSignature signature : signatures(holder, contract)) {
                holds(group.manager(signature.peer()), contract, signature);
            }
        }
    }

    private void whatWasHandedOverIsThere(Contract contract) {
        for (SimulatedManager from : among(contract)) {
            for (SimulatedManager to : among(contract)) {
                for (Delivery.Action action : Delivery.Action.values()) {
                    boolean done = from.store
                            .delivery(contract.content().hash(), to.id, action)
                            .filter(row -> row.status() == Delivery.Status.DONE)
                            .isPresent();
                    assertThat(done
                                    && signature(to, contract, from.id, action.signature())
                                            .isEmpty())
                            .as(() -> about(contract, action + " of " + from.id + " taken and lost by " + to.id))
                            .isFalse();
                }
            }
        }
    }

    /// Who moved is found by all with whom it has a living contract, about which one of the two has said something.
    private void addressesAreKnown(Contract contract) {
        boolean living =
                !ended(contract) && contract.signatures().stream().allMatch(s -> s.type() == SignatureType.ACCEPT);
        if (!living) {
            return;
        }
        List<SimulatedManager> holders =
                among(contract).stream().filter(m -> shouldHave(m, contract)).toList();
        for (SimulatedManager one : holders) {
            for (SimulatedManager other : holders) {
                boolean spoke = contract.signatures().stream()
                        .anyMatch(s -> s.peer().equals(one.id) || s.peer().equals(other.id));
                assertThat(one.store
                                .peer(other.id)
                                .map(Peer::address)
                                .filter(at -> spoke)
                                .orElse(other.address()))
                        .as(() -> about(contract, one.id + " knows where " + other.id + " is") + explained(contract))
                        .isEqualTo(other.address());
            }
        }
    }

    private void nothingIsLeftToDo(SimulatedManager manager) {
        for (Delivery row : manager.store.undone()) {
            Contract contract = manager.store.find(row.contract()).orElseThrow();
            SimulatedManager target = group.manager(row.target());
            boolean explained = row.status() == Delivery.Status.FAILED
                    && (ended(contract)
                            || !shouldHave(target, contract)
                            || signature(
                                            target,
                                            contract,
                                            manager.id,
                                            row.action().signature())
                                    .isPresent());
            assertThat(explained)
                    .as(() -> about(contract, manager.id + " still owes " + row))
                    .isTrue();
        }
    }

    private void acknowledgedIsStored(SimulatedManager manager) {
        for (Contract contract : manager.store.everything()) {
            for (SignatureType type : SignatureType.values()) {
                Optional.ofNullable(manager.acknowledged.get(contract.content().hash() + " " + type))
                        .ifPresent(said -> holds(manager, contract, said));
            }
        }
    }

    private String about(Contract contract, String what) {
        return "seed %d (replay with -Dddas.fsc.first-seed=%d -Dddas.fsc.seeds=1), contract %s: %s"
                .formatted(seed, seed, contract.content().hash(), what);
    }

    private String explained(Contract contract) {
        return group.everything().stream()
                .filter(line -> line.contains(contract.content().hash().value()) || line.contains(" knows "))
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
