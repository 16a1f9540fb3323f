// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether an access token comes with each request, besides the certificate of the connection.
public enum Tokenmodus {
    /// No tokens are given or looked at.
    UIT,
    /// One that comes must be good.
    TOEGESTAAN,
    /// Each request needs one.
    VERPLICHT;

    /// As in the settings.
    public String tekst() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode with exactly this text, empty when there is none.
    public static Optional<Tokenmodus> lees(String tekst) {
        return Arrays.stream(values())
                .filter(modus -> modus.tekst().equals(tekst))
                .findFirst();
    }
}
