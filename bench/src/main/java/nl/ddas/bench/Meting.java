// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;

/// One measurement, with all that it is compared with.
@FunctionalInterface
interface Meting {

    /// Measures and prints.
    ///
    /// @throws IOException when a file or process fails
    /// @throws InterruptedException when the run is broken off
    void meet(Werkplaats plek) throws IOException, InterruptedException;
}
