// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Deliveries as files in a folder that only its owner can read, oldest first. A file has its name only when its
/// content is on the disk, so after a crash there is nothing half. Names hold the number of lines and the mark of who
/// wrote them: `00000000000000000042-3-9f86d081.otlp`.
///
/// Several processes may use one folder: each adds, and one of them at a time delivers ([#isOwn]). The folder does not
/// grow past its limit: what does not fit is refused, and what is there stays.
final class Spoel implements AutoCloseable {

    private static final String KLAAR = ".otlp";
    private static final String HALF = ".half";
    private static final String GEWEIGERD = ".geweigerd";
    private static final String NAAM = "\\d{20}-\\d+(-[0-9a-f]+)?\\..*";

    /// A full spool is looked through at one in so many offers: with hundreds of thousands of files that takes seconds,
    /// and the business call waits. What we bring away makes room at once; this is for what others took out.
    private static final int KEREN = 100;

    private final Path map;
    private final String merk;
    private final long grens;
    private final FileChannel slot;
    private @Nullable FileLock eigen;
    private long volgende;
    /// Bytes that were there when last looked, with what was added since and without what we brought away. Others may
    /// have added too, a little at most.
    private long bytes;
    /// Offers without room, one after the other.
    private int vergeefs;

    /// A delivery on disk.
    record Bestand(Path pad, int regels) {}

    /// There is no room.
    static final class Vol extends IOException {
        private static final long serialVersionUID = 1L;

        Vol() {
            super("the spool is full");
        }
    }

    /// @param merk hexadecimal digits that no other writer has
    /// @param grens bytes of all files together
    Spoel(Path map, String merk, long grens) {
        this.map = map;
        this.merk = merk;
        this.grens = grens;
        try {
            Files.createDirectories(map);
            if (map.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(map, PosixFilePermissions.fromString("rwx------"));
            }
            slot = FileChannel.open(map.resolve(".slot"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (Path half : files(HALF)) {
                dropHalf(half);
            }
            for (Path file : all()) {
                volgende = Math.max(volgende, number(file) + 1);
            }
            bytes = size();
        } catch (IOException e) {
            throw new UncheckedIOException("spool: the folder cannot be used", e);
        }
    }

    /// Whether this is the process that delivers; it becomes so when no other is.
    synchronized boolean isOwn() throws IOException {
        if (eigen == null && slot.isOpen()) {
            eigen = lock(slot);
        }
        return eigen != null;
    }

    /// Returns when it is on the disk.
    ///
    /// @throws Vol when there is no room for it
    synchronized void add(Aflevering.Zending zending) throws IOException {
        int length = zending.verzoek().length;
        if (bytes + length > grens && vergeefs % KEREN == 0) {
            bytes = size();
        }
        if (bytes + length > grens) {
            vergeefs++;
            throw new Vol();
        }
        vergeefs = 0;
        String name = String.format("%020d-%d-%s", volgende++, zending.regels(), merk);
        Path half = map.resolve(name + HALF);
        try {
            write(half, zending.verzoek());
            rename(half, map.resolve(name + KLAAR));
            bytes += length;
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(half);
            throw failed;
        }
    }

    /// Locked while it is written, so that another process leaves it alone.
    private static void write(Path half, byte[] content) throws IOException {
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining() && lock.isValid()) {
                file.write(bytes);
            }
            file.force(true);
        }
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

    synchronized void delete(Bestand bestand) throws IOException {
        long length = bestand.pad().toFile().length();
        Files.deleteIfExists(bestand.pad());
        bytes = Math.max(0, bytes - length);
    }

    /// Keeps what the log refused, for somebody to look at.
    void refuse(Bestand bestand) throws IOException {
        rename(bestand.pad(), bestand.pad().resolveSibling(bestand.pad().getFileName() + GEWEIGERD));
    }

    /// Puts what was refused among what waits again.
    ///
    /// @return how many lines
    int offerAgain() throws IOException {
        int regels = 0;
        for (Path refused : files(GEWEIGERD)) {
            String name = refused.getFileName().toString();
            rename(refused, refused.resolveSibling(name.substring(0, name.length() - GEWEIGERD.length())));
            regels += lines(refused);
        }
        return regels;
    }

    /// A half file that nobody is writing stems from a crash.
    private static void dropHalf(Path half) throws IOException {
        try (FileChannel file = FileChannel.open(half, StandardOpenOption.WRITE)) {
            if (lock(file) != null) {
                Files.deleteIfExists(half);
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
        force(map);
    }

    /// A folder that can be opened must be forced; not every system can open one (Windows), there the file itself is
    /// enough.
    private static void force(Path folder) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (FileChannel channel = opened) {
            channel.force(true);
        }
    }

    private List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>(files(KLAAR));
        all.addAll(files(GEWEIGERD));
        return all;
    }

    private long size() throws IOException {
        long sum = 0;
        for (Path file : all()) {
            try {
                sum += Files.size(file);
            } catch (NoSuchFileException delivered) {
                // Gone between the two looks.
            }
        }
        return sum;
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(map)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .filter(file -> file.getFileName().toString().matches(NAAM))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(0, 20));
    }

    private static int lines(Path file) {
        return Integer.parseInt(file.getFileName().toString().split("[-.]", 3)[1]);
    }

    @Override
    public void close() {
        try {
            slot.close();
        } catch (IOException e) {
            throw new UncheckedIOException("spool: the lock cannot be given back", e);
        }
    }
}
