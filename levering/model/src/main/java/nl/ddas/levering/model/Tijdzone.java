// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.ZoneId;

/// The time zone in which people, agreements and messages without a zone of their own count.
public final class Tijdzone {

    /// Local time in the European Netherlands.
    public static final ZoneId NEDERLAND = ZoneId.of("Europe/Amsterdam");

    private Tijdzone() {}
}
