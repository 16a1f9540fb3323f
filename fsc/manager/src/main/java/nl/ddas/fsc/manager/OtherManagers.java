// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.ReceivedError;

/// The way to the Managers of other Peers. Each call connects to an address and goes on only when who answers there
/// shows a certificate of the Peer that is expected. All but [#hand] throw [PeerUnreachable] when that fails.
public interface OtherManagers {

    /// Who is called.
    record Called(PeerId peer, ManagerAddress at) {}

    /// Something that we say about a contract.
    record Parcel(Delivery.Action action, ContractContent content, String jws) {}

    /// What became of a parcel.
    sealed interface Handover {
        /// The other side has stored it.
        record Taken() implements Handover {}

        /// The other side does not want it, ever.
        record Refused(ReceivedError error) implements Handover {}

        /// The other side answers, and does not take it now; try again.
        record NotNow(String why) implements Handover {}

        /// No answer, so nobody knows whether it arrived; try again.
        record Unsure(String why) implements Handover {}
    }

    /// Hands over a contract or signature.
    Handover hand(Called to, Parcel parcel);

    /// The certificates by which a Peer signs.
    Jwks jwks(Called of);

    /// Contracts with one of these Grants, as that Peer has them: objects with `content` and `signatures`. Throws
    /// [TooMuchAsked] when they do not fit in one answer.
    List<JsonObject> contracts(Called of, List<GrantHash> grants);

    /// Where a Directory says the Manager of a Peer is; not proven.
    Optional<ManagerAddress> address(Called directory, PeerId wanted);

    /// One of the lists or documents of that Peer.
    ///
    /// @param path behind `/v1`, with query
    JsonObject look(Called of, String path);

    /// Tells where our Manager is.
    void announce(Called to);
}
