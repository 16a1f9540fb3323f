// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that does something more when it is closed.
final class ClosingStream extends FilterInputStream {

    private final Runnable afterwards;

    ClosingStream(InputStream in, Runnable afterwards) {
        super(in);
        this.afterwards = afterwards;
    }

    @Override
    public void close() throws IOException {
        super.close();
        afterwards.run();
    }
}
