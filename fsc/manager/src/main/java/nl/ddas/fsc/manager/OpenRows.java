// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Questions about all open contracts at once, answered by the database: none of them is read for it.
final class OpenRows {

    private static final String OPEN = " c.alive AND c.not_after > :now ";

    /// The accepts of a row `c`.
    private static final String ACCEPTS = " signature s JOIN contract c ON c.hash = s.contract AND s.type = 'accept' ";

    private OpenRows() {}

    /// The rest of a question for contracts.
    static String which(OpenQuery query) {
        return """
                WHERE c.hash IN (
                    SELECT p.contract FROM contract_peer p JOIN contract o ON o.hash = p.contract
                    WHERE p.peer = :peer AND o.alive AND o.not_after > :now
                """
                + (query.after().isPresent() ? " AND (p.created_at, p.contract) > (:created, :hash)" : "")
                + (query.calls()
                        ? " AND EXISTS (SELECT 1 FROM contract_grant g WHERE g.contract = o.hash"
                                + " AND (g.outway = :peer OR g.outway IS NULL))"
                        : "")
                + " ORDER BY p.created_at, p.contract LIMIT :most) ORDER BY c.created_at, c.hash";
    }

    /// Binds what [#which] needs.
    static Query bound(Query rows, OpenQuery query) {
        Query some = rows.bind("peer", query.peer().value())
                .bind("now", query.now().getEpochSecond())
                .bind("most", query.most());
        query.after().ifPresent(after -> some.bind("created", after.created().getEpochSecond())
                .bind("hash", after.hash().value()));
        return some;
    }

    static Set<PeerId> peers(Handle handle, Instant now) {
        return handle
                .createQuery("SELECT DISTINCT p.peer FROM contract_peer p JOIN contract c ON c.hash = p.contract WHERE"
                        + OPEN + """
                        AND (EXISTS (SELECT 1 FROM peer k WHERE k.id = p.peer)
                          OR EXISTS (SELECT 1 FROM signature s WHERE s.contract = p.contract AND s.peer = p.peer)
                          OR EXISTS (SELECT 1 FROM delivery d
                                     WHERE d.contract = p.contract AND d.target = p.peer AND d.status = 'DONE'))
                        """)
                .bind("now", now.getEpochSecond())
                .mapTo(String.class)
                .list()
                .stream()
                .map(PeerId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<X509Certificate> acceptedBy(Handle handle, PeerId peer, Instant now) {
        return handle
                .createQuery("SELECT k.certificates FROM chain k WHERE EXISTS (SELECT 1 FROM" + ACCEPTS
                        + "WHERE s.chain = k.id AND s.peer = :peer AND" + OPEN + ")")
                .bind("peer", peer.value())
                .bind("now", now.getEpochSecond())
                .mapTo(String.class)
                .list()
                .stream()
                .map(chain -> ContractRows.chain(chain).getFirst())
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<ContentHash> acceptedOtherwise(Handle handle, PeerId peer, X509Certificate leaf, Instant now) {
        return handle
                .createQuery("SELECT c.hash FROM" + ACCEPTS + "JOIN chain k ON k.id = s.chain WHERE s.peer = :peer"
                        + " AND split_part(k.certificates, ' ', 1) <> :leaf AND" + OPEN
                        + "ORDER BY c.created_at, c.hash")
                .bind("peer", peer.value())
                .bind("leaf", ContractRows.text(List.of(leaf)))
                .bind("now", now.getEpochSecond())
                .mapTo(String.class)
                .list()
                .stream()
                .map(ContentHash::new)
                .toList();
    }

    static Map<ContractState, Integer> states(Handle handle, Instant now, Predicate<List<X509Certificate>> good) {
        List<Long> bad = handle
                .createQuery("SELECT k.id, k.certificates FROM chain k WHERE EXISTS (SELECT 1 FROM" + ACCEPTS
                        + "WHERE s.chain = k.id AND" + OPEN + ")")
                .bind("now", now.getEpochSecond())
                .map((row, context) -> Map.entry(row.getLong(1), ContractRows.chain(row.getString(2))))
                .list()
                .stream()
                .filter(chain -> !good.test(chain.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return counted(handle, now, bad);
    }

    private static Map<ContractState, Integer> counted(Handle handle, Instant now, List<Long> bad) {
        return handle.createQuery("""
                        WITH waiting AS (
                            SELECT DISTINCT p.contract AS hash FROM contract_peer p
                            WHERE NOT EXISTS (
                                SELECT 1 FROM signature s
                                WHERE s.contract = p.contract AND s.peer = p.peer AND s.type = :accept)),
                        spoilt AS (
                            SELECT DISTINCT contract AS hash FROM signature
                            WHERE chain = ANY (:bad) AND type = :accept)
                        SELECT count(*) FILTER (WHERE w.hash IS NOT NULL),
                               count(*) FILTER (WHERE w.hash IS NULL AND x.hash IS NOT NULL),
                               count(*) FILTER (WHERE w.hash IS NULL AND x.hash IS NULL)
                        FROM contract c LEFT JOIN waiting w ON w.hash = c.hash LEFT JOIN spoilt x ON x.hash = c.hash
                        WHERE c.alive AND c.not_after > :now
                        """)
                .bind("now", now.getEpochSecond())
                .bind("accept", SignatureType.ACCEPT.wire())
                .bindArray("bad", Long.class, bad)
                .map((row, context) -> {
                    Map<ContractState, Integer> counts = new EnumMap<>(ContractState.class);
                    counts.put(ContractState.PROPOSED, row.getInt(1));
                    counts.put(ContractState.SUSPENDED, row.getInt(2));
                    counts.put(ContractState.VALID, row.getInt(3));
                    return counts;
                })
                .one();
    }
}
