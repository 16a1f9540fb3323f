// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;

/// Lines that share a resource.
///
/// @param resource in the order in which it came, keys may repeat
public record Invoergroep(List<Attribuut> resource, List<Invoerregel> regels) {

    public Invoergroep {
        resource = List.copyOf(resource);
        regels = List.copyOf(regels);
    }

    @Override
    public String toString() {
        return "Invoergroep[" + regels.size() + " lines]";
    }
}
