// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.ArrayList;
import java.util.List;

/// Closes parts in order; one that fails does not keep the others open.
final class Afsluiten {

    private Afsluiten() {}

    /// @throws IllegalStateException afterwards, with what failed, when something did
    static void alles(Iterable<? extends AutoCloseable> delen) {
        List<Exception> stuk = new ArrayList<>();
        for (AutoCloseable deel : delen) {
            try {
                deel.close();
            } catch (Exception een) {
                stuk.add(een);
            }
        }
        if (!stuk.isEmpty()) {
            IllegalStateException alles = new IllegalStateException("not all parts could be closed");
            stuk.forEach(alles::addSuppressed);
            throw alles;
        }
    }
}
