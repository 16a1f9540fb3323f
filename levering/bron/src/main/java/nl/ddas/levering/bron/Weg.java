// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import nl.ddas.basis.Request;

/// What happens on one path.
@FunctionalInterface
interface Weg {

    /// @throws IOException when the exchange broke
    Uitslag bewandel(Request verzoek) throws IOException;
}
