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
record Segments(Path folder) {

    private static final Pattern NAME = Pattern.compile("segment-[0-9]{12}\\.log");
    private static final int PIECE = 64 * 1024;
    private static final int PREFIX = "segment-".length();

    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /// A name that was not used before, as long as the last file is there; numbers of removed files may come back.
    Path next() throws IOException {
        List<Path> all = all();
        long last = all.isEmpty() ? 0 : number(all.getLast());
        return folder.resolve("segment-%012d.log".formatted(last + 1));
    }

    private static long number(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(PREFIX, PREFIX + 12));
    }

    /// Makes added and removed names survive a power cut.
    void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Cuts off what stands behind the last whole record. Zeros were written ahead; anything else is a write that was
    /// broken off, and so never acknowledged: it is kept apart.
    ///
    /// @return how many bytes of a broken write were cut
    static long cutTail(Path segment, long whole) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long torn = written(channel, whole) - whole;
            if (torn > 0) {
                Path aside = segment.resolveSibling(segment.getFileName() + ".torn");
                try (FileChannel to = FileChannel.open(
                        aside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    channel.transferTo(whole, torn, to);
                    to.force(true);
                }
            }
            if (channel.size() > whole) {
                channel.truncate(whole);
                channel.force(true);
            }
            return torn;
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
