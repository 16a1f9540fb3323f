// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.stream.Stream;

/// What a rule may look at.
///
/// @param eigen the definition that is judged
/// @param anderen the other definitions of the set, in the order given
record Zicht(Definitie eigen, List<Definitie> anderen, Bekend bekend, Profiel profiel, Kern kern) {

    Stream<Attribuut> attributen() {
        return eigen.attributen().stream();
    }

    /// The claims of others in the register: not of this extension itself, and not of one that is in the set. A name
    /// alone is easily taken, so the namespace has to be the same too.
    Stream<Bekend.Claim> claims() {
        String naamloos = eigen.kop().naam().isEmpty() ? eigen.kop().naamruimte() : "";
        return bekend.claims().stream()
                .filter(claim -> !claim.naamruimte().equals(naamloos)) // EXT-17 tells of the name that is missing
                .filter(claim -> Stream.concat(Stream.of(eigen), anderen.stream())
                        .noneMatch(definitie -> definitie.kop().naam().equals(claim.naam())
                                && (definitie.kop().naamruimte().isEmpty() // EXT-9 tells of it
                                        || definitie.kop().naamruimte().equals(claim.naamruimte()))));
    }
}
