// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentProfile;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractDraft;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.fsc.model.Validity;

/// Contracts as the suite needs them, each with an `iv` of its own and valid now.
record Drafts(Peers peers) {

    static final String SERVICE = "parkeren";
    static final Properties PROPERTIES =
            new Properties(JsonObject.EMPTY.with("reference", "2026-17").with("number", 1));

    static ContractContent content(Grant... grants) {
        Instant now = Peers.CLOCK.instant();
        return new ContractDraft(
                        ContentProfile.V2,
                        "1.0.0",
                        Uuids.v7(now, new SecureRandom()),
                        Peers.GROUP.id(),
                        new Validity(now.minusSeconds(60), now.plusSeconds(86_400)),
                        List.of(grants),
                        now.minusSeconds(5))
                .content();
    }

    static ContractContent read(JsonObject tree) {
        return switch (ContractContent.read(tree)) {
            case ContentReading.Read(ContractContent content) -> content;
            case ContentReading.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    private Outway outway(PeerId peer) {
        return new Outway(
                peer,
                OutwayIdentification.PublicKeyThumbprint.of(peers.tls(peer).leaf()));
    }

    /// `from` may connect to the Service of `to`.
    Grant connection(PeerId from, PeerId to) {
        return connection(from, new ServiceRef.Plain(to, SERVICE), Optional.empty());
    }

    Grant connection(PeerId from, ServiceRef to, Optional<Properties> properties) {
        return new Grant.ServiceConnection(outway(from), to, properties);
    }

    /// `from` may connect on behalf of `delegator`.
    Grant delegated(PeerId from, ServiceRef to, PeerId delegator, Optional<Properties> properties) {
        return new Grant.DelegatedServiceConnection(outway(from), to, delegator, properties);
    }

    /// The Service of A, offered on behalf of D.
    static ServiceRef delegatedService() {
        return new ServiceRef.Delegated(Peers.A, SERVICE, Peers.D);
    }

    static ServiceRef service() {
        return new ServiceRef.Plain(Peers.A, SERVICE);
    }

    /// B publishes in the Directory that A is.
    static Grant publication(String name, Optional<Properties> properties) {
        return new Grant.ServicePublication(Peers.A, offer(name), properties);
    }

    /// B publishes on behalf of C.
    static Grant delegatedPublication(String name, Optional<Properties> properties) {
        return new Grant.DelegatedServicePublication(Peers.A, offer(name), Peers.C, properties);
    }

    private static ServiceOffer offer(String name) {
        return new ServiceOffer(Peers.B, name, Protocol.HTTP_1_1);
    }
}
