// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;

/// Keeps everything in memory, for tests and simulation. An exception in a change undoes it.
public class MemoryContracts implements Contracts {

    private static final Comparator<OpenQuery.Place> PLACES = Comparator.comparing(OpenQuery.Place::created)
            .thenComparing(place -> place.hash().value());
    private static final Comparator<Contract> ORDER = Comparator.comparing(MemoryContracts::place, PLACES);

    private final Map<ContentHash, Contract> contracts = new LinkedHashMap<>();
    private final Map<String, ContentHash> ivs = new HashMap<>();
    private final Map<GrantHash, ContentHash> grants = new HashMap<>();
    private final Map<Key, Delivery> outbox = new LinkedHashMap<>();
    private final Map<PeerId, Peer> peers = new TreeMap<>();

    /// What a row is about.
    private record Key(ContentHash contract, PeerId target, Delivery.Action action) {

        static Key of(Delivery delivery) {
            return new Key(delivery.contract(), delivery.target(), delivery.action());
        }
    }

    /// Collects what is to be kept.
    private final class Pending implements Change {

        private final ContentHash hash;
        private Optional<Contract> contract;
        private final List<Delivery> sent = new ArrayList<>();

        Pending(ContentHash hash) {
            this.hash = hash;
            this.contract = find(hash);
        }

        @Override
        public Optional<Contract> contract() {
            return contract;
        }

        @Override
        public Optional<ContentHash> withIv(String iv) {
            return MemoryContracts.this.withIv(iv);
        }

        @Override
        public void put(Contract changed) {
            contract = Optional.of(changed);
        }

        @Override
        public void send(Delivery delivery) {
            sent.add(delivery);
        }

        void keep() {
            contract.ifPresent(kept -> {
                contracts.put(hash, kept);
                ivs.put(kept.content().iv(), hash);
                kept.content().grantHashes().forEach(grant -> grants.put(grant, hash));
            });
            sent.forEach(delivery -> outbox.put(Key.of(delivery), delivery));
        }
    }

    @Override
    public synchronized <T> T change(ContentHash contract, Function<Change, T> work) {
        Pending pending = new Pending(contract);
        T result = work.apply(pending);
        pending.keep();
        return result;
    }

    @Override
    public synchronized Optional<ContentHash> withIv(String iv) {
        return Optional.ofNullable(ivs.get(iv));
    }

    @Override
    public synchronized Optional<Contract> find(ContentHash hash) {
        return Optional.ofNullable(contracts.get(hash));
    }

    @Override
    public synchronized Optional<Contract> withGrant(GrantHash grant) {
        return Optional.ofNullable(grants.get(grant)).flatMap(this::find);
    }

    @Override
    public synchronized List<Contract> list(ContractQuery query) {
        return Page.cut(
                contracts.values().stream().filter(query::matches).toList(), query.paging(), ContractQuery::key);
    }

    @Override
    public Set<ContentHash> unreadable() {
        return Set.of();
    }

    @Override
    public synchronized WrittenContracts written(ContractQuery query, int room) {
        List<Contract> found = list(query);
        int limit = query.paging().limit();
        WrittenContracts cut = cut(found.stream().limit(limit), room);
        return new WrittenContracts(cut.items(), cut.more() || found.size() > limit);
    }

    @Override
    public synchronized WrittenContracts written(Set<GrantHash> wanted, PeerId peer, int room) {
        return cut(
                contracts.values().stream()
                        .filter(c -> c.content().peers().contains(peer)
                                && c.content().grantHashes().stream().anyMatch(wanted::contains)),
                room);
    }

    private static WrittenContracts cut(Stream<Contract> found, int room) {
        List<WrittenContracts.Item> items = new ArrayList<>();
        int size = 0;
        for (WrittenContracts.Item item : found.map(WrittenContracts.Item::of).toList()) {
            if (size >= room) {
                return new WrittenContracts(items, true);
            }
            items.add(item);
            size += item.size();
        }
        return new WrittenContracts(items, false);
    }

    @Override
    public synchronized List<Contract> publications(Instant now) {
        return alive(now)
                .filter(c -> c.content().grants().stream()
                        .anyMatch(g -> g.publication().isPresent()))
                .toList();
    }

    @Override
    public synchronized OpenContracts open(OpenQuery query) {
        List<Contract> some = alive(query.now())
                .filter(c -> c.content().peers().contains(query.peer()))
                .filter(c -> !query.calls() || isCalledBy(c, query.peer()))
                .filter(c -> query.after()
                        .map(after -> PLACES.compare(place(c), after) > 0)
                        .orElse(true))
                .sorted(ORDER)
                .limit(query.most())
                .toList();
        return new OpenContracts(
                some,
                List.of(),
                some.size() < query.most() ? Optional.empty() : Optional.of(query.behind(place(some.getLast()))));
    }

    private static boolean isCalledBy(Contract contract, PeerId peer) {
        return contract.content().grants().stream()
                .flatMap(grant -> grant.connection().stream())
                .anyMatch(connection -> connection.outway().peer().equals(peer));
    }

