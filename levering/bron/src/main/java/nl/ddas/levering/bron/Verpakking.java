// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import nl.ddas.basis.Headers;

/// How a page goes back: in the clear with its signature beside it, or in a message that is encrypted.
@FunctionalInterface
interface Verpakking {

    /// @param pagina open; closed by who takes it, at the end of the answer or at once
    /// @param stand headers that every profile sends along
    /// @throws IllegalStateException when the key to sign with cannot be used now
    /// @throws IOException when the page cannot be read
    Uitslag verpak(Pagina pagina, Headers stand, Gegevensverzoek vraag) throws IOException;
}
