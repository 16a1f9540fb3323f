// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A place for temporary files that may hold values from messages, such as findings.
public interface Klad {

    /// Writes a file that is not there yet; it can be read after close.
    ///
    /// @throws IOException when the disk refuses
    OutputStream schrijf(String naam) throws IOException;

    /// Reads a file from its start.
    ///
    /// @throws IOException when the disk refuses or it is not there
    InputStream lees(String naam) throws IOException;

    /// Removes a file when it is there.
    ///
    /// @throws IOException when the disk refuses
    void verwijder(String naam) throws IOException;
}
