// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.basis.Tls;
import nl.ddas.trust.Party;
import nl.ddas.trust.Trust;

/// Whom we trust, and what a connection of ours needs: both as they are now, at each call.
interface Vertrouwensbron {

    /// Anchors and what they revoked.
    Trust trust();

    /// Key material for connections of this party, which is ourselves.
    Tls tls(Party partij);
}
