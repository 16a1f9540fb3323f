// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Looks ten times a second how much memory processes hold; what several share is divided among them (Pss of Linux).
final class Geheugenpeiling implements AutoCloseable {

    private static final List<String> NAMEN = List.of("ddas bron", "ddas fsc manager", "ddas fsc inway");
    private static final String DATABASE = "PostgreSQL";

    private final List<Dienst> diensten;
    private final Path database;
    private final SequencedMap<String, Long> hoogsteVan = new LinkedHashMap<>();
    private final ScheduledExecutorService klok = Executors.newSingleThreadScheduledExecutor();
    private long hoogste;

    /// @param diensten the API, the Manager and the Inway
    /// @param database data directory of a PostgreSQL
    Geheugenpeiling(List<Dienst> diensten, Path database) {
        this.diensten = diensten;
        this.database = database;
        ScheduledFuture<?> _ = klok.scheduleAtFixedRate(this::peil, 0, 100, TimeUnit.MILLISECONDS);
    }

    private synchronized void peil() {
        long samen = 0;
        for (int i = 0; i < diensten.size(); i++) {
            samen += onthoud(NAMEN.get(i), pss(diensten.get(i).proces()));
        }
        samen += onthoud(DATABASE, postgres());
        hoogste = Math.max(hoogste, samen);
    }

    private long onthoud(String naam, long bytes) {
        hoogsteVan.merge(naam, bytes, Math::max);
        return bytes;
    }

    private long postgres() {
        try (Stream<String> regels = Files.lines(database.resolve("postmaster.pid"))) {
            return regels.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .map(baas -> Stream.concat(Stream.of(baas), baas.descendants())
                            .mapToLong(Geheugenpeiling::pss)
                            .sum())
                    .orElse(0L);
        } catch (IOException | UncheckedIOException nogNiet) {
            return 0;
        }
    }

    private static long pss(ProcessHandle proces) {
        try (Stream<String> regels = Files.lines(Path.of("/proc/" + proces.pid() + "/smaps_rollup"))) {
            return regels.filter(regel -> regel.startsWith("Pss:"))
                    .mapToLong(regel -> Long.parseLong(regel.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException weg) {
            return 0;
        }
    }

    /// Most that all held together at one moment.
    synchronized long hoogste() {
        return hoogste;
    }

    /// Most that each held, not at the same moment.
    synchronized Map<String, Long> delen() {
        return new LinkedHashMap<>(hoogsteVan);
    }

    @Override
    public void close() {
        klok.shutdownNow();
    }
}
