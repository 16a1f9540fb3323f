// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.StrictJson;

/// How records stand in a segment file: length of the text, CRC32C over it, the record as JSON.
final class Frames {

    static final int HEAD = 8;

    /// Far above any record: `additional_data` comes out of a token that travels in a header.
    static final int MAX_RECORD = 128 * 1024;

    private Frames() {}

    /// @throws IllegalArgumentException when the record is longer than [#MAX_RECORD]
    static byte[] frame(LogRecord record) {
        byte[] text = record.toBytes();
        if (text.length > MAX_RECORD) {
            throw new IllegalArgumentException(
                    "log record: expected at most " + MAX_RECORD + " bytes, got " + text.length);
        }
        return ByteBuffer.allocate(HEAD + text.length)
                .putInt(text.length)
                .putInt(crc(text))
                .put(text)
                .array();
    }

    /// Reads the records from the start.
    ///
    /// @return how many bytes hold whole records; what stands behind them is a write that was broken off,
    ///     or damaged
    static long read(Path segment, Consumer<LogRecord> each) throws IOException {
        long whole = 0;
        try (InputStream file = Files.newInputStream(segment);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            while (true) {
                int length = in.readInt();
                int crc = in.readInt();
                if (length <= 0 || length > MAX_RECORD) {
                    return whole;
                }
                byte[] text = in.readNBytes(length);
                if (text.length < length || crc(text) != crc) {
                    return whole;
                }
                each.accept(record(text, segment));
                whole += HEAD + length;
            }
        } catch (EOFException end) {
            return whole;
        }
    }

    /// Whether a whole record stands anywhere behind a place where none begins: then what is between was damaged, for
    /// records are written one behind the other.
    static boolean hasMore(Path segment, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            ByteBuffer rest = channel.map(FileChannel.MapMode.READ_ONLY, from, channel.size() - from);
            for (int at = 0; at + HEAD < rest.limit(); at++) {
                if (isWhole(rest, at)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isWhole(ByteBuffer rest, int at) {
        int length = rest.getInt(at);
        if (length <= 0 || length > MAX_RECORD || length > rest.limit() - at - HEAD) {
            return false;
        }
        byte[] text = new byte[length];
        rest.get(at + HEAD, text);
        return crc(text) == rest.getInt(at + Integer.BYTES);
    }

    private static LogRecord record(byte[] text, Path segment) throws IOException {
        // As deep as what Peers agreed on, which stands in additional_data.
        if (JsonReading.of(text, StrictJson.ANSWER) instanceof JsonReading.Read(JsonObject json)) {
            return LogRecord.read(json).orElseThrow(() -> unreadable(segment));
        }
        throw unreadable(segment);
    }

    private static IOException unreadable(Path segment) {
        return new IOException(segment + " holds a whole record that is no log record");
    }

    private static int crc(byte[] text) {
        CRC32C crc = new CRC32C();
        crc.update(text, 0, text.length);
        return (int) crc.getValue();
    }
}
