// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;

/// One step of a delivery: from row to row.
@FunctionalInterface
interface Stap {

    /// Goes as far as it can; a row that comes back in the same state waits, or stands still for its [Mislukking].
    ///
    /// @throws IOException when our own files cannot be read or written
    /// @throws InterruptedException when the run is stopped
    Ophaling zet(Ophaling rij, Leverancier leverancier) throws IOException, InterruptedException;
}
