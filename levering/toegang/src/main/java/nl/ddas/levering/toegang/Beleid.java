// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.ddas.trust.Oin;

/// All rules of a supplier.
///
/// @param regels each with a name of its own
public record Beleid(List<Beleidsregel> regels) {

    /// @throws IllegalArgumentException when two rules have the same name
    public Beleid {
        regels = List.copyOf(regels);
        Set<String> namen = new HashSet<>();
        for (Beleidsregel regel : regels) {
            if (!namen.add(regel.naam())) {
                throw new IllegalArgumentException("Beleid: expected one rule of each name, got two: " + regel.naam());
            }
        }
    }

    /// The rules about one organisation.
    List<Beleidsregel> over(Oin organisatie) {
        return regels.stream()
                .filter(regel -> regel.organisatie().equals(organisatie))
                .toList();
    }
}
