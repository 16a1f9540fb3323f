// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Validity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a new key of an Outway of ours asks for. Contracts name the public key of the Outway (FSC Core,
/// grants): with another one it gets no tokens until the same is agreed anew. We say so, and draw up what is to
/// be proposed. Safe for many threads.
final class NewKeys {

    private static final Logger LOG = LoggerFactory.getLogger(NewKeys.class);
    private static final int AT_ONCE = 100;

    private final Self self;
    private final Contracts contracts;
    private final Registrations registrations;
    private volatile Map<String, Integer> behind = Map.of();

    NewKeys(Self self, Contracts contracts, Registrations registrations) {
        this.self = self;
        this.contracts = contracts;
        this.registrations = registrations;
    }

    /// A contract by which an Outway may not connect with its new key.
    ///
    /// @param old accepted by us, and open
    /// @param grants those of its Grants that name an old key, with the new one
    record Needed(Contract old, List<Grant> grants) {

        /// From now, or when the old one begins, up to the end of the old one.
        Validity validity(Instant now) {
            Validity validity = old.content().validity();
            return new Validity(validity.notBefore().isAfter(now) ? validity.notBefore() : now, validity.notAfter());
        }
    }

    /// What is to be proposed so that a key may do what others may; nothing twice, and nothing that is proposed or
    /// agreed already.
    ///
    /// @param key that is to stand in it
    /// @param old keys that stand in it now; the key itself does not count
    List<Needed> needed(String key, Set<String> old) {
        Set<Grant> there = new HashSet<>();
        List<Needed> found = new ArrayList<>();
        // Comparing tells health of those that cannot be read.
        Set<ContentHash> _ =
                contracts.eachOpen(OpenQuery.calledBy(self.id(), self.now(), AT_ONCE), some -> some.stream()
                        .filter(contract -> contract.signature(self.id(), SignatureType.ACCEPT)
                                .isPresent())
                        .forEach(contract -> {
                            List<Grant> copies = new ArrayList<>();
                            contract.content().grants().forEach(grant -> key(grant)
                                    .ifPresent(named -> {
                                        if (named.equals(key)) {
                                            there.add(grant);
                                        } else if (old.contains(named)) {
                                            copies.add(grant.with(outway(key)));
                                        }
                                    }));
                            found.add(new Needed(contract, copies));
                        }));
        // Of two about the same, the one that lasts longest.
        found.sort(Comparator.comparing(
                        (Needed needed) -> needed.old().content().validity().notAfter())
                .reversed());
        return found.stream()
                .map(needed -> new Needed(
                        needed.old(),
                        needed.grants().stream().filter(there::add).toList()))
                .filter(needed -> !needed.grants().isEmpty())
                .toList();
    }

    /// The key of our Outway that a Grant names.
    private Optional<String> key(Grant grant) {
        return grant.connection()
                .map(Grant.Connection::outway)
                .filter(outway -> outway.peer().equals(self.id()))
                .flatMap(outway ->
                        outway.identification() instanceof OutwayIdentification.PublicKeyThumbprint(String hex)
                                ? Optional.of(hex)
                                : Optional.empty());
    }

    private Outway outway(String key) {
        return new Outway(self.id(), new OutwayIdentification.PublicKeyThumbprint(key));
    }

    /// Counts for each Outway how many contracts name a key that it had before, and warns in the log when there are
    /// more than there were.
    void look() {
        Map<String, Integer> found = new TreeMap<>();
        for (RegisteredOutway outway : registrations.outways()) {
            int count = outway.earlier().isEmpty()
                    ? 0
                    : needed(outway.publicKey(), Set.copyOf(outway.earlier())).size();
            if (count > behind.getOrDefault(outway.name(), 0)) {
                LOG.warn(
                        "outway {} has another key than {} contracts name, and gets no tokens under those;"
                                + " to propose them anew: ddas fsc contract nieuwe-sleutel --outway {}",
                        outway.name(),
                        count,
                        outway.name());
            }
            if (count > 0) {
                found.put(outway.name(), count);
            }
        }
        behind = Map.copyOf(found);
    }

    /// What health notes, Dutch; empty when every Outway has the key that stands in its contracts.
    Optional<String> note() {
        List<String> each = new TreeMap<>(behind)
                .entrySet().stream()
                        .map(outway ->
                                "Outway " + outway.getKey() + " heeft een nieuwe sleutel, en " + many(outway.getValue())
                                        + " nog de oude: stel nieuwe voor met ddas fsc contract nieuwe-sleutel --outway "
                                        + outway.getKey())
                        .toList();
        return each.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", each));
    }

    private static String many(int contracts) {
        return contracts == 1 ? "1 contract noemt" : contracts + " contracten noemen";
    }
}
