// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import org.jdbi.v3.core.Handle;

/// Questions about contracts that a Peer has signed, whether we have or not, answered by the database.
final class SignedRows {

    /// Contracts `c` that a Peer has signed.
    private static final String SIGNED = """
            FROM contract_peer p JOIN contract c ON c.hash = p.contract
            WHERE p.peer = :peer
              AND EXISTS (SELECT 1 FROM signature s WHERE s.contract = c.hash AND s.peer = :peer)
            """;

    private static final List<String> TABLES = List.of("delivery", "signature", "contract_grant", "contract_peer");

    private SignedRows() {}

    static Contracts.Amount waiting(Handle handle, PeerId peer, PeerId self, Instant now) {
        return handle.createQuery("SELECT count(*), coalesce(sum(octet_length(c.content)), 0) " + SIGNED + """
                          AND c.alive AND c.not_after > :now
                          AND NOT EXISTS (
                            SELECT 1 FROM signature s WHERE s.contract = c.hash AND s.peer = :self AND s.type = :accept)
                        """)
                .bind("peer", peer.value())
                .bind("self", self.value())
                .bind("accept", SignatureType.ACCEPT.wire())
                .bind("now", now.getEpochSecond())
                .map((row, context) -> new Contracts.Amount(row.getInt(1), row.getLong(2)))
                .one();
    }

    static Contracts.Amount accepted(Handle handle, PeerId peer, PeerId self, Instant now, Instant lately) {
        return handle.createQuery("SELECT count(*), coalesce(sum(octet_length(c.content)), 0) " + SIGNED + """
                          AND EXISTS (
                            SELECT 1 FROM signature s
                            WHERE s.contract = c.hash AND s.peer = :self AND s.type = :accept
                              AND (c.alive AND c.not_after > :now OR s.signed_at > :lately))
                        """)
                .bind("peer", peer.value())
                .bind("self", self.value())
                .bind("accept", SignatureType.ACCEPT.wire())
                .bind("now", now.getEpochSecond())
                .bind("lately", lately.getEpochSecond())
                .map((row, context) -> new Contracts.Amount(row.getInt(1), row.getLong(2)))
                .one();
    }

    /// Hashes of contracts that have ended without our signature, without the newest that fit in `room` bytes.
    static List<String> ended(Handle handle, PeerId peer, PeerId self, Instant now, long room) {
        return handle.createQuery("SELECT hash FROM (SELECT c.hash, sum(octet_length(c.content))"
                        + " OVER (ORDER BY c.created_at DESC, c.hash DESC) AS held " + SIGNED + """
                          AND (NOT c.alive OR c.not_after <= :now)
                          AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.contract = c.hash AND s.peer = :self)
                        ) AS ended WHERE held > :room
                        """)
                .bind("peer", peer.value())
                .bind("self", self.value())
                .bind("now", now.getEpochSecond())
                .bind("room", room)
                .mapTo(String.class)
                .list();
    }

    /// Removes a contract and all that hangs on it, when nothing else is being done with it.
    static void forget(Handle handle, String hash) {
        PostgresContracts.lock(handle, hash);
        TABLES.forEach(table -> handle.execute("DELETE FROM " + table + " WHERE contract = ?", hash));
        handle.execute("DELETE FROM contract WHERE hash = ?", hash);
    }
}
