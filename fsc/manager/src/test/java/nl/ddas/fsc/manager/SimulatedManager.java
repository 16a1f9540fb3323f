// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractRequest;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.ReceivedError;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.trust.Identity;

/// One Manager in a simulated Group. Its store outlives it when it is killed; the rest does not. DIR is the
/// Directory, with a policy; D signs all that comes, by policy too.
final class SimulatedManager {

    /// As [Work] does.
    private static final Duration COMPARE = Duration.ofMinutes(10);

    final PeerId id;
    final SimulatedStore store;

    /// What operators and other Peers were told that we have stored, by what it says about which contract.
    final Map<String, ContractSignature> acknowledged = new TreeMap<>();

    private final SimulatedGroup group;
    private final Kept kept = new MemoryKept();
    private final Clock clock;
    private final PeerTurns turns = new PeerTurns(Runnable::run);
    private boolean up;
    private boolean sick;
    private int renewed;
    private int moves;
    private Running running;

    /// What is lost when it dies.
    private static final class Running {
        private final Self self;
        private final Reception reception;
        private final Operations operations;
        private final Dispatch dispatch;
        private final Reconciliation reconciliation;
        private final Announcements announcements;
        private Instant compared = Instant.MIN;

        Running(SimulatedManager of, OtherManagers network) {
            Store all = new Store(of.store, of.kept, new MemoryAudit(), TransactionLogs.NONE);
            List<OtherManagers.Called> directories =
                    List.of(new OtherManagers.Called(Members.DIR, address(Members.DIR)));
            self = of.self();
            SigningKeys keys = new SigningKeys(network, of.clock);
            SignatureCheck signatures =
                    new SignatureCheck(Members.GROUP, keys, (chain, now) -> Optional.empty(), of.group.verified);
            reception = new Reception(
                    self,
                    of.store,
                    keys,
                    signatures,
                    of::policy,
                    Integer.MAX_VALUE,
                    new PolicyNotes(all.audit(), of.clock));
            operations = new Operations(self, of.store, signatures, new Standing((chain, now) -> Optional.empty()));
            dispatch = new Dispatch(self, of.store, network, directories);
            reconciliation = new Reconciliation(
                    self,
                    of.store,
                    network,
                    signatures,
                    directories,
                    new PolicyAnswers(self, of.store, of::policy, new PolicyNotes(all.audit(), of.clock)));
            announcements =
                    new Announcements(self, all, network, new Addresses(of.store, network, directories), directories);
        }
    }

    SimulatedManager(SimulatedGroup group, PeerId id) {
        this.group = group;
        this.id = id;
        this.store = new SimulatedStore(group, this);
        this.clock = group.clockOf(group.random.nextInt(60) - 30);
        start();
    }

    private Self self() {
        return new Self(
                new PeerIdentity(id, "Peer " + id),
                address(),
                Members.GROUP,
                () -> new SignatureMaker(id, signer()),
                clock,
                group.random);
    }

    private AutoSign.Decision policy(AutoSign.Proposal proposal) {
        ContractContent content = proposal.content();
        if (refuses(content)) {
            return new AutoSign.Decision.Refuse("no service of this name here");
        }
        boolean publication = content.grants().stream().anyMatch(grant -> grant.publication()
                .filter(p -> p.directory().equals(id))
                .isPresent());
        return publication || id.equals(Members.D)
                ? new AutoSign.Decision.Sign("policy")
                : new AutoSign.Decision.Leave();
    }

    /// Whether the policy here is against it.
    boolean refuses(ContractContent content) {
        return id.equals(Members.DIR)
                && content.grants().stream()
                        .anyMatch(grant -> grant.serviceName().equals(SimulatedActs.UNWANTED));
    }

    ManagerAddress address() {
        return address(id, moves);
    }

    /// Where the Manager of a Peer is at first.
    static ManagerAddress address(PeerId peer) {
        return address(peer, 0);
    }

    private static ManagerAddress address(PeerId peer, int moves) {
        String text = "https://" + "abcdix".charAt(peer.value().charAt(19) - '1') + moves + ".test:8443";
        return ManagerAddress.read(text, Set.of(8443)).orElseThrow();
    }

