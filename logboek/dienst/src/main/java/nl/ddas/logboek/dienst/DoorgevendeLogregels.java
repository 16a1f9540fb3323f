// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// A store that passes everything on to the one below, for who does one thing otherwise.
public class DoorgevendeLogregels implements Logregels {

    private final Logregels onder;

    /// @param onder is closed with this one
    public DoorgevendeLogregels(Logregels onder) {
        this.onder = onder;
    }

    @Override
    public Boeking add(List<Inboeking> regels) {
        return onder.add(regels);
    }

    @Override
    public List<Logregel> trace(Houder houder, TraceId traceId) {
        return onder.trace(houder, traceId);
    }

    @Override
    public Regelpagina search(Houder houder, Zoekvraag vraag) {
        return onder.search(houder, vraag);
    }

    @Override
    public void close() {
        onder.close();
    }
}
