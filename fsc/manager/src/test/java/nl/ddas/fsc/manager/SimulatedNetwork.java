// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContractRequest;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;

/// The way from one simulated Manager to the others. Loses messages and answers, doubles and delays them; who
/// moved is not found at its old address.
record SimulatedNetwork(SimulatedGroup group, SimulatedManager from) implements OtherManagers {

    @Override
    public Handover hand(Called to, Parcel parcel) {
        ContractRequest request = from.request(parcel);
        if (group.happens(20)) {
            return new Handover.Unsure("lost");
        }
        if (group.happens(20)) {
            group.later(() -> arrive(to, request));
            return new Handover.Unsure("no answer yet");
        }
        if (group.happens(10)) {
            group.later(() -> arrive(to, request));
        }
        Handover answer = arrive(to, request);
        return group.happens(15) ? new Handover.Unsure("answer lost") : answer;
    }

    private Handover arrive(Called to, ContractRequest request) {
        return there(to).map(other -> other.received(request)).orElseGet(() -> new Handover.Unsure("nobody there"));
    }

    private Optional<SimulatedManager> there(Called to) {
        return Optional.of(group.manager(to.peer())).filter(other -> other.answersAt(to.at()));
    }

    private SimulatedManager reach(Called to) {
        return there(to).filter(other -> !group.happens(20)).orElseThrow(() -> away(to));
    }

    private static PeerUnreachable away(Called to) {
        return new PeerUnreachable(to.peer(), "away");
    }

    @Override
    public Jwks jwks(Called of) {
        return new Jwks(List.of(reach(of).signer().chain()));
    }

    @Override
    public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
        SimulatedStore theirs = reach(of).store;
        List<JsonObject> found = new ArrayList<>();
        for (GrantHash grant : grants) {
            theirs.withGrant(grant)
                    .filter(contract -> contract.content().peers().contains(from.id))
                    .ifPresent(contract -> found.add(contract.toJson()));
        }
        return found;
    }

    @Override
    public Optional<ManagerAddress> address(Called directory, PeerId wanted) {
        return reach(directory).store.peer(wanted).map(Peer::address);
    }

    @Override
    public JsonObject look(Called of, String path) {
        throw new PeerUnreachable(of.peer(), "nobody looks for services here");
    }

    @Override
    public void announce(Called to) {
        ManagerAddress where = from.address();
        if (group.happens(20)) {
            throw away(to);
        }
        if (group.happens(15)) {
            group.later(() -> there(to).ifPresent(other -> other.announced(from, where)));
        }
        boolean taken = there(to).map(other -> other.announced(from, where)).orElse(false);
        if (!taken || group.happens(15)) {
            throw away(to);
        }
    }
}
