// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.transactionlog.LogQuery;

/// Reads which log records are asked for.
///
/// @param grants name of the parameter with grant hashes
/// @param services name of that with names of Services
/// @param transactions name of that with transaction ids
record LogQuestion(String grants, String services, String transactions) {

    /// As FSC Logging writes the parameters of `GET /logs`.
    static final LogQuestion FSC = new LogQuestion("grant_hash", "service_name", "transaction_ids");

    /// As our management interface writes them.
    static final LogQuestion OWN = new LogQuestion("grantHash", "serviceName", "transactionId");

    /// What came of reading.
    sealed interface Reading {
        record Read(LogQuery query) implements Reading {}

        /// A filter was given that no record can meet.
        record Nothing() implements Reading {}

        record Refused(FscError error) implements Reading {}
    }

    Reading read(FormText query) {
        Optional<Instant> after = moment(query, "after");
        Optional<Instant> before = moment(query, "before");
        if ((given(query, "after") && after.isEmpty()) || (given(query, "before") && before.isEmpty())) {
            return malformed("after and before: expected whole seconds since 1970");
        }
        return switch (Paging.read(query, LogQuery.KEY_PARTS)) {
            case Paging.Reading.Refused(FscError error) -> new Reading.Refused(error);
            case Paging.Reading.Read(Paging paging) ->
                paging.after()
                                .map(cursor -> cursor.key().getFirst().matches("[0-9]{1,18}"))
                                .orElse(true)
                        ? read(query, paging)
                        : malformed("cursor: expected a next_cursor that was given here, or nothing");
        };
    }

    private Reading read(FormText query, Paging paging) {
        List<String> wantedGrants = query.items(grants);
        List<String> wantedServices = query.items(services);
        List<String> wantedIds = query.items(transactions);
        List<GrantHash> hashes = wantedGrants.stream()
                .flatMap(text -> HashText.read(text) instanceof GrantHash hash ? Stream.of(hash) : Stream.empty())
                .toList();
        List<TransactionId> ids = wantedIds.stream()
                .filter(text -> text.length() <= 255 && text.chars().allMatch(c -> c > ' ' && c <= '~'))
                .map(TransactionId::new)
                .toList();
        boolean unknownGrants = !wantedGrants.isEmpty() && hashes.isEmpty() && wantedServices.isEmpty();
        boolean unknownIds = !wantedIds.isEmpty() && ids.isEmpty();
        return unknownIds || (wantedIds.isEmpty() && unknownGrants)
                ? new Reading.Nothing()
                : new Reading.Read(new LogQuery(
                        ids, hashes, wantedServices, moment(query, "after"), moment(query, "before"), paging));
    }

    private static boolean given(FormText query, String name) {
        return query.value(name).filter(text -> !text.isEmpty()).isPresent();
    }

    private static Optional<Instant> moment(FormText query, String name) {
        return query.value(name)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    private static Reading malformed(String message) {
        return new Reading.Refused(ErrorCode.MALFORMED_REQUEST.because(message));
    }
}
