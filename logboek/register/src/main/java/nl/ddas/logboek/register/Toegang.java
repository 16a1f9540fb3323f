// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Request;

/// Who asks, and what that one may see; by the certificate of the connection or a token.
@FunctionalInterface
public interface Toegang {

    /// Everybody is a stranger.
    Toegang OPENBAAR = _ -> Optional.empty();

    /// Empty for a stranger, who sees what everybody may see.
    Optional<Set<Recht>> of(Request request);
}
