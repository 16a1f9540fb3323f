// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Where the gegevens of a supplier come from: a folder of files, a generator, later a database.
@FunctionalInterface
public interface Gegevensbron {

    /// Hands over all leveringen that touch the period; trajecten outside it may be among them.
    ///
    /// @throws IOException when the source cannot be read, or passed on from the receiver; the snapshot
    ///     that was being made is then given up
    void lees(Aanleverperiode periode, BronOntvanger ontvanger) throws IOException;
}
