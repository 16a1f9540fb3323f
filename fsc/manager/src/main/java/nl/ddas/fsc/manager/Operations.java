// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractDraft;
import nl.ddas.fsc.model.ContractRules;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.SignatureCheck;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.fsc.model.Validity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What we do ourselves, for a management interface: propose, accept, reject and revoke contracts, and look
/// after what was not delivered. Others hear of it by [Dispatch]. Safe for many threads.
public final class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

    private final Self self;
    private final Contracts contracts;
    private final ContractRules rules;
    private final Standing standing;
    private final Signing signing;

    public Operations(Self self, Contracts contracts, SignatureCheck signatures, Standing standing) {
        this.self = self;
        this.contracts = contracts;
        this.rules = new ContractRules(self.group(), self.id(), signatures);
        this.standing = standing;
        this.signing = new Signing(self);
    }

    /// What became of an act.
    public sealed interface Outcome {
        /// It is stored and on its way.
        record Done(Contract contract) implements Outcome {}

        /// There is no such contract.
        record Unknown() implements Outcome {}

        /// The contract stands so that this cannot be done.
        record NotNow(ContractState state) implements Outcome {}

        /// A rule of contracts is against it.
        record Refused(FscError error) implements Outcome {}
    }

    /// A contract as we would write it, with an `iv` of its own; nothing is stored.
    public ContractContent draft(Validity validity, List<Grant> grants) {
        return new ContractDraft(
                        self.group().profile(),
                        self.group().writesVersion(),
                        Uuids.v7(self.now(), self.random()),
                        self.group().id(),
                        validity,
                        grants,
                        self.stamp())
                .content();
    }

    /// Proposes a contract to all others on it, accepted by us. Doing it twice is doing it once.
    public Outcome propose(ContractContent content) {
        Optional<FscError> objection = rules.objection(content, self.id(), contracts, self.now());
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        return contracts.change(content.hash(), change -> {
            Optional<ContentHash> sameIv = change.withIv(content.iv());
            Optional<Contract> known = change.contract();
            if (sameIv.isPresent() && known.isEmpty()) {
                return new Outcome.Refused(
                        ErrorCode.CONTRACT_VALIDATION_FAILED.because("iv: another contract has it already"));
            }
            return known.<Outcome>map(Outcome.Done::new)
                    .orElseGet(
                            () -> new Outcome.Done(signing.say(change, Contract.of(content), Delivery.Action.SUBMIT)));
        });
    }

    /// Accepts a proposal.
    public Outcome accept(ContentHash hash) {
        return act(hash, Delivery.Action.ACCEPT);
    }

    /// Rejects a proposal that we have not accepted.
    public Outcome reject(ContentHash hash) {
        return act(hash, Delivery.Action.REJECT);
    }

    /// Takes our accept back.
    public Outcome revoke(ContentHash hash) {
        return act(hash, Delivery.Action.REVOKE);
    }

    private Outcome act(ContentHash hash, Delivery.Action action) {
        return contracts.change(hash, change -> {
            Optional<Contract> found = change.contract();
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            Contract contract = found.get();
            if (ours(contract, action.signature()).isPresent()) {
                return new Outcome.Done(contract);
            }
            ContractState state = standing.state(contract, self.now());
            return may(contract, state, action)
                    ? new Outcome.Done(signing.say(change, contract, action))
                    : new Outcome.NotNow(state);
        });
    }

    /// Only a proposal can be accepted, only one that we did not accept rejected, and only a living contract that we
    /// accepted revoked.
    private boolean may(Contract contract, ContractState state, Delivery.Action action) {
        boolean accepted = ours(contract, SignatureType.ACCEPT).isPresent();
        return switch (action) {
            case SUBMIT, ACCEPT -> state == ContractState.PROPOSED;
            case REJECT -> state == ContractState.PROPOSED && !accepted;
            case REVOKE -> accepted && !state.terminal();
        };
    }

    private Optional<ContractSignature> ours(Contract contract, SignatureType type) {
        return contract.signature(self.id(), type);
    }

    /// Says anew, with the certificate of now, what we said with another one and others still have to check:
    /// that we accepted a living contract, and whatever somebody has not heard yet. By the old certificate
    /// nobody may believe it any more: it may have ended, or been revoked because its key leaked. A contract that
    /// cannot be read is passed over, with a line in the log.
    ///
    /// @return how many times
    public int renewSignatures() {
        int renewed = 0;
        X509Certificate leaf = self.signer().get().signer().leaf();
        for (ContentHash hash : contracts.acceptedOtherwise(self.id(), leaf, self.now())) {
            renewed += renew(hash, Delivery.Action.ACCEPT);
        }
        for (Delivery row : contracts.undone()) {
            renewed += renew(row.contract(), row.action());
        }
        return renewed;
    }

    private int renew(ContentHash hash, Delivery.Action action) {
        try {
            return contracts.change(hash, change -> {
                Optional<Contract> old =
                        change.contract().filter(contract -> isSaidOtherwise(contract, action.signature()));
                old.ifPresent(contract -> signing.say(change, contract, action));
                return old.isPresent() ? 1 : 0;
            });
        } catch (RuntimeException broken) {
            // Whatever it is: it must hold up no other contract, nor what comes after this.
            LOG.error("{} of contract {} was not signed anew", action, hash, broken);
            return 0;
        }
    }

    /// Whether we said it with another certificate than that of now. After the end of a contract nobody needs it.
    private boolean isSaidOtherwise(Contract contract, SignatureType type) {
        X509Certificate now = self.signer().get().signer().leaf();
        return self.now().isBefore(contract.content().validity().notAfter())
                && ours(contract, type)
                        .filter(said -> !said.certificate().equals(now))
                        .isPresent();
    }

    /// The contract with this hash.
    public Optional<Contract> find(ContentHash hash) {
        return contracts.find(hash);
    }

    /// How a contract stands now.
    public ContractState state(Contract contract) {
        return standing.state(contract, self.now());
    }

    /// What was not delivered yet, or was refused by the other side.
    public List<Delivery> undelivered() {
        return contracts.undone();
    }

    /// Tries a delivery again at once.
    ///
    /// @return false when it changed meanwhile
    public boolean retry(Delivery delivery) {
        return contracts.settle(delivery, delivery.again(self.now()));
    }
}
