// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Optional;
import nl.ddas.basis.Request;
import nl.ddas.trust.Oin;

/// Finds out who calls. A gateway in front of the listener takes the place of [#uitTls] with one that trusts the
/// headers of that gateway, and only when they come from its certificate.
@FunctionalInterface
public interface Afzenderbepaling {

    /// @return empty when it cannot be told; the request is then refused
    Optional<Afzender> bepaal(Request verzoek);

    /// The caller is who the TLS certificate names.
    static Afzenderbepaling uitTls() {
        return verzoek -> verzoek.peer().stream()
                .findFirst()
                .flatMap(Oin::of)
                .map(oin -> new Afzender(oin.value(), Optional.empty(), Optional.empty()));
    }
}
