// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.util.List;
import nl.ddas.logboek.dienst.Boeking;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.Logregels;
import nl.ddas.logboek.dienst.Regelpagina;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// A store that stays open when who uses it closes.
record Openblijver(Logregels onder) implements Logregels {

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
        // Who opened it closes it.
    }
}
