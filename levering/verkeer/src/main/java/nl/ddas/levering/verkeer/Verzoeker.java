// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

/// Who asks, as counts and [Afzenderalarm] know it.
///
/// @param afzender OIN or KvK number of who calls, or [#ONBEKEND]
/// @param verwacht whether it may ask here
public record Verzoeker(String afzender, boolean verwacht) {

    /// One word for all who cannot be told apart.
    public static final String ONBEKEND = "onbekend";
}
