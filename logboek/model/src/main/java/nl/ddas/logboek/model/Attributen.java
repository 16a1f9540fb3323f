// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The attributes of a line or resource: no key twice, in the order of the keys, so that two of the same are equal.
///
/// @param alle in the order of the keys
public record Attributen(List<Attribuut> alle) {

    /// None.
    public static final Attributen GEEN = new Attributen(List.of());

    /// @throws IllegalArgumentException when a key stands there twice
    public Attributen {
        alle = alle.stream()
                .map(Attribuut::ordered)
                .sorted(Comparator.comparing(Attribuut::sleutel))
                .toList();
        for (int i = 1; i < alle.size(); i++) {
            if (alle.get(i).sleutel().equals(alle.get(i - 1).sleutel())) {
                throw new IllegalArgumentException("attributes: expected each key once");
            }
        }
    }

    /// In any order.
    public static Attributen of(Collection<Attribuut> attributen) {
        return attributen.isEmpty() ? GEEN : new Attributen(List.copyOf(attributen));
    }

    /// The value of a key.
    public Optional<Waarde> find(String sleutel) {
        return alle.stream()
                .filter(one -> one.sleutel().equals(sleutel))
                .map(Attribuut::waarde)
                .findFirst();
    }

    /// The text of a key; empty too when its value is no text.
    public Optional<String> text(String sleutel) {
        return find(sleutel)
                .filter(Waarde.Tekst.class::isInstance)
                .map(Waarde.Tekst.class::cast)
                .map(Waarde.Tekst::tekst);
    }
}
