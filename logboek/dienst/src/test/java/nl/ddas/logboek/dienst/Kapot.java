// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// A store that is not there.
class Kapot implements Logregels {

    /// One that has no room.
    static Logregels full() {
        return new Kapot() {
            @Override
            public Boeking add(List<Inboeking> regels) {
                return new Boeking.Vol();
            }
        };
    }

    @Override
    public Boeking add(List<Inboeking> regels) {
        throw new IllegalStateException("no database");
    }

    @Override
    public List<Logregel> trace(Houder houder, TraceId traceId) {
        return List.of();
    }

    @Override
    public Regelpagina search(Houder houder, Zoekvraag vraag) {
        return new Regelpagina(List.of(), Optional.empty());
    }

    @Override
    public void close() {}
}
