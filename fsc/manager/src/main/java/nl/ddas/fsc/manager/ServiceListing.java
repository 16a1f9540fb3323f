// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.PeerId;

/// The Services that can be found here: those of publications that are valid now.
public final class ServiceListing {

    private final Self self;
    private final Contracts contracts;
    private final Standing standing;

    public ServiceListing(Self self, Contracts contracts, Standing standing) {
        this.self = self;
        this.contracts = contracts;
        this.standing = standing;
    }

    /// What is looked for; several filters widen, none means all.
    ///
    /// @param peers ids of those that offer them
    /// @param name part of the name, without regard to case
    public record Wanted(Set<String> peers, Optional<String> name) {

        boolean matches(Grant grant) {
            boolean all = peers.isEmpty() && name.isEmpty();
            return all
                    || peers.contains(grant.provider().value())
                    || name.filter(part -> contains(grant.serviceName(), part)).isPresent();
        }
    }

    private record Listed(Cursor key, Grant grant, Grant.Publication publication) {}

    /// A page of the list, as in `GET /services`. A Service whose provider we never met is left out: nobody
    /// could reach it.
    public JsonObject list(Wanted wanted, Paging paging) {
        Instant now = self.now();
        List<Listed> all = new ArrayList<>();
        Map<PeerId, Boolean> met = new HashMap<>();
        for (Contract contract : contracts.publications(now)) {
            if (contract.content().grants().stream().anyMatch(wanted::matches)
                    && standing.state(contract, now) == ContractState.VALID) {
                collect(contract, wanted, met, all);
            }
        }
        Page<Listed> page = Page.of(Page.cut(all, paging, Listed::key), paging, Listed::key);
        return JsonObject.EMPTY
                .with("services", Json.array(page.items().stream().map(this::json)))
                .with("pagination", page.next().map(Paging::pagination).orElse(Paging.LAST));
    }

    private void collect(Contract contract, Wanted wanted, Map<PeerId, Boolean> met, List<Listed> all) {
        List<Grant> grants = contract.content().grants();
        for (int i = 0; i < grants.size(); i++) {
            Grant grant = grants.get(i);
            Optional<Grant.Publication> publication = grant.publication()
                    .filter(p -> wanted.matches(grant)
                            && met.computeIfAbsent(
                                    p.service().peer(), peer -> address(peer).isPresent()));
            if (publication.isPresent()) {
                Cursor key = Cursor.of(
                        grant.provider().value(),
                        grant.serviceName(),
                        contract.content().grantHashes().get(i).value());
                all.add(new Listed(key, grant, publication.get()));
            }
        }
    }

    private JsonObject json(Listed listed) {
        Grant.Publication publication = listed.publication();
        PeerId provider = publication.service().peer();
        JsonObject peer = JsonObject.EMPTY
                .with("id", provider.value())
                .with("name", name(provider))
                .with("manager_address", address(provider).orElse(""));
        JsonObject data = JsonObject.EMPTY
                .with(
                        "type",
                        publication.delegator().isPresent() ? "SERVICE_TYPE_DELEGATED_SERVICE" : "SERVICE_TYPE_SERVICE")
                .with("peer", peer)
                .with("name", publication.service().name())
                .with("protocol", publication.service().protocol().wire());
        if (publication.delegator().isPresent()) {
            PeerId delegator = publication.delegator().get();
            data = data.with(
                    "delegator",
                    JsonObject.EMPTY.with("peer_id", delegator.value()).with("peer_name", name(delegator)));
        }
        if (listed.grant().properties().isPresent()) {
            data = data.with("properties", listed.grant().properties().get().members());
        }
        return JsonObject.EMPTY.with("data", data);
    }

    private String name(PeerId id) {
        return id.equals(self.id())
                ? self.identity().name()
                : contracts.peer(id).map(Peer::name).orElse(id.value());
    }

    private Optional<String> address(PeerId id) {
        return id.equals(self.id())
                ? Optional.of(self.address().toString())
                : contracts.peer(id).map(peer -> peer.address().toString());
    }

    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
