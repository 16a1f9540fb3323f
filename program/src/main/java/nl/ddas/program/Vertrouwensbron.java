// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Party;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Trust;

/// Whom we trust, and what a connection of ours needs: both as they are now, at each call.
interface Vertrouwensbron extends AutoCloseable {

    /// Anchors for a purpose, and what they revoked.
    Trust trust(Purpose doel);

    /// Our keys to sign messages with: the one of now, and those that it replaced not long ago.
    List<Identity> ondertekening(Party partij);

    /// Our keys to open messages with: the one of now, and those that it replaced.
    List<Identity> versleuteling(Party partij);

    /// What the operator should know of keys, anchors and lists, Dutch; asked each time.
    Optional<String> opmerking();

    /// Key material for connections of this party, which is ourselves.
    Tls tls(Party partij);

    /// From then on no revocation lists are fetched any more; close it after what makes connections.
    @Override
    void close();
}
