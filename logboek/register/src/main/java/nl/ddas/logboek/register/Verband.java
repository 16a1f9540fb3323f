// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an activity belongs to: own additions to the draft API (LDV-R11).
///
/// @param controllerId who decides about purpose and means, an [Entiteit] of the same register
/// @param parentId the activity of which this one is a part
/// @param externalRefs laws, the Algoritmeregister and other registers
public record Verband(Optional<UUID> controllerId, Optional<UUID> parentId, List<URI> externalRefs) {

    public Verband {
        externalRefs = List.copyOf(externalRefs);
    }
}
