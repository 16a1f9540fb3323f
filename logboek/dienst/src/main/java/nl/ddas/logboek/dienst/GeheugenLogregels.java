// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ddas.logboek.boom.Verbintenis;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;

/// Lines in memory: durable as long as the process lives, so for tests and demonstrations only.
public final class GeheugenLogregels implements Logregels, Bladen {

    private final SecureRandom random;
    private final Map<Inboeking.Sleutel, Opgeslagen> alle = new LinkedHashMap<>();
    private final Map<String, List<byte[]>> bladen = new HashMap<>();

    private record Opgeslagen(Logregel regel, Blad.Regel blad) {}

    /// @param random for the salts
    public GeheugenLogregels(SecureRandom random) {
        this.random = random;
    }

    @Override
    public synchronized Boeking add(List<Inboeking> regels) {
        List<Opslag> opslag = new ArrayList<>(regels.size());
        for (Inboeking one : regels) {
            Opgeslagen there = alle.get(one.sleutel());
            opslag.add(there == null ? Opslag.NIEUW : again(there.regel(), one.regel()));
            if (there == null) {
                alle.put(one.sleutel(), new Opgeslagen(one.regel(), bind(one)));
            }
        }
        return new Boeking.Geboekt(opslag);
    }

    private Blad.Regel bind(Inboeking one) {
        byte[] zout = new byte[Verbintenis.ZOUT];
        random.nextBytes(zout);
        byte[] vorm = one.vorm();
        List<byte[]> own = bladen.computeIfAbsent(one.houder().code(), _ -> new ArrayList<>());
        own.add(Verbintenis.of(zout, vorm));
        return new Blad.Regel(own.size() - 1L, zout, vorm);
    }

    /// What was noted on the way in does not count.
    static Opslag again(Logregel there, Logregel now) {
        return there.zonderVlaggen().equals(now.zonderVlaggen()) ? Opslag.HERHALING : Opslag.CONFLICT;
    }

    @Override
    public synchronized List<String> logs() {
        return List.copyOf(bladen.keySet());
    }

    @Override
    public synchronized byte[] read(String log, long from, int count) {
        if (from < 0 || count < 1) {
            throw new IllegalArgumentException("expected a leaf from 0 and a number of 1 or more");
        }
        List<byte[]> own = bladen.getOrDefault(log, List.of());
        int begin = (int) Math.min(from, own.size());
        int end = (int) Math.min(from + count, own.size());
        byte[] bytes = new byte[(end - begin) * Verbintenis.BYTES];
        for (int i = begin; i < end; i++) {
            System.arraycopy(own.get(i), 0, bytes, (i - begin) * Verbintenis.BYTES, Verbintenis.BYTES);
        }
        return bytes;
    }

    @Override
    public synchronized Optional<Blad> find(Houder houder, TraceId traceId, SpanId spanId, LocalDate dag) {
        return Optional.ofNullable(alle.get(new Inboeking.Sleutel(dag, houder, traceId, spanId)))
                .map(Opgeslagen::blad);
    }

    @Override
    public synchronized void export(Houder houder, LocalDate eerste, LocalDate laatste, Consumer<Blad> into) {
        alle.entrySet().stream()
                .filter(entry -> entry.getKey().houder().equals(houder))
                .filter(entry -> !entry.getKey().dag().isBefore(eerste)
                        && !entry.getKey().dag().isAfter(laatste))
                .map(entry -> entry.getValue().blad())
                .forEach(into);
    }

    @Override
    public List<Logregel> trace(Houder houder, TraceId traceId) {
        return select(
                        houder,
                        regel -> regel.traceId().equals(traceId)
                                || regel.herkomst()
                                        .vreemdeActie()
                                        .filter(actie -> actie.traceId().equals(traceId))
                                        .isPresent())
                .toList();
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
                .map(entry -> entry.getValue().regel())
                .filter(wanted)
                .sorted((one, other) -> Regelpagina.VOLGORDE.compare(Regelpagina.place(one), Regelpagina.place(other)));
    }

    @Override
    public void close() {}
}
