// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Person to reach about a delivery. Prints itself masked.
public record Contactpersoon(
        Optional<String> email, Optional<String> functietitel, Optional<String> naam, Optional<String> telefoonnummer) {

    @Override
    public String toString() {
        return "Contactpersoon[***]";
    }
}
