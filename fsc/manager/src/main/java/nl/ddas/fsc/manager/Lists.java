// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentProfile;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.transactionlog.LogPage;
import nl.ddas.fsc.transactionlog.LogQuery;

/// Answers what other Peers look up: contracts, Peers, Services, log records, and who we are. A Peer sees only
/// contracts and records that it has a role in.
public final class Lists {

    private static final int MOST_HASHES = 1000;

    /// Bytes of contracts in one answer.
    private static final int ROOM = 8 * 1024 * 1024;

    private final Self self;
    private final Contracts contracts;
    private final ServiceListing services;
    private final TransactionLogs logs;

    public Lists(Self self, Contracts contracts, ServiceListing services, TransactionLogs logs) {
        this.self = self;
        this.contracts = contracts;
        this.services = services;
        this.logs = logs;
    }

    /// What a question came to.
    sealed interface Answer {
        record Given(JsonObject body) implements Answer {}

        /// @param json an object
        record Written(byte[] json) implements Answer {}

        record Refused(FscError error) implements Answer {}

        /// The answer would be too long.
        ///
        /// @param why English: what to do
        record TooLong(String why) implements Answer {}
    }

    /// `GET /peer`. The extensions have the only versions that `manager.yaml` of the standard knows, also since FSC
    /// Logging 1.1.0: that calls its interface 1.0.0 still.
    JsonObject peer() {
        return JsonObject.EMPTY
                .with("peer_id", self.id().value())
                .with("peer_name", self.identity().name())
                .with("fsc_version", self.group().profile() == ContentProfile.V2 ? "2.0.0" : "1.0.0")
                .with(
                        "enabled_extensions",
                        JsonObject.EMPTY
                                .with("EXTENSION_DELEGATION", "1.0.0")
                                .with("EXTENSION_TRANSACTION_LOGGING", "1.0.0"));
    }

    /// `GET /contracts`. What would be too long together comes on another page, or must be asked for in parts.
    Answer contracts(FormText query, PeerId caller) {
        List<String> hashes = query.items("grant_hash");
        if (hashes.size() > MOST_HASHES) {
            return malformed("grant_hash: expected at most " + MOST_HASHES);
        }
        if (!hashes.isEmpty()) {
            WrittenContracts found = contracts.written(
                    hashes.stream().flatMap(Lists::grantHash).collect(Collectors.toUnmodifiableSet()), caller, ROOM);
            return found.more()
                    ? new Answer.TooLong("these contracts are too long for one answer; ask for fewer at a time")
                    : new Answer.Written(found.toBytes());
        }
        Optional<String> wanted = query.value("grant_type").filter(text -> !text.isEmpty());
        Optional<GrantType> type = wanted.flatMap(GrantType::find);
        if (wanted.isPresent() && type.isEmpty()) {
            return malformed("grant_type: expected the name of a grant type");
        }
        return paged(
                query,
                2,
                ContractQuery::isKey,
                paging -> new Answer.Written(contracts
                        .written(new ContractQuery(caller, type, paging), ROOM)
                        .toBytes()));
    }

    private static Stream<GrantHash> grantHash(String text) {
        return HashText.read(text) instanceof GrantHash hash ? Stream.of(hash) : Stream.empty();
    }

    /// `GET /peers`.
    Answer peers(FormText query) {
        Set<String> ids = Set.copyOf(query.items("peer_id").stream().distinct().toList());
        List<Peer> all = contracts.peers();
        if (!ids.isEmpty()) {
            return new Answer.Given(peers(new Page<>(
                    all.stream().filter(peer -> ids.contains(peer.id().value())).toList(), Optional.empty())));
        }
        Optional<String> name = query.value("peer_name").filter(text -> !text.isEmpty());
        List<Peer> named = all.stream()
                .filter(peer -> name.map(part -> ServiceListing.contains(peer.name(), part))
                        .orElse(true))
                .toList();
        Function<Peer, Cursor> key = peer -> Cursor.of(peer.id().value());
        return paged(query, 1, cursor -> true, paging -> {
            return new Answer.Given(peers(Page.of(Page.cut(named, paging, key), paging, key)));
        });
    }

    private static JsonObject peers(Page<Peer> page) {
        return JsonObject.EMPTY
                .with("peers", Json.array(page.items().stream().map(peer -> JsonObject.EMPTY
                        .with("id", peer.id().value())
                        .with("name", peer.name())
                        .with("manager_address", peer.address().toString()))))
                .with("pagination", page.next().map(Paging::pagination).orElse(Paging.LAST));
    }

    /// `GET /services`.
    Answer services(FormText query) {
        // What cannot be an id at all is still a filter, by which nothing is found.
        ServiceListing.Wanted wanted = new ServiceListing.Wanted(
                Set.copyOf(query.items("peer_id")), query.value("service_name").filter(text -> !text.isEmpty()));
        return paged(query, 3, cursor -> true, paging -> new Answer.Given(services.list(wanted, paging)));
    }

    /// `GET /logs`.
    Answer logs(FormText query, PeerId caller) {
        return switch (LogQuestion.FSC.read(query)) {
            case LogQuestion.Reading.Refused(FscError error) -> new Answer.Refused(error);
            case LogQuestion.Reading.Nothing() -> new Answer.Given(new LogPage(List.of(), Optional.empty()).toJson());
            case LogQuestion.Reading.Read(LogQuery wanted) -> {
                LogPage page = logs.page(wanted, caller);
                boolean tooLong =
                        !wanted.transactions().isEmpty() && page.next().isPresent();
                yield tooLong
                        ? new Answer.TooLong("the records of these transactions are too long for one answer;"
                                + " ask for fewer at a time")
                        : new Answer.Given(seenBy(caller, page).toJson());
            }
        };
    }

    /// Whatever the store gives, a Peer sees nothing that does not concern it.
    private static LogPage seenBy(PeerId caller, LogPage page) {
        return new LogPage(
                page.records().stream()
                        .filter(record -> record.concerns(caller))
                        .toList(),
                page.next());
    }

    /// Checks a cursor further than its number of parts.
    private interface CursorForm {
        boolean isGood(Cursor cursor);
    }

    private static Answer paged(FormText query, int keyParts, CursorForm form, Function<Paging, Answer> list) {
        return switch (Paging.read(query, keyParts)) {
            case Paging.Reading.Refused(FscError error) -> new Answer.Refused(error);
            case Paging.Reading.Read(Paging paging) ->
                paging.after().isEmpty() || form.isGood(paging.after().get())
                        ? list.apply(paging)
                        : malformed("cursor: expected a next_cursor that was given here, or nothing");
        };
    }

    private static Answer malformed(String message) {
        return new Answer.Refused(ErrorCode.MALFORMED_REQUEST.because(message));
    }
}
