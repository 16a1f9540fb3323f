// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
public final class GeheugenLogregels implements Logregels, Bladen, Bewaarplaats {

    private final SecureRandom random;
    private final Map<Inboeking.Sleutel, Opgeslagen> alle = new LinkedHashMap<>();
    private final Map<String, List<byte[]>> bladen = new HashMap<>();

    private final Map<Houder, List<Blad.Bewijs>> bewijzen = new HashMap<>();

    /// @param regel gone when its time is over
    private record Opgeslagen(Optional<Logregel> regel, Blad blad) {}

    /// @param random for the salts
    public GeheugenLogregels(SecureRandom random) {
        this.random = random;
    }

    @Override
    public synchronized Boeking add(List<Inboeking> regels) {
        List<Opslag> opslag = new ArrayList<>(regels.size());
        for (Inboeking one : regels) {
            Opgeslagen there = alle.get(one.sleutel());
            if (there == null) {
                byte[] zout = salt();
                long nummer = bind(one.houder(), zout, one.vorm());
                alle.put(
                        one.sleutel(),
                        new Opgeslagen(Optional.of(one.regel()), new Blad.Regel(nummer, zout, one.vorm())));
                opslag.add(Opslag.NIEUW);
            } else {
                opslag.add(there.regel().map(line -> again(line, one.regel())).orElse(Opslag.HERHALING));
            }
        }
        return new Boeking.Geboekt(opslag);
    }

    private byte[] salt() {
        byte[] zout = new byte[Verbintenis.ZOUT];
        random.nextBytes(zout);
        return zout;
    }

    private long bind(Houder houder, byte[] zout, byte[] vorm) {
        List<byte[]> own = bladen.computeIfAbsent(houder.code(), _ -> new ArrayList<>());
        own.add(Verbintenis.of(zout, vorm));
        return own.size() - 1L;
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
        Stream<Blad> regels = alle.entrySet().stream()
                .filter(entry -> entry.getKey().houder().equals(houder))
                .filter(entry -> !entry.getKey().dag().isBefore(eerste)
                        && !entry.getKey().dag().isAfter(laatste))
                .map(entry -> entry.getValue().blad());
        Stream.concat(regels, bewijzen.getOrDefault(houder, List.of()).stream())
                .sorted(Comparator.comparingLong(Blad::nummer))
                .forEach(into);
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
        return vraag.zicht().filter(zicht -> !zicht.has(regel)).isEmpty()
                && start >= vraag.vanaf()
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
                .flatMap(entry -> entry.getValue().regel().stream())
                .filter(wanted)
                .sorted((one, other) -> Regelpagina.VOLGORDE.compare(Regelpagina.place(one), Regelpagina.place(other)));
    }

    @Override
    public synchronized List<Houder> houders() {
        return bladen.keySet().stream().map(Houder::new).toList();
    }

    @Override
    public List<String> activiteiten(Houder houder) {
        return select(houder, _ -> true)
                .flatMap(regel -> regel.processingActivityId().stream())
                .distinct()
                .toList();
    }

    @Override
    public synchronized Optional<Vernietiging> remove(Houder houder, Opdracht opdracht) {
        Map<Inboeking.Sleutel, Opgeslagen> over = new HashMap<>();
        alle.forEach((sleutel, one) -> {
            boolean isOver = sleutel.houder().equals(houder)
                    && one.regel().filter(regel -> isOver(regel, opdracht)).isPresent();
            if (isOver) {
                over.put(sleutel, one);
            }
        });
        if (over.isEmpty()) {
            return Optional.empty();
        }
        over.forEach((sleutel, one) -> {
            if (sleutel.dag().isBefore(opdracht.dubbel())) {
                alle.remove(sleutel);
            } else {
                alle.put(
                        sleutel,
                        new Opgeslagen(
                                Optional.empty(), new Blad.Verwijderd(one.blad().nummer())));
            }
        });
        Vernietiging bewijs = opdracht.evidence(
                over.values().stream().map(one -> one.blad().nummer()).sorted().toList());
        byte[] zout = salt();
        long nummer = bind(houder, zout, bewijs.vorm());
        bewijzen.computeIfAbsent(houder, _ -> new ArrayList<>()).add(new Blad.Bewijs(nummer, zout, bewijs.vorm()));
        return Optional.of(bewijs);
    }

    private static boolean isOver(Logregel regel, Opdracht opdracht) {
        long start = regel.tijd().start();
        return regel.processingActivityId()
                        .filter(opdracht.activiteit()::equals)
                        .isPresent()
                && start >= opdracht.vanafNanos()
                && start < opdracht.voorNanos();
    }

    @Override
    public synchronized int forget(Houder houder, LocalDate voor) {
        int before = alle.size();
        alle.entrySet()
                .removeIf(entry -> entry.getKey().houder().equals(houder)
                        && entry.getKey().dag().isBefore(voor)
                        && entry.getValue().regel().isEmpty());
        return before - alle.size();
    }

    @Override
    public void close() {}
}
