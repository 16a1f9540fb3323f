// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.TransactionId;
import org.jdbi.v3.core.statement.Query;

/// The statement that answers a question. Its rows are those of the table, in the order that is asked for, with
/// [#FOUND] in each.
final class LogSelect {

    /// Column: how many records there are, one more than the limit at most; not all of them need be in the answer.
    static final String FOUND = "found";

    private static final String TABLE = "log_record";
    private static final String KEY = "created_at, transaction_id, direction";

    /// Columns with the Peers that have a role in a record.
    private static final List<String> ROLES =
            List.of("outway_peer", "service_peer", "source_delegator", "destination_delegator");

    /// Bytes of `additional_data` in one answer; the first record is always there. Each two bytes may be a value, of
    /// which who reads an answer takes no more than `StrictJson.ANSWER` says.
    private static final int ROOM = 768 * 1024;

    private final SortOrder order;
    private final Optional<PeerId> caller;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /// @param caller whoever may see only the records in which it has a role
    LogSelect(LogQuery query, Optional<PeerId> caller) {
        boolean paged = query.transactions().isEmpty();
        this.order = paged ? query.paging().order() : SortOrder.DESCENDING;
        this.caller = caller;
        values.put("room", ROOM);
        values.put("most", paged ? query.paging().limit() + 1 : Integer.MAX_VALUE);
        caller.ifPresent(peer -> values.put("me", peer.value()));
        if (paged) {
            filter(query);
            query.paging().after().ifPresent(this::behind);
        } else {
            and("transaction_id = any(:ids)", Map.of("ids", texts(query.transactions(), TransactionId::value)));
        }
    }

    private void and(String condition, Map<String, ?> with) {
        conditions.add(condition);
        values.putAll(with);
    }

    private void filter(LogQuery query) {
        if (!query.grants().isEmpty() || !query.services().isEmpty()) {
            and(
                    "(grant_hash = any(:grants) or service_name = any(:services))",
                    Map.of(
                            "grants", texts(query.grants(), GrantHash::value),
                            "services", query.services().toArray(String[]::new)));
        }
        query.after().ifPresent(after -> and("created_at > :after", Map.of("after", after.getEpochSecond())));
        query.before().ifPresent(before -> and("created_at < :before", Map.of("before", before.getEpochSecond())));
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private void behind(Cursor cursor) {
        try {
            and(
                    "(" + KEY + ")" + (order == SortOrder.ASCENDING ? " > " : " < ")
                            + "(:second, :transaction, :direction)",
                    Map.of(
                            "second", Long.parseLong(cursor.key().get(0)),
                            "transaction", cursor.key().get(1),
                            "direction", cursor.key().get(2)));
        } catch (NumberFormatException foreign) {
            // A cursor of another list: nothing comes behind it.
            and("false", Map.of());
        }
    }

    /// With names for the values.
    String text() {
        return """
                select * from (
                    select *, count(*) over () as %s, sum(octet_length(additional))
                        over (%s rows between unbounded preceding and 1 preceding) as bytes_before
                    from (%s) as page) as sized
                where coalesce(bytes_before, 0) < :room %s
                """.formatted(FOUND, ordered(), caller.isPresent() ? ofPeer() : rows(Stream.empty()), ordered());
    }

    /// Each role is looked up by an index of its own, no further than the page goes: under one condition with four
    /// columns, whoever has few records would have the whole table read.
    private String ofPeer() {
        return ROLES.stream()
                .map(role -> "(" + rows(Stream.of(role + " = :me")) + ")")
                .collect(Collectors.joining(
                        " union all ",
                        "select distinct on (" + KEY + ") * from (",
                        ") as roles " + ordered() + " limit :most"));
    }

    private String rows(Stream<String> more) {
        String where = Stream.concat(more, conditions.stream()).collect(Collectors.joining(" and "));
        return "select * from " + TABLE + (where.isEmpty() ? "" : " where " + where) + " " + ordered() + " limit :most";
    }

    private String ordered() {
        String way = order == SortOrder.ASCENDING ? " asc" : " desc";
        return "order by " + KEY.replace(",", way + ",") + way;
    }

    /// Gives the statement its values.
    Query bound(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
