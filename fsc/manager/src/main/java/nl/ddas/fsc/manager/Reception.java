// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractRequest;
import nl.ddas.fsc.model.ContractRules;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractVerdict;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what other Peers say: contracts, signatures and where their Manager is. Hearing the same twice changes
/// nothing. Safe for many threads.
public final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /// Bytes of contracts of one Peer that wait for our accept, and again of those that ended without our signature:
    /// some thirty thousand as they mostly are.
    static final long MOST_UNACCEPTED = 64L * 1024 * 1024;

    private final Self self;
    private final Contracts contracts;
    private final SigningKeys keys;
    private final ContractRules rules;
    private final AutoSign autoSign;
    private final int openProposals;
    private final PolicyNotes notes;
    private final Signing signing;
    private final Refusals refusals = new Refusals();

    /// @param keys asks who answers at a new address
    /// @param signatures looks for unknown certificates with the same
    /// @param openProposals contracts with one Peer on them that may wait for our answer; more are not taken in
    Reception(
            Self self,
            Contracts contracts,
            SigningKeys keys,
            SignatureCheck signatures,
            AutoSign autoSign,
            int openProposals,
            PolicyNotes notes) {
        this.openProposals = openProposals;
        this.notes = notes;
        this.self = self;
        this.contracts = contracts;
        this.keys = keys;
        this.rules = new ContractRules(self.group(), self.id(), signatures);
        this.autoSign = autoSign;
        this.signing = new Signing(self);
    }

    /// What became of a request.
    public sealed interface Answer {
        /// It is stored.
        record Taken() implements Answer {}

        /// Nothing has changed.
        record Refused(FscError error) implements Answer {}

        /// Nothing has changed; the caller has too much waiting here, and should try again later.
        ///
        /// @param why English
        record Enough(String why) implements Answer {}

        /// Nothing has changed; the caller should try again, because its own Manager could not be reached.
        ///
        /// @param why English
        record Later(String why) implements Answer {}
    }

    /// A contract or signature that came in.
    public Answer receive(ContractRequest request) {
        try {
            return switch (rules.check(request, contracts, self.now())) {
                case ContractVerdict.Refused(FscError error) -> new Answer.Refused(error);
                case ContractVerdict.Accepted accepted -> receive(accepted, ask(accepted));
            };
        } catch (PeerUnreachable unreachable) {
            return new Answer.Later(unreachable.why());
        }
    }

    /// A Peer that tells where its Manager is. What it refused before is tried again.
    public Answer announce(PeerIdentity caller, ManagerAddress address) {
        try {
            contracts.meet(proven(caller, address));
        } catch (PeerUnreachable unreachable) {
            return new Answer.Later(unreachable.why());
        }
        Instant now = self.now();
        contracts.undone(caller.id()).forEach(row -> contracts.settle(row, row.again(now)));
        return new Answer.Taken();
    }

    private Answer receive(ContractVerdict.Accepted accepted, Asked first) {
        boolean refused = first.decision() instanceof AutoSign.Decision.Refuse;
        if (refused && !refusals.count(accepted.caller().id(), self.now())) {
            return new Answer.Enough("expected at most " + Refusals.MOST + " proposals in an hour that we refuse");
        }
        if (!(first.decision() instanceof AutoSign.Decision.Sign) && !hasRoom(accepted)) {
            return new Answer.Enough("expected at most " + openProposals + " contracts that wait for our answer, and "
                    + MOST_UNACCEPTED + " bytes of them");
        }
        Peer caller = proven(accepted.caller(), accepted.address());
        Taking taking = take(accepted, first);
        while (taking.overtaken()) {
            taking = take(accepted, ask(accepted));
        }
        if (taking.answer() instanceof Answer.Taken) {
            contracts.meet(caller);
        }
        notes.note(accepted.content(), taking.decision());
        return taking.answer();
    }

    private Taking take(ContractVerdict.Accepted accepted, Asked asked) {
        return contracts.change(accepted.content().hash(), change -> take(change, accepted, asked));
    }

    /// Whether a contract that is new may be stored without our accept. Each Peer has its own room. What was
    /// taken back or has ended waits for us no more and takes no room; it is kept, but of each Peer only so
    /// much of it, or one that submits and revokes without end would fill our disk.
    private boolean hasRoom(ContractVerdict.Accepted accepted) {
        if (openProposals == Integer.MAX_VALUE
                || contracts.find(accepted.content().hash()).isPresent()) {
            return true;
        }
        PeerId caller = accepted.caller().id();
        Contracts.Amount waiting = contracts.waiting(caller, self.id(), self.now());
        if (waiting.contracts() >= openProposals || waiting.bytes() >= MOST_UNACCEPTED) {
            return false;
        }
        int forgotten = contracts.forgetEnded(caller, self.id(), self.now(), MOST_UNACCEPTED);
        if (forgotten > 0) {
            LOG.info(
                    "{} contracts of peer {} that ended without our signature are forgotten: more than {} bytes",
                    forgotten,
                    caller,
                    MOST_UNACCEPTED);
        }
        return true;
    }

    /// What the policy says about a contract.
    ///
    /// @param about with the signatures it saw
    private record Asked(Contract about, AutoSign.Decision decision) {

        boolean saw(Contract contract) {
            return said(contract).equals(said(about));
        }

        private static Set<String> said(Contract contract) {
            return contract.signatures().stream().map(ContractSignature::jws).collect(Collectors.toSet());
        }
    }

    /// What a change came to, and what the policy said about it.
    ///
    /// @param overtaken whether it is stored with more signatures than the policy saw, so that it must be
    ///     asked again
    private record Taking(Answer answer, AutoSign.Decision decision, boolean overtaken) {}

    private Taking take(Contracts.Change change, ContractVerdict.Accepted accepted, Asked asked) {
        boolean taken = change.withIv(accepted.content().iv())
                .filter(other -> !other.equals(accepted.content().hash()))
                .isPresent();
        if (taken) {
            return left(new Answer.Refused(
                    ErrorCode.CONTRACT_VALIDATION_FAILED.because("iv: another contract has it already")));
        }
        Optional<Contract> known = change.contract();
        Contract contract = known.orElse(Contract.of(accepted.content())).with(accepted.signature());
        if (isOpen(contract) && !asked.saw(contract)) {
            change.put(contract);
            return new Taking(new Answer.Taken(), new AutoSign.Decision.Leave(), true);
        }
        AutoSign.Decision decision = isOpen(contract) ? asked.decision() : new AutoSign.Decision.Leave();
        return switch (decision) {
            case AutoSign.Decision.Refuse(String reason)
            when known.isEmpty() ->
                answered(new Answer.Refused(ErrorCode.CONTRACT_VALIDATION_FAILED.because(reason)), decision);
            case AutoSign.Decision.Refuse _ -> said(change, contract, Delivery.Action.REJECT, decision);
            case AutoSign.Decision.Sign _ -> said(change, contract, Delivery.Action.ACCEPT, decision);
            case AutoSign.Decision.Leave _ -> {
                change.put(contract);
                yield left(new Answer.Taken());
            }
        };
    }

    private Taking said(
            Contracts.Change change, Contract contract, Delivery.Action action, AutoSign.Decision decision) {
        Contract _ = signing.say(change, contract, action);
        return answered(new Answer.Taken(), decision);
    }

    private static Taking left(Answer answer) {
        return answered(answer, new AutoSign.Decision.Leave());
    }

    private static Taking answered(Answer answer, AutoSign.Decision decision) {
        return new Taking(answer, decision, false);
    }

    /// Asks the policy outside any change: an answer may take a while. When another signature comes in
    /// meanwhile, the policy has to see that one too, or each of two would be judged without the other.
    private Asked ask(ContractVerdict.Accepted accepted) {
        Contract contract = contracts
                .find(accepted.content().hash())
                .orElse(Contract.of(accepted.content()))
                .with(accepted.signature());
        AutoSign.Decision decision = isOpen(contract)
                ? autoSign.decide(new AutoSign.Proposal(contract, accepted.caller(), self.id()))
                : new AutoSign.Decision.Leave();
        return new Asked(contract, decision);
    }

    /// Whether it waits for our answer.
    private boolean isOpen(Contract contract) {
        return PolicyAnswers.isOpen(contract, self);
    }

    /// The caller, to be remembered. An address that is new for it has to show that it is that Peer's.
    ///
    /// @throws PeerUnreachable when it does not
    private Peer proven(PeerIdentity caller, ManagerAddress address) {
        boolean known = contracts
                .peer(caller.id())
                .filter(peer -> peer.address().equals(address))
                .isPresent();
        if (!known) {
            keys.prove(new OtherManagers.Called(caller.id(), address));
        }
        return new Peer(caller.id(), caller.name(), address, self.now());
    }
}
