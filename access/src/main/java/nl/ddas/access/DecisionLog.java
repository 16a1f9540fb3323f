// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was decided: a line of JSON a decision, a file a day, forced to disk. Holds organisations and what they
/// asked for, no persons. Files past their time are removed once a day, see [#removeOld].
public final class DecisionLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    private static final Pattern NAME = Pattern.compile("decisions-(\\d{4}-\\d\\d-\\d\\d)\\.jsonl");

    /// As much of the file is read at once.
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final Period kept;
    private final Clock clock;
    private final RandomGenerator random;
    private LocalDate day = LocalDate.MIN;
    private LocalDate cleared = LocalDate.MIN;
    private Optional<FileChannel> file = Optional.empty();

    /// @param folder made when it is not there
    /// @param kept how long decisions stay
    /// @param random for the numbers of traces and spans
    public DecisionLog(Path folder, Period kept, Clock clock, RandomGenerator random) {
        this.folder = folder;
        this.kept = kept;
        this.clock = clock;
        this.random = random;
    }

    /// Keeps a decision; on return it is on disk.
    ///
    /// @throws IOException when it is not
    public synchronized void write(Evaluation question, Judge.Judgement judgement) throws IOException {
        Instant now = clock.instant();
        JsonObject line = KeptDecision.of(question, judgement.decision(), now).toJson(judgement.policies(), random);
        FileChannel to = fileOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(
                    (new String(line.toBytes(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            to.force(true);
        } catch (IOException broken) {
            // Opened anew for the next decision, and half a line is cut off then.
            file = Optional.empty();
            to.close();
            throw broken;
        }
    }

    private FileChannel fileOf(LocalDate today) throws IOException {
        if (file.isEmpty() || !today.equals(day)) {
            close();
            Files.createDirectories(folder);
            removeOld();
            Path path = folder.resolve("decisions-" + today + ".jsonl");
            cutHalfLine(path);
            file = Optional.of(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            day = today;
        }
        return file.get();
    }

    /// A process that was killed can leave half a line, of a decision that nobody was told.
    private static void cutHalfLine(Path path) throws IOException {
        if (Files.exists(path)) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                file.truncate(endOfLines(file));
            }
        }
    }

    /// The place behind the last whole line; read from the end, since a day may be long.
    private static long endOfLines(FileChannel file) throws IOException {
        long end = file.size();
        while (end > 0) {
            ByteBuffer piece = ByteBuffer.allocate(Math.toIntExact(Math.min(end, PIECE)));
            long start = end - piece.capacity();
            while (piece.hasRemaining()) {
                if (file.read(piece, start + piece.position()) < 0) {
                    throw new EOFException("the log of decisions was cut off while it was read");
                }
            }
            for (int i = piece.capacity(); i > 0; i--) {
                if (piece.get(i - 1) == '\n') {
                    return start + i;
                }
            }
            end = start;
        }
        return 0;
    }

    /// Removes the files past their time, when that was not yet tried today; call it as often as you like. What
    /// cannot be removed is told in the log and tried again tomorrow: it is no reason to decide nothing.
    public synchronized void removeOld() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(cleared) && Files.isDirectory(folder)) {
            cleared = today;
            LocalDate first = today.minus(kept);
            try {
                if (day.isBefore(first)) {
                    close(); // a file that is open takes room until it is closed
                }
                old(first).forEach(DecisionLog::remove);
            } catch (IOException | UncheckedIOException broken) {
                LOG.error("decisions of before {} cannot be removed from {}", first, folder, broken);
            }
        }
    }

    private List<Path> old(LocalDate first) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> isBefore(path, first)).toList();
        }
    }

    private static void remove(Path old) {
        try {
            Files.delete(old);
        } catch (IOException broken) {
            LOG.error("{} is past its time and cannot be removed: remove it by hand", old, broken);
        }
    }

    private static boolean isBefore(Path path, LocalDate first) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        // ISO dates sort as text.
        return name.matches() && name.group(1).compareTo(first.toString()) < 0;
    }

    /// The decisions in one file of the log, in order, so that they can be taken again and compared. Half a
    /// line at the end, of a process that was killed, is left out.
    ///
    /// @throws IOException when the file cannot be read, or holds a line that is no decision
    public static List<KeptDecision> read(Path file) throws IOException {
        String text = Files.readString(file);
        List<KeptDecision> decisions = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            decisions.add(KeptDecision.read(line));
        }
        return decisions;
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
            file = Optional.empty();
        }
    }
}
