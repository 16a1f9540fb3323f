// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Closes parts in order; one that fails does not keep the others open.
final class Afsluiten {

    private Afsluiten() {}

    /// @throws IllegalStateException afterwards, with what failed, when something did
    static void alles(Iterable<Einde.Sluiting> delen) {
        List<Exception> stuk = new ArrayList<>();
        for (Einde.Sluiting deel : delen) {
            try {
                deel.sluit();
            } catch (IOException | RuntimeException een) {
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
