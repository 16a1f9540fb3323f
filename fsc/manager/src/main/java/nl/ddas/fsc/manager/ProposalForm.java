// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Validity;

/// Reads what an operator wants to agree on: short, with what we know ourselves filled in.
///
/// @param directory is meant when a publication names none
record ProposalForm(Self self, Registrations registrations, Optional<PeerId> directory) {

    private static final Set<String> MEMBERS = Set.of("notBefore", "notAfter", "grants");
    private static final Set<String> PUBLICATION = Set.of(
            "type", "serviceName", "servicePeerId", "directoryPeerId", "delegatorPeerId", "protocol", "properties");
    private static final Set<String> CONNECTION = Set.of(
            "type",
            "serviceName",
            "servicePeerId",
            "publisherPeerId",
            "delegatorPeerId",
            "outwayPeerId",
            "outway",
            "publicKeyThumbprint",
            "domainName",
            "properties");

    /// What is proposed.
    record Proposal(Validity validity, List<Grant> grants) {}

    /// @throws BadForm when something is missing, unknown or of the wrong form
    Proposal read(JsonObject body) {
        onlyKnows(body, MEMBERS);
        Instant from = Moments.read(body, "notBefore").orElse(self.stamp());
        Instant until = Moments.read(body, "notAfter")
                .orElseThrow(() -> new BadForm("notAfter ontbreekt: tot wanneer geldt het contract?"));
        if (!until.isAfter(from) || !until.isAfter(self.now())) {
            throw new BadForm("notAfter ligt voor het begin of in het verleden. Kies een later moment.");
        }
        List<Grant> grants = new ArrayList<>();
        for (JsonValue item : body.array("grants").orElse(List.of())) {
            if (!(item instanceof JsonObject grant)) {
                throw new BadForm("grants: verwacht werd een lijst van objecten.");
            }
            grants.add(grant(grant));
        }
        if (grants.isEmpty()) {
            throw new BadForm("grants: verwacht werd minstens een grant (publicatie of verbinding).");
        }
        return new Proposal(new Validity(from, until), grants);
    }

    private Grant grant(JsonObject form) {
        return switch (form.text("type").orElse("")) {
            case "publication" -> publication(form);
            case "connection" -> connection(form);
            case String _ -> throw new BadForm("type: verwacht werd publication of connection.");
        };
    }

    private Grant publication(JsonObject form) {
        onlyKnows(form, PUBLICATION);
        String name = required(form, "serviceName");
        PeerId provider = peer(form, "servicePeerId").orElse(self.id());
        PeerId where = peer(form, "directoryPeerId")
                .or(() -> directory)
                .orElseThrow(() -> new BadForm(
                        "directoryPeerId ontbreekt, en in de instellingen van de Manager staat geen Directory."));
        Optional<OwnService> own = provider.equals(self.id()) ? registrations.service(name) : Optional.empty();
        Protocol protocol = form.text("protocol")
                .map(text -> Protocol.find(text)
                        .orElseThrow(() ->
                                new BadForm("protocol: verwacht werd PROTOCOL_TCP_HTTP_1.1 of PROTOCOL_TCP_HTTP_2.")))
                .or(() -> own.map(OwnService::protocol))
                .orElse(Protocol.HTTP_1_1);
        Optional<Properties> properties = form.object("properties")
                .or(() -> own.flatMap(OwnService::properties))
                .map(ProposalForm::properties);
        ServiceOffer offer = new ServiceOffer(provider, name, protocol);
        return peer(form, "delegatorPeerId")
                .<Grant>map(delegator -> new Grant.DelegatedServicePublication(where, offer, delegator, properties))
                .orElseGet(() -> new Grant.ServicePublication(where, offer, properties));
    }

    private Grant connection(JsonObject form) {
        onlyKnows(form, CONNECTION);
        String name = required(form, "serviceName");
        PeerId provider = peer(form, "servicePeerId")
                .orElseThrow(() -> new BadForm("servicePeerId ontbreekt: welke deelnemer biedt de dienst aan?"));
        ServiceRef service = peer(form, "publisherPeerId")
                .<ServiceRef>map(publisher -> new ServiceRef.Delegated(provider, name, publisher))
                .orElseGet(() -> new ServiceRef.Plain(provider, name));
        PeerId consumer = peer(form, "outwayPeerId").orElse(self.id());
        Outway outway = new Outway(consumer, identification(form, consumer));
        Optional<Properties> properties = form.object("properties").map(ProposalForm::properties);
        return peer(form, "delegatorPeerId")
                .<Grant>map(delegator -> new Grant.DelegatedServiceConnection(outway, service, delegator, properties))
                .orElseGet(() -> new Grant.ServiceConnection(outway, service, properties));
    }

    private static Properties properties(JsonObject members) {
        try {
            return new Properties(members);
        } catch (IllegalArgumentException tooLarge) {
            throw new BadForm("properties: er staat een getal in dat te groot is. Zet het tussen aanhalingstekens.");
        }
    }

    private OutwayIdentification identification(JsonObject form, PeerId consumer) {
        Optional<OutwayIdentification> given = form.text("publicKeyThumbprint")
                .<OutwayIdentification>map(OutwayIdentification.PublicKeyThumbprint::new)
                .or(() -> form.text("domainName").map(OutwayIdentification.DomainName::new));
        if (given.isPresent()) {
            return given.get();
        }
        if (!consumer.equals(self.id())) {
            throw new BadForm("publicKeyThumbprint of domainName ontbreekt: van de Outway van een ander moet u zeggen"
                    + " hoe die wordt herkend.");
        }
        Optional<String> named = form.text("outway");
        List<RegisteredOutway> ours = registrations.outways().stream()
                .filter(outway -> named.map(outway.name()::equals).orElse(true))
                .toList();
        if (ours.size() != 1) {
            throw new BadForm(
                    "outway: er zijn " + ours.size() + " Outways die dit kunnen zijn. Noem de naam van een Outway"
                            + " die zich heeft gemeld, of geef publicKeyThumbprint.");
        }
        return new OutwayIdentification.PublicKeyThumbprint(ours.getFirst().publicKey());
    }

    private static String required(JsonObject form, String member) {
        return form.text(member).filter(text -> !text.isBlank()).orElseThrow(() -> new BadForm(member + " ontbreekt."));
    }

    private Optional<PeerId> peer(JsonObject form, String member) {
        Optional<String> text = form.text(member);
        Optional<PeerId> peer =
                text.flatMap(PeerIds::read).filter(id -> self.group().peerIds().accepts(id));
        if (text.isPresent() && peer.isEmpty()) {
            throw new BadForm(member + ": dit is geen Peer ID zoals deze Group die heeft (bij een OIN: 20 cijfers).");
        }
        return peer;
    }

    private static void onlyKnows(JsonObject form, Set<String> members) {
        form.members().keySet().stream()
                .filter(name -> !members.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new BadForm("Een onbekende naam in het voorstel; bekend zijn "
                            + String.join(", ", members.stream().sorted().toList()) + ".");
                });
        form.members().forEach((name, value) -> {
            if (!fits(name, value)) {
                throw new BadForm(name + ": dit is van een andere soort dan in /v1/openapi.json staat.");
            }
        });
    }

    private static boolean fits(String member, JsonValue value) {
        return switch (member) {
            case "grants" -> value instanceof JsonArray;
            case "properties" -> value instanceof JsonObject;
            case String _ -> value instanceof JsonText;
        };
    }
}
