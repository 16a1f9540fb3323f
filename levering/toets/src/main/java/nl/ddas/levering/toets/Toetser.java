// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.List;
import nl.ddas.levering.model.BerichtLezer;

/// Checks a delivery of one or more messages while streaming. Reusable; each call keeps its own state.
public final class Toetser {

    /// @param lezer reads the messages
    public Toetser(BerichtLezer lezer) {
        throw new UnsupportedOperationException();
    }

    /// Runs all rules over the messages of one delivery, in order.
    ///
    /// @param paginas at least one
    /// @throws IOException when bytes cannot be read or findings cannot be kept; never because of what the bytes
    /// say
    public Oordeel toets(List<Pagina> paginas, Verwachting verwachting, ToetsOntvanger ontvanger) throws IOException {
        throw new UnsupportedOperationException();
    }
}
