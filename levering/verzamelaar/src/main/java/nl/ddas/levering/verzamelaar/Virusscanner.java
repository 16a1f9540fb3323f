// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Looks for harmful content in what came in (S76). Safe for many threads.
@FunctionalInterface
public interface Virusscanner {

    /// @param inhoud read to its end; not closed
    /// @return the name of what was found; empty when there is nothing
    /// @throws IOException when the scanner gives no answer: then nothing is known
    Optional<String> vondst(InputStream inhoud) throws IOException;
}
