// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Optional;

/// What a rule has to say about one place.
///
/// @param pointer JSON pointer in the definition
/// @param tekst Dutch: what was expected, what came, what to do; never a value from a log line
/// @param niveau when this is worse or milder than the rule usually is
/// @param ander the other definition that this is about; empty when it is about this one alone
record Melding(String pointer, String tekst, Optional<Niveau> niveau, Optional<String> ander) {

    static Melding at(String pointer, String tekst) {
        return new Melding(pointer, tekst, Optional.empty(), Optional.empty());
    }

    Melding as(Niveau ander) {
        return new Melding(pointer, tekst, Optional.of(ander), this.ander);
    }

    Melding against(String wie) {
        return new Melding(pointer, tekst, niveau, Optional.of(wie));
    }
}
