// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;

/// The promise that stored versions stay as they are, for stores that share it.
final class Versiebehoud {

    private Versiebehoud() {}

    /// The versions that are new.
    ///
    /// @throws IllegalArgumentException when a stored one is missing or says something else
    static List<Versie> added(List<Versie> stored, Activiteit changed) {
        List<Versie> now = changed.versies();
        if (now.size() < stored.size() || !now.subList(0, stored.size()).equals(stored)) {
            throw new IllegalArgumentException("versions: expected all that are stored, unchanged");
        }
        return now.subList(stored.size(), now.size());
    }
}
