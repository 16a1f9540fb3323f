// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import nl.ddas.levering.model.Organisatie;

/// Who delivered and when; one object for all trajecten of a levering.
///
/// @param aangeleverd `aanleverdatumEnTijd`: the newer snapshot wins; empty when not delivered
public record Herkomst(Organisatiesleutel organisatie, Optional<Instant> aangeleverd) {
    /// As long as no header was read.
    static final Herkomst ONBEKEND = new Herkomst(Organisatiesleutel.van(Organisatie.LEEG), Optional.empty());

    /// The newest first; what has no moment comes last.
    static final Comparator<Herkomst> NIEUWSTE = Comparator.comparing(
                    (Herkomst herkomst) -> herkomst.aangeleverd().orElse(Instant.MIN))
            .reversed();
}
