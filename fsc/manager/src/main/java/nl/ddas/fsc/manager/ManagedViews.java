// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.transactionlog.LogPage;
import nl.ddas.fsc.transactionlog.LogQuery;

/// What operators look up: who we are, Peers and Services of others, the transaction log, the audit trail.
record ManagedViews(
        Self self,
        Store store,
        Lists lists,
        OtherManagers others,
        Addresses addresses,
        List<OtherManagers.Called> directories) {

    /// Of a thousand items each.
    private static final int MOST_PAGES = 100;

    private static final String ASKED_WRONGLY =
            "Dit is geen goede zoekvraag. Verwacht werden: limit (1 tot 1000), cursor"
                    + " (zoals die hier eerder is gegeven), en after en before (hele seconden sinds 1970).";

    Response peer() {
        return Replies.json(
                200,
                JsonObject.EMPTY
                        .with("peerId", self.id().value())
                        .with("peerName", self.identity().name())
                        .with("groupId", self.group().id())
                        .with("managerAddress", self.address().toString())
                        .with("fscVersion", lists.peer().text("fsc_version").orElse(""))
                        .with("directories", Json.array(directories.stream().map(directory -> JsonObject.EMPTY
                                .with("peerId", directory.peer().value())
                                .with("managerAddress", directory.at().toString())))));
    }

    Response peers(ManagementApi.Question question) {
        Optional<String> name = question.query().value("peerName").filter(text -> !text.isEmpty());
        return Replies.json(
                200,
                JsonObject.EMPTY.with(
                        "peers",
                        Json.array(store.contracts().peers().stream()
                                .filter(peer -> name.map(part -> ServiceListing.contains(peer.name(), part))
                                        .orElse(true))
                                .map(peer -> JsonObject.EMPTY
                                        .with("peerId", peer.id().value())
                                        .with("peerName", peer.name())
                                        .with("managerAddress", peer.address().toString())
                                        .with("seen", Moments.text(peer.seen()))))));
    }

    Response directoryPeers(ManagementApi.Question question) {
        FormText query = question.query();
        String wanted = parameter(query, "peerId", "peer_id") + parameter(query, "peerName", "peer_name");
        return fromDirectory(
                query,
                new Listing("peers", wanted, lists::peers),
                peer -> Stream.of(JsonObject.EMPTY
                        .with("peerId", peer.text("id").orElse(""))
                        .with("peerName", peer.text("name").orElse(""))
                        .with("managerAddress", peer.text("manager_address").orElse(""))));
    }

    Response directoryServices(ManagementApi.Question question) {
        FormText query = question.query();
        String wanted = parameter(query, "peerId", "peer_id") + parameter(query, "serviceName", "service_name");
        return fromDirectory(
                query, new Listing("services", wanted, lists::services), item -> item.object("data").stream()
                        .map(ManagedViews::service));
    }

    private static JsonObject service(JsonObject data) {
        JsonObject peer = data.object("peer").orElse(JsonObject.EMPTY);
        JsonObject service = JsonObject.EMPTY
                .with("name", data.text("name").orElse(""))
                .with("protocol", data.text("protocol").orElse(""))
                .with("peerId", peer.text("id").orElse(""))
                .with("peerName", peer.text("name").orElse(""))
                .with("managerAddress", peer.text("manager_address").orElse(""));
        Optional<JsonObject> delegator = data.object("delegator");
        if (delegator.isPresent()) {
            service = service.with(
                            "delegatorPeerId", delegator.get().text("peer_id").orElse(""))
                    .with("delegatorPeerName", delegator.get().text("peer_name").orElse(""));
        }
        JsonObject described = service;
        return data.object("properties")
                .map(properties -> described.with("properties", properties))
                .orElse(described);
    }

    /// How an item of a Directory stands in our answers, if it does.
    private interface Shape {
        Stream<JsonObject> of(JsonObject found);
    }

    /// A list of a Directory.
    ///
    /// @param name of the list, in its path and in its answer
    /// @param wanted parameters of the question
    /// @param own the same list of ourselves
    private record Listing(String name, String wanted, Function<FormText, Lists.Answer> own) {

        String query(String cursor) {
            return "limit=1000" + wanted + (cursor.isEmpty() ? "" : "&cursor=" + FormText.encode(cursor));
        }

        /// All pages, at most [#MOST_PAGES]: a Directory could go on for ever.
        ///
        /// @param ask gives the page of a question
        JsonObject all(Function<String, JsonObject> ask, Shape shape) {
            List<JsonValue> items = new ArrayList<>();
            String cursor = "";
            for (int page = 0; page < MOST_PAGES; page++) {
                JsonObject found = ask.apply(query(cursor));
                Json.objects(found, name).flatMap(shape::of).forEach(items::add);
                cursor = found.object("pagination")
                        .flatMap(pagination -> pagination.text("next_cursor"))
                        .orElse("");
                if (cursor.isEmpty()) {
                    break;
                }
            }
            return JsonObject.EMPTY.with(name, new JsonArray(items));
        }

        /// A page of our own list.
        JsonObject ours(String query) {
            return switch (own.apply(FormText.read(query).orElseThrow())) {
                case Lists.Answer.Given(JsonObject found) -> found;
                case Lists.Answer.Written _, Lists.Answer.Refused _, Lists.Answer.TooLong _ ->
                    throw new BadForm(ASKED_WRONGLY);
            };
        }
    }

    /// Asks the Directory that is meant, which may be ourselves.
    private Response fromDirectory(FormText query, Listing listing, Shape shape) {
        Optional<String> named = query.value("directoryPeerId").filter(text -> !text.isEmpty());
        Optional<OtherManagers.Called> directory = directories.stream()
                .filter(called -> named.map(called.peer().value()::equals).orElse(true))
                .findFirst();
        boolean ourselves = named.or(() -> directory.map(d -> d.peer().value()))
                .map(self.id().value()::equals)
                .orElse(true);
        if (ourselves) {
            return Replies.json(200, listing.all(listing::ours, shape));
        }
        if (directory.isEmpty()) {
            throw new BadForm("directoryPeerId: verwacht werd een Directory uit de instellingen van de Manager.");
        }
        try {
            return Replies.json(
                    200, listing.all(page -> others.look(directory.get(), "/" + listing.name() + "?" + page), shape));
        } catch (PeerUnreachable unreachable) {
            return unreachable("De Directory", directory.get().at());
        }
    }

    private static Response unreachable(String who, ManagerAddress at) {
        return Replies.problem(
                502,
                "niet-bereikbaar",
                who + " is niet te bereiken",
                who + " op " + at + " antwoordt niet, of is niet van de verwachte deelnemer. Probeer het later opnieuw;"
                        + " blijft het zo, vraag dan of het adres nog klopt.");
    }

    private static String parameter(FormText query, String ours, String theirs) {
        return query.value(ours)
                .filter(text -> !text.isEmpty())
                .map(text -> "&" + theirs + "=" + FormText.encode(text))
                .orElse("");
    }

    Response logs(ManagementApi.Question question) {
        FormText query = question.query();
        Optional<PeerId> other = query.value("peerId")
                .filter(text -> !text.isEmpty())
                .map(text -> PeerIds.read(text)
                        .orElseThrow(() -> new BadForm("peerId: verwacht werd het Peer ID van een deelnemer.")))
                .filter(peer -> !peer.equals(self.id()));
        return switch (LogQuestion.OWN.read(query)) {
            case LogQuestion.Reading.Refused _ -> throw new BadForm(ASKED_WRONGLY);
            case LogQuestion.Reading.Nothing() -> Replies.json(200, new LogPage(List.of(), Optional.empty()).toJson());
            case LogQuestion.Reading.Read(LogQuery wanted) ->
                other.map(peer -> theirLogs(peer, query)).orElseGet(() -> ownLogs(wanted));
        };
    }

    private Response ownLogs(LogQuery wanted) {
        LogPage page = store.logs().page(wanted, self.id());
        if (!wanted.transactions().isEmpty() && page.next().isPresent()) {
            throw new BadForm("transactionId: de regels van deze transacties zijn samen te lang voor één antwoord;"
                    + " vraag er minder tegelijk.");
        }
        return Replies.json(200, page.toJson());
    }

    private Response theirLogs(PeerId peer, FormText query) {
        Optional<ManagerAddress> at = addresses.of(peer, false);
        if (at.isEmpty()) {
            return Replies.notThere("Van deze deelnemer is geen adres bekend, ook niet in een Directory.");
        }
        String path = "/logs?" + parameter(query, "limit", "limit") + parameter(query, "cursor", "cursor")
                + parameter(query, "after", "after") + parameter(query, "before", "before")
                + parameter(query, "grantHash", "grant_hash") + parameter(query, "serviceName", "service_name")
                + parameter(query, "transactionId", "transaction_ids");
        try {
            return Replies.json(200, others.look(new OtherManagers.Called(peer, at.get()), path));
        } catch (PeerUnreachable unreachable) {
            return unreachable("De Manager van deze deelnemer", at.get());
        }
    }

    Response audit(ManagementApi.Question question) {
        Optional<String> cursor = question.query().value("cursor").filter(text -> !text.isEmpty());
        if (cursor.filter(text -> !text.matches("[0-9]{1,18}")).isPresent()) {
            throw new BadForm("cursor: verwacht werd een nextCursor die hier eerder is gegeven.");
        }
        int limit = limit(question.query());
        List<AuditTrail.Entry> found = store.audit().list(new AuditTrail.Wanted(cursor.map(Long::valueOf), limit + 1));
        List<AuditTrail.Entry> page = found.subList(0, Math.min(limit, found.size()));
        return Replies.json(
                200,
                JsonObject.EMPTY
                        .with("records", Json.array(page.stream().map(ManagedViews::json)))
                        .with(
                                "nextCursor",
                                found.size() > limit
                                        ? Long.toString(page.getLast().number())
                                        : ""));
    }

    private static int limit(FormText query) {
        return switch (Paging.read(name -> name.equals("limit") ? query.value(name) : Optional.empty(), 1)) {
            case Paging.Reading.Read(Paging paging) -> paging.limit();
            case Paging.Reading.Refused _ -> throw new BadForm("limit: verwacht werd een getal van 1 tot 1000.");
        };
    }

    private static JsonObject json(AuditTrail.Entry entry) {
        return JsonObject.EMPTY
                .with("number", entry.number())
                .with("at", Moments.text(entry.at()))
                .with("who", entry.act().who())
                .with("act", entry.act().act())
                .with("subject", entry.act().subject())
                .with("outcome", entry.outcome());
    }
}
