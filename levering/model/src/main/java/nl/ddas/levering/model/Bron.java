// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.InputStream;

/// Bytes of a message that can be read from the start more than once: a file, a sealed file, an array.
@FunctionalInterface
public interface Bron {

    /// Opens the bytes from the start; the caller closes the stream.
    ///
    /// @throws IOException when the bytes cannot be read
    InputStream open() throws IOException;
}
