// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal on disk: lines that each carry the hash of the line before, and beside it a small file that says how
/// many lines there were last and what the hash of the last one was; without that nobody would miss the last line.
///
/// What a hash chain cannot show is the removal of last lines together with an older file beside it; who must be sure
/// of that too keeps [#head] of each day somewhere else. Use under a [FolderLock] only.
final class ApprovalJournal {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalJournal.class);
    private static final String MODE = "rw-------";

    /// What to do with a line that is good by itself.
    interface Taker {
        /// @throws ApprovalLine.NotALine when it may not follow on what came before
        void take(ApprovalEntry entry) throws ApprovalLine.NotALine;
    }

    /// How many lines there are, and the hash of the last.
    record Head(long lines, String hash) {
        static final Head NONE = new Head(0, ApprovalWords.NO_LINE);

        @Override
        public String toString() {
            return lines + " " + hash;
        }
    }

    private final Path file;
    private final Path headFile;
    private long position;
    private Head head = Head.NONE;

    ApprovalJournal(Path folder) {
        this.file = folder.resolve("journaal.jsonl");
        this.headFile = folder.resolve("journaal.stand");
    }

    Head head() {
        return head;
    }

    /// Reads the lines that were added since the last time, by us or by another program.
    ///
    /// @throws JournalBroken when the journal is not what was written
    void catchUp(Taker taker) throws IOException {
        Head told = told();
        byte[] added = added();
        boolean seen = told.equals(head) || told.lines() < head.lines();
        int begin = 0;
        for (int end = next(added, begin); end >= 0; end = next(added, begin)) {
            take(Arrays.copyOfRange(added, begin, end), taker);
            seen |= told.equals(head);
            position += end + 1 - begin;
            begin = end + 1;
        }
        if (!seen) {
            throw new JournalBroken(
                    file,
                    Math.min(told.lines(), head.lines() + 1),
                    "lines that were here before are gone or were replaced");
        }
        if (head.lines() > told.lines() + 1) {
            throw new JournalBroken(
                    file,
                    told.lines() + 1,
                    "lines were added past the program, or " + headFile.getFileName() + " is an old one");
        }
        cutOff(added.length - begin);
        if (!head.equals(told)) {
            tell();
        }
    }

    private void take(byte[] bytes, Taker taker) throws JournalBroken {
        long number = head.lines() + 1;
        try {
            ApprovalLine line = ApprovalLine.read(bytes);
            if (!line.previous().equals(head.hash())) {
                throw new ApprovalLine.NotALine(
                        "does not follow on the line before: one of the two was changed, moved" + " or removed");
            }
            if (line.entry().number() != number) {
                throw new ApprovalLine.NotALine("has another number");
            }
            taker.take(line.entry());
            head = new Head(number, line.hash());
        } catch (ApprovalLine.NotALine wrong) {
            throw new JournalBroken(file, number, String.valueOf(wrong.getMessage()));
        }
    }

    /// Adds a line, on disk before this returns; [#tell] then says so beside it.
    void append(ApprovalLine line) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(line.bytes().length + 1)
                .put(line.bytes())
                .put((byte) '\n')
                .flip();
        boolean fresh = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MODE)))) {
            channel.position(position);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (fresh) {
            SyncedFiles.syncFolder(file.resolveSibling("").toAbsolutePath());
        }
        position += bytes.limit();
        head = new Head(head.lines() + 1, line.hash());
    }

    private byte[] added() throws IOException {
        if (!Files.exists(file)) {
            if (position > 0) {
                throw new JournalBroken(file, 1, "the file is gone");
            }
            return new byte[0];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                throw new JournalBroken(file, head.lines(), "lines that were here before are gone");
            }
            ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(channel.size() - position));
            channel.position(position);
            while (rest.hasRemaining() && channel.read(rest) >= 0) {
                // on to the next piece
            }
            return Arrays.copyOf(rest.array(), rest.position());
        }
    }

    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// What is not a whole line was never told to anybody.
    private void cutOff(int torn) throws IOException {
        if (torn > 0) {
            LOG.warn(
                    "journal {}: {} bytes of an unfinished last line cut off, after line {}", file, torn, head.lines());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(position);
                channel.force(true);
            }
        }
    }

    private Head told() throws IOException {
        if (!Files.exists(headFile)) {
            return Head.NONE;
        }
        String[] words = Files.readString(headFile).strip().split(" ");
        try {
            return new Head(Long.parseLong(words[0]), words[words.length - 1]);
        } catch (NumberFormatException unreadable) {
            throw new JournalBroken(headFile, 1, "expected a number and a hash");
        }
    }

    void tell() throws IOException {
        WholeFile.write(headFile, head + "\n", MODE);
    }
}
