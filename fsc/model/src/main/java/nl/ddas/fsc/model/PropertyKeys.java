// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which names may stand in the `properties` of a Grant: those of the extensions that the Group uses.
///
/// @param known the names; empty when all are welcome
/// @param refuses whether a contract with another name is refused; else it is taken in, and nobody but an operator
///     signs it
public record PropertyKeys(Optional<Set<String>> known, boolean refuses) {

    /// All are welcome.
    public static final PropertyKeys ALL = new PropertyKeys(Optional.empty(), false);

    public PropertyKeys {
        known = known.map(Set::copyOf);
    }

    /// The names in a Grant that do not belong there, in order.
    public Set<String> unknownIn(Grant grant) {
        Set<String> unknown = new TreeSet<>();
        known.ifPresent(names -> grant.properties()
                .ifPresent(properties ->
                        unknown.addAll(properties.members().members().keySet())));
        known.ifPresent(unknown::removeAll);
        return unknown;
    }

    /// Whether no Grant of a content has such a name.
    public boolean knows(ContractContent content) {
        return content.grants().stream().allMatch(grant -> unknownIn(grant).isEmpty());
    }
}
