// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.KnownContracts;
import nl.ddas.fsc.model.PeerId;

/// What a Manager must not forget: contracts with signatures and their chains, Peers, and what still has to be
/// handed over. Safe for many threads.
public interface Contracts extends KnownContracts {

    /// Changes one contract in one transaction: all of what `work` does is kept, or nothing. Two changes of one
    /// contract come one after the other.
    ///
    /// @param work may run more than once; has no other effects
    <T> T change(ContentHash contract, Function<Change, T> work);

    /// What can be done in a change.
    interface Change {

        /// The contract as it is stored.
        Optional<Contract> contract();

        /// The contract with this `iv`; until the end of the change nobody else can use that `iv`.
        Optional<ContentHash> withIv(String iv);

        /// Stores the contract, new or with other signatures.
        void put(Contract contract);

        /// Puts a row in the outbox, or in the place of the one about the same.
        void send(Delivery delivery);
    }

    Optional<Contract> find(ContentHash hash);

    /// The contract with this Grant.
    Optional<Contract> withGrant(GrantHash grant);

    /// A page of contracts, by the moment of creation and then the hash; one item more than the limit when there are
    /// more. One that cannot be read is left out, as in all lists here.
    List<Contract> list(ContractQuery query);

    /// Contracts that were left out of a list and were not read since: what is stored of them cannot be read.
    Set<ContentHash> unreadable();

    /// As [#list], no more than the limit, as they are stored.
    ///
    /// @param room bytes for all together; the first is always there
    WrittenContracts written(ContractQuery query, int room);

    /// The contracts with one of these Grants that a Peer is on, as they are stored.
    ///
    /// @param room bytes for all together; the first is always there
    WrittenContracts written(Set<GrantHash> grants, PeerId peer, int room);

    /// Contracts with a publication Grant that have not ended and that nobody rejected or revoked.
    List<Contract> publications(Instant now);

    /// Some open contracts. One that cannot be read is left out, and keeps no other from being found.
    OpenContracts open(OpenQuery query);

    /// Works through open contracts, some at a time, so that they are never all in memory. What changes
    /// meanwhile may be seen or not.
    ///
    /// @param work is given one contract or more; may take long
    /// @return those that were left out because they cannot be read
    default Set<ContentHash> eachOpen(OpenQuery query, Consumer<List<Contract>> work) {
        Set<ContentHash> unreadable = new HashSet<>();
        Optional<OpenQuery> next = Optional.of(query);
        while (next.isPresent()) {
            OpenContracts some = open(next.get());
            unreadable.addAll(some.unreadable());
            if (!some.contracts().isEmpty()) {
                work.accept(some.contracts());
            }
            next = some.rest();
        }
        return unreadable;
    }

    /// The Peers on open contracts that there are: we have met them, or they signed such a contract themselves,
    /// or took over from us what we say of it. A proposal may name others that nobody ever heard of.
    Set<PeerId> openPeers(Instant now);

    /// How many open contracts there are in each state; a state without any may be left out.
    ///
    /// @param good whether the chain of an accept is good now
    Map<ContractState, Integer> openStates(Instant now, Predicate<List<X509Certificate>> good);

    /// The certificates by which a Peer accepted contracts that are open.
    Set<X509Certificate> acceptedBy(PeerId peer, Instant now);

    /// Open contracts that a Peer accepted by another certificate than this, in order of creation and hash.
    List<ContentHash> acceptedOtherwise(PeerId peer, X509Certificate leaf, Instant now);

    /// Publications of Services of this name, that have not ended and that nobody rejected or revoked. There may be
    /// thousands of connections to them, which are not looked at.
    List<Contract> publications(String service, Instant now);

    /// Contracts by which the Outway of a Peer may connect to a Service of this name, that have not ended and that
    /// nobody rejected or revoked.
    List<Contract> connections(PeerId outway, String service, Instant now);

    /// How much there is of some contracts.
    ///
    /// @param contracts 0 or more
    /// @param bytes of their contents together
    record Amount(int contracts, long bytes) {}

    /// What of this Peer waits for the accept of `self`. What has ended, or was rejected or revoked, does not.
    Amount waiting(PeerId peer, PeerId self, Instant now);

    /// What this Peer has signed and `self` accepted, and that has not ended or was accepted lately.
    ///
    /// @param lately what was accepted after this counts, also when it has ended since
    Amount accepted(PeerId peer, PeerId self, Instant now, Instant lately);

    /// Forgets contracts that this Peer has signed, that have ended or were rejected or revoked, and that
    /// `self` never signed: all but the newest, by the moment of creation.
    ///
    /// @param room bytes of those that stay, together
    /// @return how many were forgotten
    int forgetEnded(PeerId peer, PeerId self, Instant now, long room);

    /// Rows to be tried, those waiting longest first.
    ///
    /// @param except Peers whose rows are left out
    List<Delivery> due(Instant now, Set<PeerId> except, int most);

    /// Rows that are not done, for operators.
    List<Delivery> undone();

    /// Rows for a Peer that are not done.
    List<Delivery> undone(PeerId target);

    /// Peers with something to hear whose last try broke on our own side ([Delivery#BROKEN]).
    Set<PeerId> brokenTargets();

    /// The row about this, whatever its status.
    Optional<Delivery> delivery(ContentHash contract, PeerId target, Delivery.Action action);

    /// Puts `after` in the place of `before`, when that is still there as it was.
    boolean settle(Delivery before, Delivery after);

    /// Remembers a Peer with its newest name and address.
    void meet(Peer peer);

    Optional<Peer> peer(PeerId id);

    /// All Peers, in order of id.
    List<Peer> peers();
}
