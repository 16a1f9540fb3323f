// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.List;

/// Who gets a certificate.
///
/// @param name of the organisation, `O` of the subject
/// @param oin its number, `serialNumber` of the subject
/// @param hosts names and addresses at which it is reached, for the TLS certificate; may be empty
public record Holder(String name, Oin oin, List<String> hosts) {

    public Holder {
        hosts = List.copyOf(hosts);
        if (name.isBlank() || name.length() > 64) {
            throw new IllegalArgumentException("Holder: expected a name of 1 to 64 characters, got " + name.length());
        }
    }
}
