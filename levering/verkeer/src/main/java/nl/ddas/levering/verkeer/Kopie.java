// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Copies what comes in, as long as it is not more than it may be.
public final class Kopie {

    private static final int STUK = 64 * 1024;

    private Kopie() {}

    /// Copies until the end, or until more came than the limit; what came beyond it is not written.
    ///
    /// @param grens most bytes
    /// @param uit get the same, in this order
    /// @return how many bytes came: above the limit when there were more, and then perhaps not all of them
    /// @throws IOException when a stream breaks
    public static long totGrens(InputStream in, long grens, OutputStream... uit) throws IOException {
        byte[] stuk = new byte[STUK];
        long totaal = 0;
        for (int n = in.read(stuk); n >= 0; n = in.read(stuk)) {
            totaal += n;
            if (totaal > grens) {
                return totaal;
            }
            for (OutputStream een : uit) {
                een.write(stuk, 0, n);
            }
        }
        return totaal;
    }
}
