// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.boom.Bereik;
import nl.ddas.logboek.boom.Regellezer;
import nl.ddas.logboek.dienst.Vernietiging;
import nl.ddas.logboek.model.Regelvorm;

/// Reads leaves of a log as lines of the Logboek Dataverwerkingen; tells their trace and action and nothing
/// else of them.
final class Logregellezer implements Regellezer {

    @Override
    public Optional<String> kenmerk(byte[] vorm) {
        return Regelvorm.read(vorm)
                .map(regel -> "trace " + regel.traceId().hex() + ", actie "
                        + regel.spanId().hex());
    }

    @Override
    public Optional<List<Bereik>> vernietigd(byte[] bewijs) {
        return Vernietiging.read(bewijs).map(een -> een.bladen().stream()
                .map(reeks -> new Bereik(reeks.eerste(), reeks.laatste() + 1))
                .toList());
    }
}
