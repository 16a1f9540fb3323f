// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files for users that are there whole or not at all, also when the disk is full: written beside their
/// place, under the same name with `.deel` behind it, and moved over it when all of it is there.
public final class HeelBestand {

    private static final String DEEL = ".deel";
    private static final int BUFFER = 1 << 16;

    private HeelBestand() {}

    /// Writes what is to be in a file.
    ///
    /// @param <T> what it came to
    @FunctionalInterface
    public interface Inhoud<T> {

        /// @param uit buffered; need not be closed
        T naar(OutputStream uit) throws IOException;
    }

    /// Writes or replaces a file; folders above it must exist. What is no ordinary file, such as `/dev/stdout`, is
    /// written to directly.
    ///
    /// @return what the content came to
    /// @throws IOException when it cannot be written; what was there before is there still
    public static <T> T schrijf(Path pad, Inhoud<T> inhoud) throws IOException {
        if (Files.exists(pad) && !Files.isRegularFile(pad)) {
            return direct(pad, inhoud);
        }
        Path doel = Files.isSymbolicLink(pad) && Files.exists(pad) ? pad.toRealPath() : pad;
        Path deel = doel.resolveSibling(doel.getFileName() + DEEL);
        boolean heel = false;
        try {
            T uitkomst = direct(deel, inhoud);
            Files.move(deel, doel, StandardCopyOption.REPLACE_EXISTING);
            heel = true;
            return uitkomst;
        } finally {
            if (!heel && Files.isRegularFile(deel, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(deel);
            }
        }
    }

    /// Writes or replaces a text file, in UTF-8.
    ///
    /// @throws IOException as above
    public static void schrijf(Path pad, String tekst) throws IOException {
        schrijf(pad, tekst.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes or replaces a file.
    ///
    /// @throws IOException as above
    public static void schrijf(Path pad, byte[] bytes) throws IOException {
        schrijf(pad, uit -> {
            uit.write(bytes);
            return bytes.length;
        });
    }

    /// Copies a file.
    ///
    /// @throws IOException as above
    public static void kopieer(Path van, Path naar) throws IOException {
        schrijf(naar, uit -> Files.copy(van, uit));
    }

    private static <T> T direct(Path pad, Inhoud<T> inhoud) throws IOException {
        try (OutputStream uit = new BufferedOutputStream(Files.newOutputStream(pad), BUFFER)) {
            return inhoud.naar(uit);
        }
    }
}
