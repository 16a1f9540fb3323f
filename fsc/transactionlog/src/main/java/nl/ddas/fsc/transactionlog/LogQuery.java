// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.SortOrder;
import nl.ddas.fsc.model.TransactionId;

/// Which records are asked for (FSC Logging, `GET /logs`).
///
/// @param transactions when there are any, paging and all other filters count for nothing
/// @param grants together with `services`: one of either is enough; both empty asks for all
/// @param after records made later than this, in whole seconds
/// @param before records made earlier than this
/// @param paging its cursor has three parts: [#KEY_PARTS]
public record LogQuery(
        List<TransactionId> transactions,
        List<GrantHash> grants,
        List<String> services,
        Optional<Instant> after,
        Optional<Instant> before,
        Paging paging) {

    /// Parts of the sort key: created_at, transaction id, direction.
    public static final int KEY_PARTS = 3;

    /// A question with lists of its own.
    public LogQuery {
        transactions = List.copyOf(transactions);
        grants = List.copyOf(grants);
        services = List.copyOf(services);
    }

    /// All records, page by page.
    public static LogQuery all(Paging paging) {
        return new LogQuery(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), paging);
    }

    /// These records.
    public static LogQuery of(List<TransactionId> transactions) {
        return new LogQuery(
                transactions,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Paging(Optional.empty(), Paging.MAX_LIMIT, SortOrder.DESCENDING));
    }
}
