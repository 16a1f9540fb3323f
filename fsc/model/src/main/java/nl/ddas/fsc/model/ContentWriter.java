// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.List;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// Writes contracts of our own.
final class ContentWriter {

    private ContentWriter() {}

    static ContractContent write(ContractDraft draft) {
        List<JsonValue> grants = draft.grants().stream()
                .<JsonValue>map(grant -> JsonObject.EMPTY.with("data", data(grant, draft.profile())))
                .toList();
        JsonObject start =
                switch (draft.profile()) {
                    case V1JCS -> JsonObject.EMPTY;
                    case V2 -> JsonObject.EMPTY.with("fsc_version", draft.fscVersion());
                };
        JsonObject tree = start.with("iv", draft.iv())
                .with("group_id", draft.groupId())
                .with(
                        "validity",
                        JsonObject.EMPTY
                                .with("not_before", draft.validity().notBefore().getEpochSecond())
                                .with("not_after", draft.validity().notAfter().getEpochSecond()))
                .with("grants", new JsonArray(grants))
                .with("hash_algorithm", ContractContent.SHA3_512)
                .with("created_at", draft.createdAt().getEpochSecond());
        return switch (ContentReader.read(tree)) {
            case ContentReading.Read(ContractContent content) -> content;
            case ContentReading.Refused(String reason) ->
                throw new IllegalArgumentException("ContractDraft: " + reason);
        };
    }

    static JsonObject data(Grant grant, ContentProfile profile) {
        JsonObject typed =
                JsonObject.EMPTY.with("type", new JsonText(grant.type().wire()));
        JsonObject data =
                switch (grant) {
                    case Grant.ServicePublication p ->
                        typed.with("directory", peer(p.directory())).with("service", service(p.service()));
                    case Grant.DelegatedServicePublication p ->
                        typed.with("directory", peer(p.directory()))
                                .with("service", service(p.service()))
                                .with("delegator", peer(p.delegator()));
                    case Grant.ServiceConnection c ->
                        typed.with("outway", outway(c.outway(), profile)).with("service", service(c.service()));
                    case Grant.DelegatedServiceConnection c ->
                        typed.with("outway", outway(c.outway(), profile))
                                .with("service", service(c.service()))
                                .with("delegator", peer(c.delegator()));
                };
        return grant.properties()
                .map(properties -> data.with("properties", properties.members()))
                .orElse(data);
    }

    private static JsonObject peer(PeerId peer) {
        return JsonObject.EMPTY.with("peer_id", peer.value());
    }

    private static JsonObject service(ServiceOffer service) {
        return peer(service.peer())
                .with("name", service.name())
                .with("protocol", service.protocol().wire());
    }

    private static JsonObject service(ServiceRef service) {
        return switch (service) {
            case ServiceRef.Plain(PeerId peer, String name) ->
                JsonObject.EMPTY
                        .with("type", "SERVICE_TYPE_SERVICE")
                        .with("peer_id", peer.value())
                        .with("name", name);
            case ServiceRef.Delegated(PeerId peer, String name, PeerId delegator) ->
                JsonObject.EMPTY
                        .with("type", "SERVICE_TYPE_DELEGATED_SERVICE")
                        .with("peer_id", peer.value())
                        .with("name", name)
                        .with("delegator", peer(delegator));
        };
    }

    private static JsonObject outway(Outway outway, ContentProfile profile) {
        JsonObject peer = peer(outway.peer());
        return switch (profile) {
            case V1JCS ->
                switch (outway.identification()) {
                    case OutwayIdentification.PublicKeyThumbprint(String hex) ->
                        peer.with("public_key_thumbprint", hex);
                    case OutwayIdentification.DomainName name ->
                        throw new IllegalArgumentException(
                                "ContractDraft: expected a public key thumbprint, because this profile has no domain names");
                };
            case V2 -> peer.with("identification", identification(outway.identification()));
        };
    }

    private static JsonObject identification(OutwayIdentification identification) {
        return switch (identification) {
            case OutwayIdentification.PublicKeyThumbprint(String hex) ->
                JsonObject.EMPTY.with("type", ContentReader.BY_THUMBPRINT).with("public_key_thumbprint", hex);
            case OutwayIdentification.DomainName(String name) ->
                JsonObject.EMPTY.with("type", ContentReader.BY_DOMAIN_NAME).with("domain_name", name);
        };
    }
}
