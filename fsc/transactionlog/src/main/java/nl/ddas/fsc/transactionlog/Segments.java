// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The segment files in a folder, in the order in which they were written.
final class Segments {

    private static final Pattern NAME = Pattern.compile("segment-[0-9]{12}\\.log");
    private static final Pattern TORN = Pattern.compile(NAME.pattern() + "\\.torn(\\.[0-9]+)?");
    private static final int PIECE = 64 * 1024;
    private static final int PREFIX = "segment-".length();

    private final Path folder;

    /// Given out last.
    private long last;

    private Segments(Path folder, long last) {
        this.folder = folder;
        this.last = last;
    }

    /// Looks which numbers are in use.
    static Segments open(Path folder) throws IOException {
        List<Path> all = all(folder);
        return new Segments(folder, all.isEmpty() ? 0 : number(all.getLast()));
    }

    Path folder() {
        return folder;
    }

    List<Path> all() throws IOException {
        return all(folder);
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /// A name that is not in use, higher than those before; numbers of removed files may come back after a
    /// restart. For the one thread that writes.
    Path next() {
        Path file;
        do {
            last++;
            file = folder.resolve("segment-%012d.log".formatted(last));
        } while (Files.exists(file));
        return file;
    }

    private static long number(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(PREFIX, PREFIX + 12));
    }

    /// What stood behind the last whole record of a segment.
    enum Tail {
        /// Nothing, or zeros that were written ahead.
        NOTHING,
        /// A write that was broken off, and so never acknowledged; or a last record that was damaged.
        TORN,
        /// Further records behind damaged bytes.
        DAMAGED
    }

    /// Names of the files with what was cut off.
    List<String> torn() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> TORN.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /// Cuts off what stands behind the last whole record, and keeps it apart unless it is zeros. A segment that was
    /// damaged stays as it is.
    static Tail mend(Path segment, long whole) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long torn = written(channel, whole) - whole;
            if (torn > 0 && Frames.hasMore(segment, whole)) {
                return Tail.DAMAGED;
            }
            if (torn > 0) {
                setAside(segment, channel, whole, torn);
            }
            if (channel.size() > whole) {
                channel.truncate(whole);
                channel.force(true);
            }
            return torn > 0 ? Tail.TORN : Tail.NOTHING;
        }
    }

    /// Whether there is nothing behind the last whole record but zeros.
    static boolean isWhole(Path segment, long whole) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            return written(channel, whole) == whole;
        }
    }

    /// Under a name that is not in use: numbers of segments come back.
    private static void setAside(Path segment, FileChannel channel, long from, long length) throws IOException {
        Path aside = segment.resolveSibling(segment.getFileName() + ".torn");
        for (int more = 2; Files.exists(aside); more++) {
            aside = segment.resolveSibling(segment.getFileName() + ".torn." + more);
        }
        try (FileChannel to = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.transferTo(from, length, to);
            to.force(true);
        }
    }

    /// Where the zeros at the end begin.
    private static long written(FileChannel channel, long whole) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long written = whole;
        for (long at = whole; at < channel.size(); at += PIECE) {
            int read = channel.read(piece.clear(), at);
            for (int i = 0; i < read; i++) {
                if (piece.get(i) != 0) {
                    written = at + i + 1;
                }
            }
        }
        return written;
    }
}
