// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractRequest;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.ReceivedError;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.Validity;

/// One Manager in a simulated Group. Its store outlives it when it is killed; the rest does not.
final class SimulatedManager implements OtherManagers {

    final PeerId id;
    final Store store = new Store();
    private final SimulatedGroup group;
    private final Self self;
    private boolean up = true;
    private boolean renewed;
    private Reception reception;
    private Operations operations;
    private Dispatch dispatch;
    private Reconciliation reconciliation;

    /// A store that can die before or after a change.
    final class Store extends MemoryContracts {

        @Override
        public synchronized <T> T change(ContentHash contract, Function<Change, T> work) {
            if (group.happens(2)) {
                throw kill();
            }
            T result = super.change(contract, work);
            if (group.happens(2)) {
                throw kill();
            }
            return result;
        }

        @Override
        public synchronized boolean settle(Delivery before, Delivery after) {
            if (group.happens(1)) {
                throw kill();
            }
            return super.settle(before, after);
        }

        List<Contract> everything() {
            return list(
                    new ContractQuery(id, Optional.empty(), new Paging(Optional.empty(), 1000, SortOrder.ASCENDING)));
        }
    }

    SimulatedManager(SimulatedGroup group, PeerId id) {
        this.group = group;
        this.id = id;
        this.self = new Self(
                new PeerIdentity(id, "Peer " + id),
                address(id),
                Members.GROUP,
                () -> new SignatureMaker(id, renewed ? Members.renewed(id) : Members.signer(id)),
                group.clockOf(group.random.nextInt(60) - 30),
                group.random);
        SigningKeys keys = new SigningKeys(this, self.clock());
        SignatureCheck signatures = signatures(keys);
        reception = reception(keys, signatures);
        operations = new Operations(self, store, signatures, new Standing((chain, now) -> Optional.empty()));
        dispatch = new Dispatch(self, store, this, directories());
        reconciliation = new Reconciliation(self, store, this, signatures, directories());
    }

    private SignatureCheck signatures(SigningKeys keys) {
        return new SignatureCheck(Members.GROUP, keys, (chain, now) -> Optional.empty(), group.verified);
    }

    private Reception reception(SigningKeys keys, SignatureCheck signatures) {
        PolicyNotes notes = new PolicyNotes(new MemoryAudit(), self.clock());
        return new Reception(self, store, keys, signatures, AutoSign.NEVER, Integer.MAX_VALUE, notes);
    }

    private static List<Called> directories() {
        return SimulatedGroup.PEERS.stream()
                .map(peer -> new Called(peer, address(peer)))
                .toList();
    }

    static ManagerAddress address(PeerId peer) {
        return ManagerAddress.read(
                        "https://" + "abcdx".charAt(peer.value().charAt(19) - '1') + ".test:8443", Set.of(8443))
                .orElseThrow();
    }

    private SimulatedGroup.Killed kill() {
        up = false;
        group.later(this::restart);
        return new SimulatedGroup.Killed();
    }

    /// Starts again, with what the store has.
    void restart() {
        up = true;
        SigningKeys keys = new SigningKeys(this, self.clock());
        SignatureCheck signatures = signatures(keys);
        reception = reception(keys, signatures);
        operations = new Operations(self, store, signatures, new Standing((chain, now) -> Optional.empty()));
        dispatch = new Dispatch(self, store, this, directories());
        reconciliation = new Reconciliation(self, store, this, signatures, directories());
        reconcile();
    }

    void reconcile() {
        int _ = reconciliation.run();
    }

    void work() {
        if (up) {
            int _ = dispatch.run(work -> work.forEach(Runnable::run));
        }
    }

    /// Something that an operator might do.
    void act() {
        List<Contract> mine = store.everything();
        if (!up) {
            return;
        }
        if (mine.size() < 3 && group.random.nextInt(4) == 0) {
            PeerId other = SimulatedGroup.PEERS.get(group.random.nextInt(4));
            PeerId third = SimulatedGroup.PEERS.get(group.random.nextInt(4));
            Grant grant = new Grant.DelegatedServiceConnection(
                    Members.outway(other), new ServiceRef.Plain(id, "parkeren"), third, Optional.empty());
            Operations.Outcome _ = operations.propose(
                    operations.draft(new Validity(Members.NOW, Members.NOW.plusSeconds(864_000)), List.of(grant)));
        } else if (!mine.isEmpty()) {
            ContentHash hash =
                    mine.get(group.random.nextInt(mine.size())).content().hash();
            switch (group.random.nextInt(10)) {
                case 0 -> operations.reject(hash);
                case 1 -> operations.revoke(hash);
                case 2 -> {
                    renewed = !renewed;
                    int _ = operations.renewAccepts();
                }
                default -> operations.accept(hash);
            }
        }
    }

    @Override
    public Handover hand(Called to, Parcel parcel) {
        SimulatedManager other = group.manager(to.peer());
        ContractRequest request = request(parcel);
        if (group.happens(20)) {
            return new Handover.Unsure("lost");
        }
        if (group.happens(20)) {
            group.later(() -> other.received(request));
            return new Handover.Unsure("no answer yet");
        }
        if (group.happens(10)) {
            group.later(() -> other.received(request));
        }
        Handover answer = other.received(request);
        return group.happens(15) ? new Handover.Unsure("answer lost") : answer;
    }

    private Handover received(ContractRequest request) {
        if (!up) {
            return new Handover.Unsure("down");
        }
        try {
            return switch (reception.receive(request)) {
                case Reception.Answer.Taken() -> new Handover.Taken();
                case Reception.Answer.Refused(FscError error) ->
                    new Handover.Refused(
                            new ReceivedError(error.status(), error.code().wire(), error.message()));
                case Reception.Answer.Later(String why) -> new Handover.Unsure(why);
                case Reception.Answer.Enough(String why) -> new Handover.Unsure(why);
            };
        } catch (SimulatedGroup.Killed killed) {
            return new Handover.Unsure("died");
        }
    }

    private ContractRequest request(Parcel parcel) {
        JsonObject body = JsonObject.EMPTY
                .with("contract_content", parcel.content().tree())
                .with("signature", parcel.jws());
        return new ContractRequest(
                Members.tls(id).leaf(),
                parcel.action().signature(),
                parcel.action() == Delivery.Action.SUBMIT
                        ? Optional.empty()
                        : Optional.of(parcel.content().hash().value()),
                List.of(self.address().toString()),
                body.toBytes());
    }

    @Override
    public Jwks jwks(Called of) {
        reach(of.peer());
        return new Jwks(List.of(
                Members.signer(of.peer()).chain(), Members.renewed(of.peer()).chain()));
    }

    @Override
    public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
        List<JsonObject> found = new ArrayList<>();
        for (GrantHash grant : grants) {
            reach(of.peer()).store.withGrant(grant).ifPresent(contract -> found.add(contract.toJson()));
        }
        return found;
    }

    private SimulatedManager reach(PeerId peer) {
        SimulatedManager other = group.manager(peer);
        if (!other.up || group.happens(20)) {
            throw new PeerUnreachable(peer, "away");
        }
        return other;
    }

    @Override
    public Optional<ManagerAddress> address(Called directory, PeerId wanted) {
        return Optional.empty();
    }

    @Override
    public JsonObject look(Called of, String path) {
        throw new PeerUnreachable(of.peer(), "not simulated");
    }

    @Override
    public void announce(Called to) {
        throw new PeerUnreachable(to.peer(), "not simulated");
    }
}