    @Override
    public synchronized Set<PeerId> openPeers(Instant now) {
        return alive(now)
                .flatMap(c -> c.content().peers().stream()
                        .filter(peer -> peers.containsKey(peer) || isSigned(c, peer) || hasTaken(c, peer)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasTaken(Contract contract, PeerId peer) {
        return outbox.values().stream()
                .anyMatch(d -> d.contract().equals(contract.content().hash())
                        && d.target().equals(peer)
                        && d.status() == Delivery.Status.DONE);
    }

    @Override
    public synchronized Map<ContractState, Integer> openStates(Instant now, Predicate<List<X509Certificate>> good) {
        return alive(now)
                .collect(Collectors.groupingBy(
                        c -> c.state(now, signature -> good.test(signature.chain())), Collectors.summingInt(c -> 1)));
    }

    @Override
    public synchronized Set<X509Certificate> acceptedBy(PeerId peer, Instant now) {
        return alive(now)
                .flatMap(c -> c.signature(peer, SignatureType.ACCEPT).stream())
                .map(ContractSignature::certificate)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<ContentHash> acceptedOtherwise(PeerId peer, X509Certificate leaf, Instant now) {
        return alive(now)
                .filter(c -> c.signature(peer, SignatureType.ACCEPT)
                        .filter(accept -> !accept.certificate().equals(leaf))
                        .isPresent())
                .map(c -> c.content().hash())
                .toList();
    }

    @Override
    public synchronized List<Contract> publications(String service, Instant now) {
        return ofService(service, now, grant -> grant.publication().isPresent());
    }

    @Override
    public synchronized List<Contract> connections(PeerId outway, String service, Instant now) {
        return ofService(service, now, grant -> grant.connection()
                .filter(connection -> connection.outway().peer().equals(outway))
                .isPresent());
    }

    private List<Contract> ofService(String service, Instant now, Predicate<Grant> which) {
        return alive(now)
                .filter(c -> c.content().grants().stream()
                        .anyMatch(g -> g.serviceName().equals(service) && which.test(g)))
                .toList();
    }

    @Override
    public synchronized Amount waiting(PeerId peer, PeerId self, Instant now) {
        List<Contract> waiting = alive(now)
                .filter(c -> isSigned(c, peer)
                        && c.signature(self, SignatureType.ACCEPT).isEmpty())
                .toList();
        return amount(waiting);
    }

    private static Amount amount(List<Contract> of) {
        return new Amount(
                of.size(), of.stream().mapToLong(MemoryContracts::size).sum());
    }

    @Override
    public synchronized Amount accepted(PeerId peer, PeerId self, Instant now, Instant lately) {
        Set<Contract> alive = alive(now).collect(Collectors.toUnmodifiableSet());
        List<Contract> accepted = contracts.values().stream()
                .filter(c -> isSigned(c, peer)
                        && c.signature(self, SignatureType.ACCEPT)
                                .filter(s -> alive.contains(c) || s.signedAt().isAfter(lately))
                                .isPresent())
                .toList();
        return amount(accepted);
    }

    @Override
    public synchronized int forgetEnded(PeerId peer, PeerId self, Instant now, long room) {
        Set<Contract> alive = alive(now).collect(Collectors.toUnmodifiableSet());
        List<Contract> ended = contracts.values().stream()
                .filter(c -> !alive.contains(c) && isSigned(c, peer) && !isSigned(c, self))
                .sorted(ORDER.reversed())
                .toList();
        int forgotten = 0;
        long held = 0;
        for (Contract contract : ended) {
            held += size(contract);
            if (held > room) {
                forget(contract.content());
                forgotten++;
            }
        }
        return forgotten;
    }

    private static OpenQuery.Place place(Contract contract) {
        return new OpenQuery.Place(
                contract.content().createdAt(), contract.content().hash());
    }

    private void forget(ContractContent content) {
        contracts.remove(content.hash());
        ivs.remove(content.iv());
        content.grantHashes().forEach(grants::remove);
        outbox.keySet().removeIf(key -> key.contract().equals(content.hash()));
    }

    private static boolean isSigned(Contract contract, PeerId peer) {
        return contract.signatures().stream().anyMatch(s -> s.peer().equals(peer));
    }

    private static long size(Contract contract) {
        return contract.content().tree().toBytes().length;
    }

    private Stream<Contract> alive(Instant now) {
        return contracts.values().stream()
                .filter(c -> now.isBefore(c.content().validity().notAfter())
                        && c.signatures().stream().allMatch(s -> s.type() == SignatureType.ACCEPT));
    }

    @Override
    public synchronized List<Delivery> due(Instant now, Set<PeerId> except, int most) {
        return outbox.values().stream()
                .filter(d ->
                        d.status() == Delivery.Status.PENDING && !d.next().isAfter(now) && !except.contains(d.target()))
                .sorted(Comparator.comparing(Delivery::next).thenComparing(Delivery::action))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Delivery> undone() {
        return outbox.values().stream()
                .filter(d -> d.status() != Delivery.Status.DONE)
                .sorted(Comparator.comparing(Delivery::next))
                .toList();
    }

    @Override
    public synchronized List<Delivery> undone(PeerId target) {
        return undone().stream().filter(d -> d.target().equals(target)).toList();
    }

    @Override
    public synchronized Set<PeerId> brokenTargets() {
        return undone().stream()
                .filter(d -> d.status() == Delivery.Status.PENDING && d.reason().equals(Delivery.BROKEN))
                .map(Delivery::target)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized Optional<Delivery> delivery(ContentHash contract, PeerId target, Delivery.Action action) {
        return Optional.ofNullable(outbox.get(new Key(contract, target, action)));
    }

    @Override
    public synchronized boolean settle(Delivery before, Delivery after) {
        return outbox.replace(Key.of(before), before, after);
    }

    @Override
    public synchronized void meet(Peer peer) {
        peers.put(peer.id(), peer);
    }

    @Override
    public synchronized Optional<Peer> peer(PeerId id) {
        return Optional.ofNullable(peers.get(id));
    }

    @Override
    public synchronized List<Peer> peers() {
        return List.copyOf(peers.values());
    }
}
