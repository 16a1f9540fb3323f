// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether messages with another party are encrypted, besides what TLS does.
public enum Versleutelmodus {
    /// Never: what comes encrypted is refused.
    UIT,
    /// The one that asks chooses.
    TOEGESTAAN,
    /// Always: what comes in the clear is refused.
    VEREIST;

    /// As in the settings.
    public String tekst() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode with exactly this text, empty when there is none.
    public static Optional<Versleutelmodus> lees(String tekst) {
        return Arrays.stream(values())
                .filter(modus -> modus.tekst().equals(tekst))
                .findFirst();
    }
}
