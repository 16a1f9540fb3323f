// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads files that lie beside a class in the program.
public final class Bundled {

    private Bundled() {}

    /// The file, to be closed by the caller.
    ///
    /// @param name beside the class, such as `schema/v1.json`
    /// @throws IllegalStateException when the program was built without it
    public static InputStream open(Class<?> beside, String name) {
        InputStream file = beside.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException(name + " is missing from the program, beside " + beside.getName());
        }
        return file;
    }

    /// The whole file.
    ///
    /// @throws IllegalStateException when the program was built without it
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream file = open(beside, name)) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read from the program", broken);
        }
    }

    /// The whole file as UTF-8 text.
    ///
    /// @throws IllegalStateException when the program was built without it
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }
}
