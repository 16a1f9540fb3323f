// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.stream.Stream;

/// How a definition did on one rule.
sealed interface Uitslag {

    record Geslaagd() implements Uitslag {}

    /// @param reden Dutch
    record NietVanToepassing(String reden) implements Uitslag {}

    record Gezakt(List<Melding> gevonden) implements Uitslag {}

    /// Passed when there is nothing to say.
    static Uitslag of(Stream<Melding> meldingen) {
        List<Melding> alle = meldingen.toList();
        return alle.isEmpty() ? new Geslaagd() : new Gezakt(alle);
    }

    static Uitslag of(Melding... meldingen) {
        return of(Stream.of(meldingen));
    }

    static Uitslag skip(String reden) {
        return new NietVanToepassing(reden);
    }

    /// What there is to say; nothing when passed.
    default Stream<Melding> meldingen() {
        return this instanceof Gezakt(List<Melding> alle) ? alle.stream() : Stream.empty();
    }
}