    boolean answersAt(ManagerAddress at) {
        return up && at.equals(address());
    }

    boolean isUp() {
        return up;
    }

    Clock clock() {
        return clock;
    }

    Operations operations() {
        return running.operations;
    }

    /// Dies; starts again later, with what the store has.
    SimulatedGroup.Killed kill() {
        up = false;
        group.later(this::start);
        return new SimulatedGroup.Killed();
    }

    private void start() {
        up = true;
        running = new Running(this, network());
    }

    /// The way from here to the others.
    OtherManagers network() {
        return new SimulatedNetwork(group, this);
    }

    /// Starts again at another address, in good health.
    void move() {
        moves++;
        sick = false;
        start();
    }

    /// Refuses everything for a while, until it is mended and put elsewhere.
    void fallIll() {
        sick = true;
        group.later(this::move);
    }

    /// With which it signs now, and the only one that it publishes: as if each key that is replaced had leaked.
    Identity signer() {
        return Members.renewed(id, renewed);
    }

    /// From now on signs with a new certificate.
    void changeKey() {
        renewed++;
    }

    /// What [Work] does at each tick.
    void work() {
        if (!up) {
            return;
        }
        Instant now = clock.instant();
        running.announcements.run(now, turns);
        running.dispatch.run(turns);
        if (now.minus(COMPARE).isAfter(running.compared)) {
            running.compared = now;
            int _ = running.operations.renewSignatures();
            store.everything()
                    .forEach(contract -> acknowledge(contract.content().hash()));
            running.reconciliation.run(turns);
        }
    }

    /// An operator or another Peer was told that what we say about this contract is stored.
    void acknowledge(ContentHash hash) {
        store.find(hash).stream()
                .flatMap(contract -> contract.signatures().stream())
                .filter(signature -> signature.peer().equals(id))
                .forEach(signature -> acknowledged.put(hash + " " + signature.type(), signature));
    }

    OtherManagers.Handover received(ContractRequest request) {
        if (sick) {
            return new OtherManagers.Handover.Refused(new ReceivedError(422, "", "sick"));
        }
        try {
            return switch (running.reception.receive(request)) {
                case Reception.Answer.Taken() -> {
                    store.everything().forEach(c -> acknowledge(c.content().hash()));
                    yield new OtherManagers.Handover.Taken();
                }
                case Reception.Answer.Refused(FscError error) ->
                    new OtherManagers.Handover.Refused(
                            new ReceivedError(error.status(), error.code().wire(), error.message()));
                case Reception.Answer.Later(String why) -> new OtherManagers.Handover.NotNow(why);
                case Reception.Answer.Enough(String why) -> new OtherManagers.Handover.NotNow(why);
            };
        } catch (SimulatedGroup.Killed killed) {
            return new OtherManagers.Handover.Unsure("died");
        }
    }

    /// Another Manager tells where it is.
    boolean announced(SimulatedManager caller, ManagerAddress where) {
        if (sick) {
            return false;
        }
        try {
            Reception.Answer answer = running.reception.announce(new PeerIdentity(caller.id, "Peer"), where);
            if (answer instanceof Reception.Answer.Taken) {
                group.later(() -> compareWith(caller.id));
                return true;
            }
            return false;
        } catch (SimulatedGroup.Killed killed) {
            return false;
        }
    }

    private void compareWith(PeerId peer) {
        if (up) {
            boolean _ = running.reconciliation.run(peer);
        }
    }

    ContractRequest request(OtherManagers.Parcel parcel) {
        JsonObject body = JsonObject.EMPTY
                .with("contract_content", parcel.content().tree())
                .with("signature", parcel.jws());
        return new ContractRequest(
                Members.tls(id).leaf(),
                parcel.action().signature(),
                parcel.action() == Delivery.Action.SUBMIT
                        ? Optional.empty()
                        : Optional.of(parcel.content().hash().value()),
                List.of(address().toString()),
                body.toBytes());
    }
}
