// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.Instant;
import java.util.Optional;

/// What the receiver knows about a message that an older version does not say itself.
///
/// @param moment when it was received; becomes `aanleverdatumEnTijd` when v0.8 or v0.9 has none
/// @param gemeentecode code of the delivering organisation from its registration, any spelling; becomes the
/// `gemeentecode` of trajecten of v0.8, `Onbekend` without it
record Voorkennis(Optional<Instant> moment, Optional<String> gemeentecode) {

    /// Nothing known: what is missing stays missing, and the gemeente is `Onbekend`.
    static final Voorkennis ONBEKEND = new Voorkennis(Optional.empty(), Optional.empty());

    Voorkennis met(Instant ontvangen) {
        return new Voorkennis(Optional.of(ontvangen), gemeentecode);
    }

    Voorkennis met(String gemeente) {
        return new Voorkennis(moment, Optional.of(gemeente));
    }
}
