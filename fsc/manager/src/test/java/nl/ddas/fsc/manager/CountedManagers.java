// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;

/// Nobody answers; it counts how often a JWKS was asked for.
class CountedManagers implements OtherManagers {

    int asked;

    @Override
    public Handover hand(Called to, Parcel parcel) {
        return new Handover.Unsure("away");
    }

    @Override
    public Jwks jwks(Called of) {
        asked++;
        throw new PeerUnreachable(of.peer(), "away");
    }

    @Override
    public List<JsonObject> contracts(Called of, List<GrantHash> grants) {
        throw new PeerUnreachable(of.peer(), "away");
    }

    @Override
    public Optional<ManagerAddress> address(Called directory, PeerId wanted) {
        return Optional.empty();
    }

    @Override
    public JsonObject look(Called of, String path) {
        throw new PeerUnreachable(of.peer(), "away");
    }

    @Override
    public void announce(Called to) {
        throw new PeerUnreachable(to.peer(), "away");
    }
}
