// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;

/// Reads contract content: members, types, known kinds. All wire names of contracts stand here and in [ContentWriter].
final class ContentReader {

    static final String BY_THUMBPRINT = "OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT";
    static final String BY_DOMAIN_NAME = "OUTWAY_IDENTIFICATION_TYPE_DOMAIN_NAME";

    /// More Grants than anybody needs; each costs a hash.
    static final int MAX_GRANTS = 1000;

    private final ContentProfile profile;

    private ContentReader(ContentProfile profile) {
        this.profile = profile;
    }

    static ContentReading read(JsonObject tree) {
        ContentProfile profile = tree.get("fsc_version").isPresent() ? ContentProfile.V2 : ContentProfile.V1JCS;
        try {
            return new ContentReading.Read(new ContentReader(profile).content(tree));
        } catch (Malformed malformed) {
            return new ContentReading.Refused(malformed.reason());
        }
    }

    /// Reads one Grant, in either shape.
    static Optional<Grant> grant(JsonObject data) {
        boolean newer = data.object("outway")
                .filter(o -> o.get("identification").isPresent())
                .isPresent();
        try {
            return Optional.of(
                    new ContentReader(newer ? ContentProfile.V2 : ContentProfile.V1JCS).grant(new Members(data, "")));
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }

    private ContractContent content(JsonObject tree) {
        Members content = new Members(tree, "");
        Optional<String> fscVersion = content.optionalText("fsc_version");
        Members validity = content.object("validity");
        List<JsonValue> items = content.array("grants");
        if (items.size() > MAX_GRANTS) {
            content.fail("grants", "expected at most " + MAX_GRANTS + " grants");
        }
        List<Grant> grants = new ArrayList<>(items.size());
        List<JsonObject> data = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Members grant = items.get(i) instanceof JsonObject object
                    ? new Members(object, "/grants/" + i).object("data")
                    : content.fail("grants/" + i, "expected an object");
            grants.add(grant(grant));
            data.add(grant.object());
        }
        ContractContent.Terms terms = new ContractContent.Terms(
                fscVersion,
                content.text("iv"),
                content.text("group_id"),
                new Validity(moment(validity, "not_before"), moment(validity, "not_after")),
                grants,
                content.text("hash_algorithm"),
                moment(content, "created_at"));
        return new ContractContent(tree, terms, data);
    }

    private static Instant moment(Members members, String name) {
        return Instant.ofEpochSecond(members.seconds(name));
    }

    private Grant grant(Members data) {
        GrantType type = GrantType.find(data.text("type"))
                .orElseGet(() -> data.fail("type", "expected one of the four types of grant"));
        Optional<Properties> properties = data.optionalObject("properties").map(Properties::new);
        return switch (type) {
            case SERVICE_PUBLICATION -> new Grant.ServicePublication(directory(data), published(data), properties);
            case DELEGATED_SERVICE_PUBLICATION ->
                new Grant.DelegatedServicePublication(directory(data), published(data), delegator(data), properties);
            case SERVICE_CONNECTION -> new Grant.ServiceConnection(outway(data), service(data), properties);
            case DELEGATED_SERVICE_CONNECTION ->
                new Grant.DelegatedServiceConnection(outway(data), service(data), delegator(data), properties);
        };
    }

    private static PeerId directory(Members data) {
        return data.object("directory").peer("peer_id");
    }

    private static PeerId delegator(Members data) {
        return data.object("delegator").peer("peer_id");
    }

    private static ServiceOffer published(Members data) {
        Members service = data.object("service");
        Protocol protocol = Protocol.find(service.text("protocol"))
                .orElseGet(() -> service.fail("protocol", "expected PROTOCOL_TCP_HTTP_1.1 or PROTOCOL_TCP_HTTP_2"));
        return new ServiceOffer(service.peer("peer_id"), service.name("name"), protocol);
    }

    private static ServiceRef service(Members data) {
        Members service = data.object("service");
        return switch (service.text("type")) {
            case "SERVICE_TYPE_SERVICE" -> {
                if (service.has("delegator")) {
                    service.fail("delegator", "only a delegated service has one");
                }
                yield new ServiceRef.Plain(service.peer("peer_id"), service.name("name"));
            }
            case "SERVICE_TYPE_DELEGATED_SERVICE" ->
                new ServiceRef.Delegated(service.peer("peer_id"), service.name("name"), delegator(service));
            default -> service.fail("type", "expected SERVICE_TYPE_SERVICE or SERVICE_TYPE_DELEGATED_SERVICE");
        };
    }

    /// Strict on the two shapes: one taken for the other gives an Outway that never matches.
    private Outway outway(Members data) {
        Members outway = data.object("outway");
        return new Outway(
                outway.peer("peer_id"),
                switch (profile) {
                    case V1JCS -> {
                        if (outway.has("identification")) {
                            outway.fail("identification", "belongs to content with fsc_version");
                        }
                        yield new OutwayIdentification.PublicKeyThumbprint(outway.text("public_key_thumbprint"));
                    }
                    case V2 -> {
                        if (outway.has("public_key_thumbprint")) {
                            outway.fail("public_key_thumbprint", "belongs inside identification");
                        }
                        yield identification(outway.object("identification"));
                    }
                });
    }

    private static OutwayIdentification identification(Members identification) {
        return switch (identification.text("type")) {
            case BY_THUMBPRINT -> {
                refuseBoth(identification, "domain_name");
                yield new OutwayIdentification.PublicKeyThumbprint(identification.text("public_key_thumbprint"));
            }
            case BY_DOMAIN_NAME -> {
                refuseBoth(identification, "public_key_thumbprint");
                yield new OutwayIdentification.DomainName(identification.text("domain_name"));
            }
            default -> identification.fail("type", "expected " + BY_THUMBPRINT + " or " + BY_DOMAIN_NAME);
        };
    }

    private static void refuseBoth(Members identification, String other) {
        if (identification.has(other)) {
            identification.fail(other, "does not go with this type");
        }
    }
}
