// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;

/// What became of a change that was asked for.
public sealed interface Besluit {

    /// It is stored.
    record Vastgelegd(Activiteit activiteit) implements Besluit {}

    /// Somebody else changed the activity in the meantime; look again, and decide again.
    record Achterhaald() implements Besluit {}

    /// It may not be; all the reasons.
    record Geweigerd(List<Fout> fouten) implements Besluit {
        public Geweigerd {
            fouten = List.copyOf(fouten);
        }
    }
}
