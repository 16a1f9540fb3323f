// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Collection;

/// What a condition says of a line: a value that is not there makes it unknown (Kleene's three values).
enum Waarheid {
    WAAR,
    ONWAAR,
    ONBEKEND;

    static Waarheid of(boolean waar) {
        return waar ? WAAR : ONWAAR;
    }

    Waarheid not() {
        return switch (this) {
            case WAAR -> ONWAAR;
            case ONWAAR -> WAAR;
            case ONBEKEND -> ONBEKEND;
        };
    }

    /// All of them.
    static Waarheid all(Collection<Waarheid> delen) {
        if (delen.contains(ONWAAR)) {
            return ONWAAR;
        }
        return delen.contains(ONBEKEND) ? ONBEKEND : WAAR;
    }

    /// At least one of them.
    static Waarheid any(Collection<Waarheid> delen) {
        if (delen.contains(WAAR)) {
            return WAAR;
        }
        return delen.contains(ONBEKEND) ? ONBEKEND : ONWAAR;
    }
}
