// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Deliveries as files in a folder, oldest first. A file has its name only when its content is on the disk, so after a
/// crash there is nothing half. Names hold the number of lines: `00000000000000000042-3.otlp`.
final class Spoel {

    private static final String KLAAR = ".otlp";
    private static final String GEWEIGERD = ".geweigerd";

    private final Path map;
    private long volgende;

    /// A delivery on disk.
    record Bestand(Path pad, int regels) {}

    Spoel(Path map) {
        this.map = map;
        try {
            Files.createDirectories(map);
            for (Path half : files(".half")) {
                Files.delete(half);
            }
            for (Path file : all()) {
                volgende = Math.max(volgende, number(file) + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("spool: the folder cannot be used", e);
        }
    }

    /// Returns when it is on the disk.
    synchronized void add(Aflevering.Zending zending) throws IOException {
        String name = String.format("%020d-%d", volgende++, zending.regels());
        Path half = map.resolve(name + ".half");
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(zending.verzoek());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        rename(half, map.resolve(name + KLAAR));
    }

    /// What waits, oldest first.
    List<Bestand> waiting() throws IOException {
        List<Bestand> waiting = new ArrayList<>();
        for (Path file : files(KLAAR)) {
            waiting.add(new Bestand(file, lines(file)));
        }
        return waiting;
    }

    byte[] read(Bestand bestand) throws IOException {
        return Files.readAllBytes(bestand.pad());
    }

    void delete(Bestand bestand) throws IOException {
        Files.deleteIfExists(bestand.pad());
    }

    /// Keeps what the log refused, for somebody to look at.
    void refuse(Bestand bestand) throws IOException {
        rename(bestand.pad(), bestand.pad().resolveSibling(bestand.pad().getFileName() + GEWEIGERD));
    }

    private void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
        try (FileChannel folder = FileChannel.open(map, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Not every system can force a folder (Windows); the file itself is forced.
        }
    }

    private List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>(files(KLAAR));
        all.addAll(files(GEWEIGERD));
        return all;
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(map)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .filter(file -> file.getFileName().toString().matches("\\d{20}-\\d+\\..*"))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, 20));
    }

    private static int lines(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(21, name.indexOf('.')));
    }
}
