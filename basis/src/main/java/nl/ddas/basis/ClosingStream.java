// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/// A stream that does something more when it is closed, once.
final class ClosingStream extends FilterInputStream {

    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();

    ClosingStream(InputStream in, Runnable afterwards) {
        super(in);
        this.afterwards = afterwards;
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (closed.compareAndSet(false, true)) {
            afterwards.run();
        }
    }
}
