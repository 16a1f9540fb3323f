// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a message as a stream, compact UTF-8, fields in the order of the model, absent fields left out.
public final class BerichtSchrijver implements AutoCloseable {

    /// Starts a message; close writes its end, but does not close `uit`.
    public BerichtSchrijver(OutputStream uit, Kop kop) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Starts the next levering and ends the one before.
    public void levering(LeveringKop kop) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Writes one traject into the levering; its `afwijkingen` are not written.
    public void traject(Schuldhulptraject traject) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Writes one traject from bytes that hold exactly one JSON object.
    public void traject(byte[] bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// One traject on its own, compact.
    public static byte[] bytes(Schuldhulptraject traject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
