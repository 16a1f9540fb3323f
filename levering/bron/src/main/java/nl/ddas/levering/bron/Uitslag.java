// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Weigering;

/// How a request was handled, with what is counted about it (S69-S71).
sealed interface Uitslag {

    /// An answer with what was asked.
    record Gegeven(Response antwoord, String uitkomst, String parameters) implements Uitslag {}

    /// A refusal; one place turns it into an answer.
    record Geweigerd(Weigering weigering, String parameters) implements Uitslag {}

    static Uitslag geweigerd(Weigering weigering) {
        return new Geweigerd(weigering, "onbekend");
    }
}
