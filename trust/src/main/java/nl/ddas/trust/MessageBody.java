// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The exact bytes of a message, to be read more than once.
public sealed interface MessageBody {

    /// In a file.
    record In(Path file) implements MessageBody {}

    /// In memory.
    record Bytes(byte[] bytes) implements MessageBody {}

    /// From the first byte on; the caller closes it.
    ///
    /// @throws IOException when the file cannot be read
    default InputStream open() throws IOException {
        return switch (this) {
            case In(Path file) -> Files.newInputStream(file);
            case Bytes(byte[] bytes) -> new ByteArrayInputStream(bytes);
        };
    }

    /// In bytes.
    default long size() throws IOException {
        return switch (this) {
            case In(Path file) -> Files.size(file);
            case Bytes(byte[] bytes) -> bytes.length;
        };
    }
}
