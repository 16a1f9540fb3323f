// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stores activities and parties. A version that is stored never changes and never goes (LDV-R3): there is no
/// method for it. Safe for many threads, and for many processes on one database.
public interface Activiteiten {

    /// An activity by its id.
    Optional<Activiteit> find(UUID id);

    /// All of them, by id. A register is small: hundreds of activities, not millions.
    List<Activiteit> all();

    /// Stores what is new in an activity: versions that are not there yet, the draft, what it supersedes. Its revision
    /// says what was seen; with 0 the activity must not be there yet.
    ///
    /// @return as it is stored now; empty when somebody else changed it in the meantime, and nothing was stored
    /// @throws IllegalArgumentException when a version that is stored already is missing or says something else
    Optional<Activiteit> store(Activiteit activiteit);

    /// A party by its id.
    Optional<Entiteit> entity(UUID id);

    /// All parties, by id.
    List<Entiteit> entities();

    /// Stores a party, in the place of what was known of it: contact data must be able to change and go.
    void store(Entiteit entiteit);
}
