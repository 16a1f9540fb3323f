// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// What a delivery is called in the logs of both ends, the same on all its pages. Messages of v1.0 have no
/// field for it, so both work it out from what they both know.
public final class Leveringkenmerk {

    private Leveringkenmerk() {}

    /// @param leverancier OIN of who signed the delivery
    /// @param aangeleverd `aanleverdatumEnTijd` of the message
    public static UUID van(String leverancier, Aanleverperiode periode, Instant aangeleverd) {
        String tekst = leverancier + " " + periode.start() + " " + periode.eind() + " " + aangeleverd.getEpochSecond();
        return UUID.nameUUIDFromBytes(tekst.getBytes(StandardCharsets.UTF_8));
    }
}
