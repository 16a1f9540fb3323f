// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.ddas.basis.Database;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// Keeps everything in PostgreSQL, in a schema of its own. Safe for many threads and processes.
public final class PostgresContracts implements Contracts {

    /// Name of the schema.
    public static final String SCHEMA = "fsc_manager";

    private static final List<String> PUBLICATIONS = Arrays.stream(GrantType.values())
            .filter(type -> !type.isConnection())
            .map(GrantType::wire)
            .toList();

    private final Jdbi jdbi;
    private final ContractRows rows = new ContractRows();

    private PostgresContracts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the schema up to date.
    public static PostgresContracts open(Database database) {
        database.migrate(SCHEMA, "nl/ddas/fsc/manager/db");
        return new PostgresContracts(database.jdbi(SCHEMA));
    }

    @Override
    public <T> T change(ContentHash contract, Function<Change, T> work) {
        return jdbi.inTransaction(handle -> {
            lock(handle, contract.value());
            return work.apply(new PostgresChange(this, handle, contract));
        });
    }

    /// Until the end of the transaction nobody else has this lock.
    static void lock(Handle handle, String name) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name);
    }

    @Override
    public Optional<ContentHash> withIv(String iv) {
        return jdbi.withHandle(handle -> withIv(handle, iv));
    }

    static Optional<ContentHash> withIv(Handle handle, String iv) {
        return handle.createQuery("SELECT hash FROM contract WHERE iv = ?")
                .bind(0, iv)
                .mapTo(String.class)
                .findOne()
                .map(ContentHash::new);
    }

    @Override
    public Optional<Contract> find(ContentHash hash) {
        return jdbi.withHandle(handle -> find(handle, hash));
    }

    Optional<Contract> find(Handle handle, ContentHash hash) {
        return rows.one(handle, "WHERE c.hash = :hash", query -> query.bind("hash", hash.value()));
    }

    @Override
    public Optional<Contract> withGrant(GrantHash grant) {
        return jdbi.withHandle(handle -> rows.one(
                handle,
                "WHERE c.hash = (SELECT contract FROM contract_grant WHERE hash = :grant)",
                query -> query.bind("grant", grant.value())));
    }

    @Override
    public List<Contract> list(ContractQuery query) {
        int most = query.paging().limit() + 1;
        List<Contract> found = new ArrayList<>();
        Optional<ContractQuery> next = Optional.of(query);
        // Whoever asks takes fewer than that for the end, also when some were left out.
        while (next.isPresent() && found.size() < most) {
            ContractQuery some = next.get();
            List<ContractRows.Stored> stored = jdbi.withHandle(handle -> rows.stored(
                    handle,
                    "WHERE c.hash IN (" + ContractPages.wanted(some) + ") "
                            + ContractPages.order(some, "c.created_at, c.hash"),
                    row -> ContractPages.bound(row, some, most)));
            stored.stream().flatMap(one -> one.contract().stream()).forEach(found::add);
            next = stored.size() < most
                    ? Optional.empty()
                    : Optional.of(some.behind(stored.getLast().place()));
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    @Override
    public Set<ContentHash> unreadable() {
        return rows.unreadable();
    }

    @Override
    public WrittenContracts written(ContractQuery query, int room) {
        return jdbi.withHandle(handle -> ContractPages.page(handle, query, room));
    }

    @Override
    public WrittenContracts written(Set<GrantHash> grants, PeerId peer, int room) {
        return jdbi.withHandle(handle -> ContractPages.with(handle, grants, peer, room));
    }

    @Override
    public List<Contract> publications(Instant now) {
        return read(
                "WHERE c.alive AND c.not_after > :now AND c.publishes ORDER BY c.created_at, c.hash",
                query -> query.bind("now", now.getEpochSecond()));
    }

    @Override
    public OpenContracts open(OpenQuery query) {
        List<ContractRows.Stored> some = jdbi.withHandle(
                handle -> rows.stored(handle, OpenRows.which(query), row -> OpenRows.bound(row, query)));
        return new OpenContracts(
                some.stream().flatMap(stored -> stored.contract().stream()).toList(),
                some.stream()
                        .filter(stored -> stored.contract().isEmpty())
                        .map(stored -> stored.place().hash())
                        .toList(),
                some.size() < query.most()
                        ? Optional.empty()
                        : Optional.of(query.behind(some.getLast().place())));
    }

    @Override
    public Set<PeerId> openPeers(Instant now) {
        return jdbi.withHandle(handle -> OpenRows.peers(handle, now));
    }

    @Override
    public Map<ContractState, Integer> openStates(Instant now, Predicate<List<X509Certificate>> good) {
        return jdbi.withHandle(handle -> OpenRows.states(handle, now, good));
    }

    @Override
    public Set<X509Certificate> acceptedBy(PeerId peer, Instant now) {
        return jdbi.withHandle(handle -> OpenRows.acceptedBy(handle, peer, now));
    }

    @Override
    public List<ContentHash> acceptedOtherwise(PeerId peer, X509Certificate leaf, Instant now) {
        return jdbi.withHandle(handle -> OpenRows.acceptedOtherwise(handle, peer, leaf, now));
    }

    @Override
    public List<Contract> publications(String service, Instant now) {
        return ofService(
                "type = ANY (:types)", service, now, query -> query.bindArray("types", String.class, PUBLICATIONS));
    }

    @Override
    public List<Contract> connections(PeerId outway, String service, Instant now) {
        return ofService(
                "(outway = :outway OR outway IS NULL)", service, now, query -> query.bind("outway", outway.value()));
    }

    /// @param which of its Grants
    private List<Contract> ofService(String which, String service, Instant now, UnaryOperator<Query> values) {
        return read(
                "WHERE c.hash IN (SELECT contract FROM contract_grant WHERE service = :service AND " + which
                        + ") AND c.alive AND c.not_after > :now ORDER BY c.created_at, c.hash",
                query -> values.apply(query.bind("service", service).bind("now", now.getEpochSecond())));
    }

    @Override
    public Amount waiting(PeerId peer, PeerId self, Instant now) {
        return jdbi.withHandle(handle -> SignedRows.waiting(handle, peer, self, now));
    }

    @Override
    public Amount accepted(PeerId peer, PeerId self, Instant now, Instant lately) {
        return jdbi.withHandle(handle -> SignedRows.accepted(handle, peer, self, now, lately));
    }

    @Override
    public int forgetEnded(PeerId peer, PeerId self, Instant now, long room) {
        List<String> ended = jdbi.withHandle(handle -> SignedRows.ended(handle, peer, self, now, room));
        for (String hash : ended) {
            jdbi.useTransaction(handle -> SignedRows.forget(handle, hash));
            rows.forget(new ContentHash(hash));
        }
        return ended.size();
    }

    private List<Contract> read(String which, UnaryOperator<Query> values) {
        return jdbi.withHandle(handle -> rows.read(handle, which, values));
    }

    @Override
    public List<Delivery> due(Instant now, Set<PeerId> except, int most) {
        return deliveries(
                "WHERE status = 'PENDING' AND next_at <= :now AND target <> ALL (:except) ORDER BY next_at LIMIT :most",
                query -> query.bind("now", now.toEpochMilli())
                        .bindArray(
                                "except",
                                String.class,
                                except.stream().map(PeerId::value).toList())
                        .bind("most", most));
    }

    @Override
    public List<Delivery> undone() {
        return deliveries("WHERE status <> 'DONE' ORDER BY next_at", query -> query);
    }

    @Override
    public List<Delivery> undone(PeerId target) {
        return deliveries(
                "WHERE status <> 'DONE' AND target = :target ORDER BY next_at",
                query -> query.bind("target", target.value()));
    }

    @Override
    public Set<PeerId> brokenTargets() {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT DISTINCT target FROM delivery WHERE status = 'PENDING' AND reason = :reason")
                .bind("reason", Delivery.BROKEN)
                .mapTo(String.class)
                .list()
                .stream()
                .map(PeerId::new)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<Delivery> delivery(ContentHash contract, PeerId target, Delivery.Action action) {
        return deliveries("WHERE contract = :contract AND target = :target AND action = :action", query -> query.bind(
                                "contract", contract.value())
                        .bind("target", target.value())
                        .bind("action", action.name()))
                .stream()
                .findFirst();
    }

    private List<Delivery> deliveries(String where, UnaryOperator<Query> values) {
        return jdbi.withHandle(handle -> {
            Query query = values.apply(handle.createQuery(
                    "SELECT contract, target, action, status, attempts, next_at, since, reason FROM delivery "
                            + where));
            List<Delivery> found = new ArrayList<>();
            query.map((row, context) -> found.add(new Delivery(
                            new ContentHash(row.getString(1)),
                            new PeerId(row.getString(2)),
                            Delivery.Action.valueOf(row.getString(3)),
                            Delivery.Status.valueOf(row.getString(4)),
                            row.getInt(5),
                            Instant.ofEpochMilli(row.getLong(6)),
                            Instant.ofEpochMilli(row.getLong(7)),
                            row.getString(8))))
                    .list();
            return found;
        });
    }

    @Override
    public boolean settle(Delivery before, Delivery after) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE delivery SET status = ?, attempts = ?, next_at = ?, reason = ?
                                WHERE contract = ? AND target = ? AND action = ?
                                  AND status = ? AND attempts = ? AND next_at = ?
                                """)
                        .bind(0, after.status().name())
                        .bind(1, after.attempts())
                        .bind(2, after.next().toEpochMilli())
                        .bind(3, after.reason())
                        .bind(4, before.contract().value())
                        .bind(5, before.target().value())
                        .bind(6, before.action().name())
                        .bind(7, before.status().name())
                        .bind(8, before.attempts())
                        .bind(9, before.next().toEpochMilli())
                        .execute()
                == 1);
    }

    @Override
    public void meet(Peer peer) {
        jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO peer (id, name, address, seen) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, seen = excluded.seen
                """,
                peer.id().value(),
                peer.name(),
                peer.address().toString(),
                peer.seen().getEpochSecond()));
    }

    @Override
    public Optional<Peer> peer(PeerId id) {
        return peers("WHERE id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<Peer> peers() {
        return peers("ORDER BY id");
    }

    private List<Peer> peers(String where, Object... values) {
        return jdbi.withHandle(handle -> handle.select("SELECT id, name, address, seen FROM peer " + where, values)
                .map((row, context) -> new Peer(
                        new PeerId(row.getString(1)),
                        row.getString(2),
                        new ManagerAddress(URI.create(row.getString(3))),
                        Instant.ofEpochSecond(row.getLong(4))))
                .list());
    }
}
