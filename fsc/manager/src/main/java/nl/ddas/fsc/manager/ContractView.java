// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;

/// A contract as operators see it.
record ContractView(Self self, Contracts contracts, Standing standing, Cautions cautions) {

    /// For a list.
    JsonObject brief(Contract contract, Instant now) {
        List<JsonObject> grants = new ArrayList<>();
        for (int i = 0; i < contract.content().grants().size(); i++) {
            Grant grant = contract.content().grants().get(i);
            grants.add(outway(
                    grant,
                    JsonObject.EMPTY
                            .with(
                                    "grantHash",
                                    contract.content().grantHashes().get(i).value())
                            .with("type", grant.type().wire())
                            .with("serviceName", grant.serviceName())
                            .with("providerPeerId", grant.provider().value())));
        }
        return JsonObject.EMPTY
                .with("contentHash", contract.content().hash().value())
                .with("state", standing.state(contract, now).wire())
                .with("usable", contract.usable(now, standing.at(now)))
                .with("createdAt", Moments.text(contract.content().createdAt()))
                .with("notBefore", Moments.text(contract.content().validity().notBefore()))
                .with("notAfter", Moments.text(contract.content().validity().notAfter()))
                .with("grants", Json.array(grants.stream()))
                .with("waitingFor", JsonArray.ofTexts(waitingFor(contract)));
    }

    /// With which Outway may connect, for who has to choose between contracts.
    private static JsonObject outway(Grant grant, JsonObject brief) {
        return grant.connection()
                .map(connection -> switch (connection.outway().identification()) {
                    case OutwayIdentification.PublicKeyThumbprint(String hex) ->
                        brief.with("outwayPeerId", connection.outway().peer().value())
                                .with("publicKeyThumbprint", hex);
                    case OutwayIdentification.DomainName(String name) ->
                        brief.with("outwayPeerId", connection.outway().peer().value())
                                .with("domainName", name);
                })
                .orElse(brief);
    }

    private static List<String> waitingFor(Contract contract) {
        return contract.content().peers().stream()
                .filter(peer -> contract.signature(peer, SignatureType.ACCEPT).isEmpty())
                .map(PeerId::value)
                .toList();
    }

    /// With all there is to know.
    JsonObject full(Contract contract, Instant now) {
        List<JsonObject> grants = contract.content().grantHashes().stream()
                .map((GrantHash hash) ->
                        JsonObject.EMPTY.with("grantHash", hash.value()).with("data", Routes.data(contract, hash)))
                .toList();
        return brief(contract, now)
                .with("iv", contract.content().iv())
                .with("peers", Json.array(contract.content().peers().stream().map(peer -> peer(contract, peer))))
                .with("contractGrants", Json.array(grants.stream()))
                .with(
                        "deliveries",
                        Json.array(contracts.undone().stream()
                                .filter(row ->
                                        row.contract().equals(contract.content().hash()))
                                .map(ContractView::delivery)))
                .with("cautions", JsonArray.ofTexts(cautions.about(contract, standing.state(contract, now))));
    }

    private JsonObject peer(Contract contract, PeerId peer) {
        JsonObject json = JsonObject.EMPTY
                .with("peerId", peer.value())
                .with(
                        "peerName",
                        peer.equals(self.id())
                                ? self.identity().name()
                                : contracts.peer(peer).map(Peer::name).orElse(""));
        for (SignatureType type : SignatureType.values()) {
            Optional<ContractSignature> signature = contract.signature(peer, type);
            if (signature.isPresent()) {
                json = json.with(type.wire(), Moments.text(signature.get().signedAt()));
            }
        }
        return json;
    }

    static JsonObject delivery(Delivery row) {
        return JsonObject.EMPTY
                .with("contentHash", row.contract().value())
                .with("peerId", row.target().value())
                .with("action", row.action().name())
                .with("status", row.status().name())
                .with("attempts", row.attempts())
                .with("next", Moments.text(row.next()))
                .with("reason", row.reason());
    }

    /// How a contract stands, in a sentence.
    static String dutch(ContractState state) {
        return switch (state) {
            case PROPOSED -> "voorgesteld: nog niet iedereen heeft geaccepteerd";
            case VALID -> "geldig";
            case SUSPENDED -> "opgeschort: het certificaat bij een handtekening is verlopen of ingetrokken";
            case REJECTED -> "geweigerd";
            case REVOKED -> "ingetrokken";
            case EXPIRED -> "verlopen";
        };
    }
}
