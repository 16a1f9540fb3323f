// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.LocalDate;
import java.util.Optional;

/// The attempt to come to an agreement with all creditors.
///
/// @param datum when the agreement was asked for
/// @param toegekend when granted; empty means not (yet)
/// @param afgewezen when refused; empty means not (yet)
/// @param ingetrokken when withdrawn; empty means not (yet)
/// @param dwangakkoord whether a court order was asked for (article 287a Fw)
/// @param datumVerzoekDwangakkoord when it was asked for
public record Schuldregeling(
        Optional<LocalDate> datum,
        Optional<LocalDate> toegekend,
        Optional<LocalDate> afgewezen,
        Optional<LocalDate> ingetrokken,
        Optional<Boolean> dwangakkoord,
        Optional<LocalDate> datumVerzoekDwangakkoord) {}
