// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PropertyKeys;
import nl.ddas.fsc.model.SignatureType;

/// What an operator should look at before accepting a proposal.
record Cautions(Self self, Contracts contracts, Registrations registrations) {

    private static final Duration LONG = Duration.ofDays(3 * 366);

    /// Dutch sentences; none for a contract that is no proposal.
    List<String> about(Contract contract, ContractState state) {
        List<String> found = new ArrayList<>();
        if (state != ContractState.PROPOSED) {
            return found;
        }
        ContractContent content = contract.content();
        if (content.grants().size() > 1) {
            found.add(
                    "Er staan " + content.grants().size() + " grants in dit contract. U accepteert ze alle, of geen.");
        }
        Duration life = Duration.between(
                content.validity().notBefore(), content.validity().notAfter());
        if (life.compareTo(LONG) > 0) {
            found.add("Het contract geldt " + life.toDays() + " dagen. Korter is veiliger.");
        }
        content.peers().forEach(peer -> aboutPeer(peer, found));
        content.grants().forEach(grant -> aboutGrant(contract, grant, found));
        return found;
    }

    private void aboutPeer(PeerId peer, List<String> found) {
        if (!peer.equals(self.id()) && contracts.peer(peer).isEmpty()) {
            found.add("Deelnemer " + peer + " kennen wij nog niet: die heeft zich hier nooit gemeld.");
        }
    }

    private void aboutGrant(Contract contract, Grant grant, List<String> found) {
        PropertyKeys keys = self.group().switches().propertyKeys();
        Set<String> unknown = keys.unknownIn(grant);
        if (!unknown.isEmpty()) {
            found.add("In de eigenschappen staat wat deze Group niet kent: " + String.join(", ", unknown) + ".");
        } else if (keys.known().isEmpty() && grant.properties().isPresent()) {
            found.add("Bij dienst " + grant.serviceName() + " horen eigenschappen. Lees ze voor u accepteert.");
        }
        grant.publication()
                .filter(p -> isUs(p.delegator()))
                .ifPresent(publication ->
                        found.add("Deelnemer " + publication.service().peer() + " mag hiermee dienst "
                                + grant.serviceName() + " aanbieden namens u."));
        grant.connection().ifPresent(connection -> {
            if (isUs(connection.delegator())) {
                found.add("Deelnemer " + connection.outway().peer() + " mag hiermee dienst " + grant.serviceName()
                        + " van deelnemer " + grant.provider() + " gebruiken namens u.");
            }
            if (isUs(connection.service().publisher())) {
                found.add("Deelnemer " + grant.provider() + " biedt dienst " + grant.serviceName() + " aan namens u.");
            }
            String service = connection.service().name();
            boolean ours = connection.service().peer().equals(self.id());
            if (ours && registrations.inway(service).isEmpty()) {
                found.add("Dienst " + service + " wordt hier op dit moment door geen Inway aangeboden.");
            }
            if (ours && !signed(contract, connection.outway().peer())) {
                found.add(
                        "De afnemer, deelnemer " + connection.outway().peer() + ", heeft zelf nog niet geaccepteerd.");
            }
            if (connection.outway().identification() instanceof OutwayIdentification.DomainName(String name)) {
                found.add(
                        "De Outway wordt herkend aan een naam (" + name + ") en niet aan een sleutel: iedere Outway van"
                                + " die deelnemer met een certificaat op deze naam mag erdoor.");
            }
        });
    }

    private boolean isUs(Optional<PeerId> delegator) {
        return delegator.filter(self.id()::equals).isPresent();
    }

    private boolean signed(Contract contract, PeerId peer) {
        return peer.equals(self.id())
                || contract.signature(peer, SignatureType.ACCEPT).isPresent();
    }
}
