// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.TraceId;

/// Lines in memory: durable as long as the process lives, so for tests and demonstrations only.
public final class GeheugenLogregels implements Logregels {

    private final Map<Inboeking.Sleutel, Logregel> alle = new HashMap<>();

    @Override
    public synchronized Boeking add(List<Inboeking> regels) {
        List<Opslag> opslag = new ArrayList<>(regels.size());
        for (Inboeking one : regels) {
            Logregel there = alle.putIfAbsent(one.sleutel(), one.regel());
            opslag.add(there == null ? Opslag.NIEUW : again(there, one.regel()));
        }
        return new Boeking.Geboekt(opslag);
    }

    /// What was noted on the way in does not count.
    static Opslag again(Logregel there, Logregel now) {
        return there.zonderVlaggen().equals(now.zonderVlaggen()) ? Opslag.HERHALING : Opslag.CONFLICT;
    }

    @Override
    public List<Logregel> trace(Houder houder, TraceId traceId) {
        return select(houder, regel -> isOf(regel, traceId)).toList();
    }

    private static boolean isOf(Logregel regel, TraceId traceId) {
        return regel.traceId().equals(traceId)
                || regel.herkomst()
                        .vreemdeActie()
                        .filter(actie -> actie.traceId().equals(traceId))
                        .isPresent();
    }

    @Override
    public Regelpagina search(Houder houder, Zoekvraag vraag) {
        List<Logregel> found = select(houder, regel -> fits(regel, vraag))
                .limit(vraag.aantal() + 1L)
                .toList();
        return Regelpagina.of(found, vraag.aantal());
    }

    static boolean fits(Logregel regel, Zoekvraag vraag) {
        long start = regel.tijd().startMillis();
        return start >= vraag.vanaf()
                && start < vraag.tot()
                && vraag.trace().filter(one -> !isOf(regel, one)).isEmpty()
                && vraag.activiteit()
                        .filter(one -> !regel.processingActivityId()
                                .filter(one::equals)
                                .isPresent())
                        .isEmpty()
                && vraag.betrokkene()
                        .filter(one ->
                                !regel.dataSubjectId().filter(one::equals).isPresent())
                        .isEmpty()
                && vraag.na()
                        .filter(place -> Regelpagina.VOLGORDE.compare(Regelpagina.place(regel), place) <= 0)
                        .isEmpty();
    }

    private synchronized Stream<Logregel> select(Houder houder, Predicate<Logregel> wanted) {
        return List.copyOf(alle.entrySet()).stream()
                .filter(entry -> entry.getKey().houder().equals(houder))
                .map(Map.Entry::getValue)
                .filter(wanted)
                .sorted((one, other) -> Regelpagina.VOLGORDE.compare(Regelpagina.place(one), Regelpagina.place(other)));
    }

    @Override
    public void close() {}
}
