// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /// An end of what is looked up by an index, behind the columns that say whose records and about what.
    private record Bound(String columns, String operator, String values) {

        String text(String key, String wanted) {
            return "(" + key + columns + ") " + operator + " (" + wanted + values + ")";
        }
    }

    private final SortOrder order;
    private Bound from = new Bound("", ">=", "");
    private Bound to = new Bound("", "<=", "");
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /// Columns of which one of some values is enough, by the name of those values.
    private final Map<String, String> filters = new TreeMap<>();

    /// @param caller sees only the records in which it has a role
    LogSelect(LogQuery query, PeerId caller) {
        boolean paged = query.transactions().isEmpty();
        this.order = paged ? query.paging().order() : SortOrder.DESCENDING;
        values.put("room", ROOM);
        values.put("most", paged ? query.paging().limit() + 1 : Integer.MAX_VALUE);
        values.put("me", caller.value());
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
        oneOf("grants", "grant_hash", texts(query.grants(), GrantHash::value));
        oneOf("services", "service_name", texts(query.services(), name -> name));
        query.after().ifPresent(after -> {
            and("created_at > :after", Map.of("after", after.getEpochSecond()));
            from = new Bound(", created_at", ">", ", :after");
        });
        query.before().ifPresent(before -> {
            and("created_at < :before", Map.of("before", before.getEpochSecond()));
            to = new Bound(", created_at", "<", ", :before");
        });
    }

    private void oneOf(String name, String column, String[] wanted) {
        if (wanted.length > 0) {
            filters.put(name, column);
            values.put(name, wanted);
        }
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).distinct().toArray(String[]::new);
    }

    private void behind(Cursor cursor) {
        try {
            Map<String, Object> last = Map.of(
                    "second", Long.parseLong(cursor.key().get(0)),
                    "transaction", cursor.key().get(1),
                    "direction", cursor.key().get(2));
            boolean up = order == SortOrder.ASCENDING;
            Bound next = new Bound(", " + KEY, up ? ">" : "<", ", :second, :transaction, :direction");
            and("(" + KEY + ") " + next.operator() + " (:second, :transaction, :direction)", last);
            if (up) {
                from = next;
            } else {
                to = next;
            }
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
                """.formatted(FOUND, ordered(), page(), ordered());
    }

    /// Each role is looked up by an index of its own, no further than the page goes: under one condition with
    /// four columns, whoever has few records would have the whole table read. So is each Grant and each Service
    /// that is asked for: else whoever has many records would have them all read for a few.
    private String page() {
        return ROLES.stream()
                .flatMap(this::ofRole)
                .map(some -> "(" + some + ")")
                .collect(Collectors.joining(
                        " union all ",
                        "select distinct on (" + KEY + ") * from (",
                        ") as roles " + ordered() + " limit :most"));
    }

    private Stream<String> ofRole(String role) {
        return filters.isEmpty()
                ? Stream.of(rows(role + " = :me", ordered()))
                : filters.entrySet().stream().map(filter -> ofValues(role, filter.getValue(), filter.getKey()));
    }

    /// Says as a range that two columns have a value: of columns that are equal to something the server knows
    /// that the order does not depend on them, and then it may go through all records of a Peer in search of few.
    ///
    /// @param values name of the wanted values of the column
    private String ofValues(String role, String column, String values) {
        String key = role + ", " + column;
        String range = role + " is not null and " + from.text(key, ":me, wanted.value") + " and "
                + to.text(key, ":me, wanted.value");
        return "select record.* from unnest(:" + values + ") as wanted (value) cross join lateral ("
                + rows(range, ordered(key + ", " + KEY)) + ") as record";
    }

    private String rows(String which, String sorted) {
        String where = conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
        return "select * from " + TABLE + " where " + which + where + " " + sorted + " limit :most";
    }

    private String ordered() {
        return ordered(KEY);
    }

    private String ordered(String columns) {
        String way = order == SortOrder.ASCENDING ? " asc" : " desc";
        return "order by " + columns.replace(",", way + ",") + way;
    }

    /// Gives the statement its values.
    Query bound(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
