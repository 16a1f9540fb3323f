// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// Which part of a list is asked for (FSC Core and Logging, parameters `cursor`, `limit`, `sort_order`).
///
/// @param after the item after which the list goes on; nothing for the first page
/// @param limit 1 to 1000 items
public record Paging(Optional<Cursor> after, int limit, SortOrder order) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 1000;

    private static final String NEXT = "next_cursor";

    /// Member `pagination` of an answer behind which there is no more; the member is always there.
    public static final JsonObject LAST = JsonObject.EMPTY.with(NEXT, "");

    /// @throws IllegalArgumentException when the limit is not 1 to 1000
    public Paging {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("Paging: expected a limit of 1 to 1000, got " + limit);
        }
    }

    /// What reading the parameters came to.
    public sealed interface Reading {
        record Read(Paging paging) implements Reading {}

        record Refused(FscError error) implements Reading {}
    }

    /// Reads the parameters, percent-decoded; an empty one counts as absent. 25 items in descending order unless asked
    /// otherwise.
    ///
    /// @param parameters gives the value of a query parameter by name
    /// @param keyParts how many parts the sort key of this list has
    public static Reading read(Parameters parameters, int keyParts) {
        Optional<String> cursor = parameters.value("cursor").filter(text -> !text.isEmpty());
        Optional<String> limit = parameters.value("limit").filter(text -> !text.isEmpty());
        Optional<String> order = parameters.value("sort_order").filter(text -> !text.isEmpty());
        Optional<Cursor> after = cursor.flatMap(text -> Cursor.read(text, keyParts));
        int items = limit.map(Paging::limit).orElse(DEFAULT_LIMIT);
        Optional<SortOrder> sort = order.isEmpty() ? Optional.of(SortOrder.DESCENDING) : order.flatMap(SortOrder::find);
        if (cursor.isPresent() && after.isEmpty()) {
            return refused("cursor: expected a next_cursor that was given here, or nothing");
        }
        if (items < 1 || items > MAX_LIMIT) {
            return refused("limit: expected 1 to " + MAX_LIMIT);
        }
        return sort.isEmpty()
                ? refused("sort_order: expected SORT_ORDER_ASCENDING or SORT_ORDER_DESCENDING")
                : new Reading.Read(new Paging(after, items, sort.get()));
    }

    /// The value of a query parameter.
    public interface Parameters {
        Optional<String> value(String name);
    }

    /// Member `pagination` of an answer that may have more behind it.
    ///
    /// @param last cursor behind the last item given
    public static JsonObject pagination(Cursor last) {
        return JsonObject.EMPTY.with(NEXT, last.text());
    }

    private static int limit(String text) {
        return text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
    }

    private static Reading refused(String message) {
        return new Reading.Refused(ErrorCode.MALFORMED_REQUEST.because(message));
    }
}
