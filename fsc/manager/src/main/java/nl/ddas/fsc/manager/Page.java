// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.SortOrder;

/// A page of a list.
///
/// @param next behind the last item, when there are more
record Page<T>(List<T> items, Optional<Cursor> next) {

    Page {
        items = List.copyOf(items);
    }

    /// From what a store gives: one item more than the limit when there are more.
    static <T> Page<T> of(List<T> found, Paging paging, Function<T, Cursor> key) {
        List<T> items = found.size() > paging.limit() ? found.subList(0, paging.limit()) : found;
        return new Page<>(
                items, found.size() > items.size() ? Optional.of(key.apply(items.getLast())) : Optional.empty());
    }

    /// Cuts a page out of a whole list, in any order; one item more than the limit when there are more.
    static <T> List<T> cut(List<T> all, Paging paging, Function<T, Cursor> key) {
        Comparator<Cursor> upwards = Page::compare;
        Comparator<Cursor> order = paging.order() == SortOrder.ASCENDING ? upwards : upwards.reversed();
        return all.stream()
                .filter(item -> paging.after()
                        .map(after -> order.compare(key.apply(item), after) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(key, order))
                .limit(paging.limit() + 1L)
                .toList();
    }

    private static int compare(Cursor one, Cursor other) {
        Iterator<String> others = other.key().iterator();
        for (String part : one.key()) {
            int difference = others.hasNext() ? part.compareTo(others.next()) : 1;
            if (difference != 0) {
                return difference;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
