// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.SortOrder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Hands over contracts as they are stored, each page in one question. How long they are is looked at before they are
/// fetched, so that nobody makes us hold more than fits.
final class ContractPages {

    private static final String LENGTH = """
            octet_length(c.content)
                + (SELECT coalesce(sum(octet_length(jws)), 0) FROM signature WHERE contract = c.hash)
            """;

    private static final String FETCH = """
            SELECT c.hash, c.created_at, c.content, s.types, s.peers, s.jws, z.found
            FROM sized z JOIN contract c ON c.hash = z.hash CROSS JOIN LATERAL (
                SELECT array_agg(type ORDER BY peer, type) AS types,
                       array_agg(peer ORDER BY peer, type) AS peers,
                       array_agg(jws ORDER BY peer, type) AS jws
                FROM signature WHERE contract = c.hash) s
            WHERE z.upto - z.bytes < :room
            """;

    private ContractPages() {}

    /// The hashes that a query is about, at most `:limit`.
    static String wanted(ContractQuery query) {
        boolean typed = query.type().isPresent();
        boolean further = query.paging().after().isPresent();
        return "SELECT p.contract FROM contract_peer p WHERE p.peer = :peer"
                + (typed
                        ? " AND EXISTS (SELECT 1 FROM contract_grant g WHERE g.contract = p.contract AND g.type = :type)"
                        : "")
                + (further ? " AND (p.created_at, p.contract) " + (isUp(query) ? ">" : "<") + " (:created, :hash)" : "")
                + " " + order(query, "p.created_at, p.contract") + " LIMIT :limit";
    }

    /// The order of a query.
    ///
    /// @param columns two of them
    static String order(ContractQuery query, String columns) {
        String direction = isUp(query) ? " ASC" : " DESC";
        return "ORDER BY " + columns.replace(",", direction + ",") + direction;
    }

    private static boolean isUp(ContractQuery query) {
        return query.paging().order() == SortOrder.ASCENDING;
    }

    /// Binds what [#wanted] needs.
    static Query bound(Query rows, ContractQuery query, int limit) {
        Query some = rows.bind("peer", query.peer().value()).bind("limit", limit);
        query.type().ifPresent(type -> some.bind("type", type.wire()));
        query.paging().after().ifPresent(after -> some.bind(
                        "created", Long.parseLong(after.key().getFirst()))
                .bind("hash", after.key().getLast()));
        return some;
    }

    static WrittenContracts page(Handle handle, ContractQuery query, int room) {
        int limit = query.paging().limit();
        String order = order(query, "created_at, hash");
        String sql = "WITH page AS MATERIALIZED (SELECT c.hash, c.created_at, " + LENGTH
                + " AS bytes FROM contract c WHERE c.hash IN (" + wanted(query) + ")),\n"
                + "sized AS (SELECT *, sum(bytes) OVER (" + order + ") AS upto, count(*) OVER () AS found FROM page)\n"
                + FETCH + order(query, "c.created_at, c.hash");
        return items(bound(handle.createQuery(sql), query, limit + 1), room, limit);
    }

    static WrittenContracts with(Handle handle, Set<GrantHash> grants, PeerId peer, int room) {
        String sql = "WITH page AS MATERIALIZED (SELECT c.hash, " + LENGTH + """
                 AS bytes FROM contract c WHERE c.hash IN (
                    SELECT g.contract FROM contract_grant g JOIN contract_peer p ON p.contract = g.contract
                    WHERE g.hash = ANY (:grants) AND p.peer = :peer)),
                sized AS (SELECT *, sum(bytes) OVER (ORDER BY hash) AS upto, count(*) OVER () AS found FROM page)
                """ + FETCH + "ORDER BY c.hash";
        List<String> hashes = grants.stream().map(GrantHash::value).toList();
        Query query = handle.createQuery(sql)
                .bindArray("grants", String.class, hashes)
                .bind("peer", peer.value());
        return items(query, room, Integer.MAX_VALUE);
    }

    private static WrittenContracts items(Query query, int room, int limit) {
        List<Long> found = new ArrayList<>();
        List<WrittenContracts.Item> items = query.bind("room", room)
                .map((row, context) -> {
                    found.add(row.getLong(7));
                    return item(row);
                })
                .list();
        List<WrittenContracts.Item> page = items.size() > limit ? items.subList(0, limit) : items;
        return new WrittenContracts(page, !found.isEmpty() && found.getFirst() > page.size());
    }

    private static WrittenContracts.Item item(ResultSet row) throws SQLException {
        List<String> types = ContractRows.texts(row, 4);
        List<String> peers = ContractRows.texts(row, 5);
        List<String> jws = ContractRows.texts(row, 6);
        List<WrittenContracts.Said> said = new ArrayList<>(types.size());
        for (int i = 0; i < types.size(); i++) {
            said.add(new WrittenContracts.Said(
                    SignatureType.find(types.get(i)).orElseThrow(), new PeerId(peers.get(i)), jws.get(i)));
        }
        return new WrittenContracts.Item(ContractQuery.key(row.getLong(2), row.getString(1)), row.getBytes(3), said);
    }
}
