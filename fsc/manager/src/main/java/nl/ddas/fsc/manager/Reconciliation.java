// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.SignatureVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares living contracts with how the others on them have them, and mends what a lost message left: takes over
/// what a Peer says itself, and lets it hear again what it should have heard from us.
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int AT_ONCE = 50;

    /// Contracts with one Peer that are asked for alone when its answers cannot be read; if there are more, it
    /// is the Peer that has to be looked at.
    private static final int MOST_UNREADABLE = 10;

    private final Self self;
    private final Contracts contracts;
    private final OtherManagers others;
    private final SignatureCheck signatures;
    private final Addresses addresses;
    private final PolicyAnswers policy;
    private final Map<PeerId, Set<ContentHash>> unreadable = new ConcurrentHashMap<>();

    /// Comparing with one Peer, once.
    ///
    /// @param unreadable contracts that were left out
    /// @param failures what broke on our own side
    private record Turn(OtherManagers.Called called, Set<ContentHash> unreadable, List<RuntimeException> failures) {}

    /// @param directories to ask for addresses that are not known
    /// @param policy answers contracts that wait for us, on hearing something about them
    Reconciliation(
            Self self,
            Contracts contracts,
            OtherManagers others,
            SignatureCheck signatures,
            List<OtherManagers.Called> directories,
            PolicyAnswers policy) {
        this.policy = policy;
        this.self = self;
        this.contracts = contracts;
        this.others = others;
        this.signatures = signatures;
        this.addresses = new Addresses(contracts, others, directories);
    }

    /// Begins to compare with everybody, each Peer apart.
    ///
    /// @param turns do the work
    public void run(PeerTurns turns) {
        Set<PeerId> open = contracts.openPeers(self.now());
        turns.keepTo(open);
        unreadable.keySet().retainAll(open);
        open.stream()
                .filter(peer -> !peer.equals(self.id()))
                .sorted()
                .forEach(peer -> turns.begin(peer, () -> {
                    boolean reached = run(peer);
                    LOG.debug("compared with peer {}: {}", peer, reached);
                }));
    }

    /// Contracts that are left out: what is stored here, or what a Peer shows when we compare, cannot be read.
    Set<ContentHash> unreadable() {
        return Stream.concat(
                        contracts.unreadable().stream(),
                        unreadable.values().stream().flatMap(Set::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Compares with one Peer, which may just have come back. A contract that breaks on our own side, whatever it
    /// throws, keeps no other from being compared; the first of what is thrown comes out at the end.
    ///
    /// @return whether it could be reached
    public boolean run(PeerId peer) {
        Optional<ManagerAddress> at = addresses.of(peer, false);
        if (at.isEmpty()) {
            LOG.info("contracts were not compared: no address of peer {} is known", peer);
            return false;
        }
        Turn turn = new Turn(new OtherManagers.Called(peer, at.get()), new HashSet<>(), new ArrayList<>());
        boolean reached = compareOpen(turn);
        if (!turn.failures().isEmpty()) {
            throw turn.failures().getFirst();
        }
        return reached;
    }

    private boolean compareOpen(Turn turn) {
        PeerId peer = turn.called().peer();
        try {
            contracts
                    .eachOpen(OpenQuery.with(peer, self.now(), AT_ONCE), some -> compareSome(turn, some))
                    .forEach(hash -> leaveOut(turn, hash, "what is stored here cannot be read"));
            return true;
        } catch (PeerAtFault fault) {
            LOG.warn("contracts cannot be compared: {}", fault.getMessage());
            return false;
        } catch (PeerUnreachable unreachable) {
            LOG.info("contracts were not compared: {}", unreachable.getMessage());
            return false;
        } finally {
            unreadable.put(peer, Set.copyOf(turn.unreadable()));
        }
    }

    private static void leaveOut(Turn turn, ContentHash hash, String why) {
        LOG.warn(
                "contract {} was not compared with peer {}: {}",
                hash,
                turn.called().peer(),
                why);
        turn.unreadable().add(hash);
    }

    private void compareSome(Turn turn, List<Contract> shared) {
        List<JsonObject> views;
        try {
            views = others.contracts(
                    turn.called(),
                    shared.stream()
                            .map(c -> c.content().grantHashes().getFirst())
                            .toList());
        } catch (TooMuchAsked | UnreadableAnswer less) {
            if (less instanceof UnreadableAnswer && turn.unreadable().size() >= MOST_UNREADABLE) {
                throw less;
            }
            compareLess(turn, shared, less);
            return;
        }
        compareAll(turn, shared, views);
    }

    /// @param because an answer about all of them is of no use
    private void compareLess(Turn turn, List<Contract> shared, PeerUnreachable because) {
        if (shared.size() < 2) {
            leaveOut(turn, shared.getFirst().content().hash(), because.why());
            return;
        }
        compareHalves(turn, shared);
    }

    /// @param shared two or more
    private void compareHalves(Turn turn, List<Contract> shared) {
        int half = shared.size() / 2;
        compareSome(turn, shared.subList(0, half));
        compareSome(turn, shared.subList(half, shared.size()));
    }

    private void compareAll(Turn turn, List<Contract> shared, List<JsonObject> views) {
        Map<ContentHash, JsonObject> theirs = new HashMap<>();
        boolean allRead = true;
        for (JsonObject view : views) {
            Optional<ContentHash> hash = hash(view);
            allRead &= hash.isPresent();
            hash.ifPresent(of -> theirs.put(of, view.object("signatures").orElse(JsonObject.EMPTY)));
        }
        List<Contract> missing = new ArrayList<>();
        for (Contract contract : shared) {
            ContentHash hash = contract.content().hash();
            if (allRead || theirs.containsKey(hash)) {
                compare(turn, contract, theirs.getOrDefault(hash, JsonObject.EMPTY));
            } else {
                missing.add(contract);
            }
        }
        // One of them cannot be read. Others may be lost there, and have to be said again: they are looked for.
        if (missing.size() > 1 && turn.unreadable().size() < MOST_UNREADABLE) {
            compareHalves(turn, missing);
        } else {
            missing.forEach(contract ->
                    leaveOut(turn, contract.content().hash(), "what that peer shows of a contract cannot be read"));
        }
    }

    /// One contract that breaks keeps no other from being compared.
    private void compare(Turn turn, Contract contract, JsonObject view) {
        OtherManagers.Called called = turn.called();
        try {
            takeOver(contract, called, view);
            repeat(contract, called.peer(), view);
            repeatRenewed(contract, called.peer(), view);
        } catch (PeerUnreachable unreachable) {
            throw unreachable;
        } catch (RuntimeException wrong) {
            // Whatever it is: it is compared again the next time.
            LOG.error(
                    "comparing contract {} with peer {} broke on our side, and is done again later: {}",
                    contract.content().hash(),
                    called.peer(),
                    wrong.toString());
            turn.failures().add(wrong);
        }
    }

    private static Optional<ContentHash> hash(JsonObject view) {
        return view.object("content")
                .flatMap(content -> ContractContent.read(content) instanceof ContentReading.Read(ContractContent read)
                        ? Optional.of(read.hash())
                        : Optional.empty());
    }

    /// What that Peer says itself and we have not heard.
    private void takeOver(Contract before, OtherManagers.Called called, JsonObject view) {
        ContractContent content = before.content();
        boolean heard = false;
        for (SignatureType type : SignatureType.values()) {
            Optional<String> jws = signature(view, type, called.peer());
            // Mostly there is no news, and then the contract need not be read again.
            boolean news = jws.isPresent() && !jws.equals(jws(before, called.peer(), type));
            if (news && !jws.equals(contracts.find(content.hash()).flatMap(c -> jws(c, called.peer(), type)))) {
                heard |= isStored(content, called, type, jws.get());
            }
        }
        if (heard) {
            policy.answer(content.hash(), identity(called.peer()));
        }
    }

    private static Optional<String> jws(Contract contract, PeerId peer, SignatureType type) {
        return contract.signature(peer, type).map(ContractSignature::jws);
    }

    private PeerIdentity identity(PeerId peer) {
        return new PeerIdentity(peer, contracts.peer(peer).map(Peer::name).orElse(peer.value()));
    }

    private boolean isStored(ContractContent content, OtherManagers.Called called, SignatureType type, String jws) {
        SignatureCheck.Expected expected = new SignatureCheck.Expected(type, content, called.peer(), called.at());
        return switch (signatures.check(jws, expected, self.now())) {
            case SignatureVerdict.Good(ContractSignature good) ->
                contracts.change(content.hash(), change -> {
                    change.contract().ifPresent(contract -> change.put(contract.with(good)));
                    return true;
                });
            case SignatureVerdict.Refused refused -> {
                LOG.warn(
                        "peer {} has a signature of its own on contract {} that is not good: {}",
                        called.peer(),
                        content.hash(),
                        refused.error().code());
                yield false;
            }
        };
    }

    /// What we said and that Peer does not have, though it was handed over: it lost it.
    private void repeat(Contract contract, PeerId peer, JsonObject view) {
        Instant now = self.now();
        for (Delivery.Action action : Delivery.Action.values()) {
            Optional<String> ours =
                    contract.signature(self.id(), action.signature()).map(ContractSignature::jws);
            if (ours.isPresent()
                    && signature(view, action.signature(), self.id()).isEmpty()) {
                contracts
                        .delivery(contract.content().hash(), peer, action)
                        .filter(row -> row.mayBeRepeated(now))
                        .ifPresent(row -> contracts.settle(row, row.again(now)));
            }
        }
    }

    /// An accept of ours that took the place of another, which that Peer still has, though the new one was
    /// handed over. An accept is renewed under [Delivery.Action#ACCEPT]; while that waits or was refused, the
    /// outbox sees to it.
    private void repeatRenewed(Contract contract, PeerId peer, JsonObject view) {
        Instant now = self.now();
        Optional<ContractSignature> ours = contract.signature(self.id(), SignatureType.ACCEPT);
        Optional<Instant> there =
                signature(view, SignatureType.ACCEPT, self.id()).flatMap(SignatureCheck::claimedAt);
        if (ours.isPresent() && there.filter(ours.get().signedAt()::isAfter).isPresent()) {
            contracts
                    .delivery(contract.content().hash(), peer, Delivery.Action.ACCEPT)
                    .filter(row -> row.mayBeRepeated(now))
                    .ifPresent(row -> contracts.settle(row, row.again(now)));
        }
    }

    private static Optional<String> signature(JsonObject view, SignatureType type, PeerId peer) {
        return view.object(type.wire()).flatMap(map -> map.text(peer.value()));
    }
}
