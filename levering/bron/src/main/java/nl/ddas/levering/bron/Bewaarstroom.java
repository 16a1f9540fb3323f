// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.OutputStream;
import nl.ddas.basis.SealedFolder;

/// Writes a report to the archive. What the disk refuses is told apart from what the sender does: the one who sends
/// must hear that there is no room, and not that the sending went wrong.
final class Bewaarstroom extends OutputStream {

    /// Our own disk does not take it.
    static final class ArchiefStuk extends IOException {

        private static final long serialVersionUID = 1L;

        ArchiefStuk(IOException oorzaak) {
            super("a report cannot be kept", oorzaak);
        }
    }

    private final SealedFolder.Draft uit;

    Bewaarstroom(SealedFolder.Draft uit) {
        this.uit = uit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int begin, int lengte) throws IOException {
        try {
            uit.write(bytes, begin, lengte);
        } catch (IOException vol) {
            throw new ArchiefStuk(vol);
        }
    }

    /// See [SealedFolder.Draft#keep].
    void houd() {
        uit.keep();
    }

    @Override
    public void close() throws IOException {
        try {
            uit.close();
        } catch (IOException vol) {
            throw new ArchiefStuk(vol);
        }
    }
}
