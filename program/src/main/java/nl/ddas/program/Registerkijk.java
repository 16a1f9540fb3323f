// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Instant;
import java.util.List;
import nl.ddas.logboek.dienst.Leeszicht;
import nl.ddas.logboek.lezen.Registerzicht;
import nl.ddas.logboek.register.Registercache;

/// Tells who reads a log what the register says about confidentiality.
///
/// @param register what the log knows of it
record Registerkijk(Registercache register) implements Registerzicht.Register {

    @Override
    public List<String> uris() {
        return register.uris();
    }

    @Override
    public List<Leeszicht.Venster> openbaar(String activiteit, Instant nu) {
        return register.openbaar(activiteit, nu).stream()
                .map(een -> Leeszicht.Venster.of(activiteit, een.vanaf(), een.tot()))
                .toList();
    }
}
