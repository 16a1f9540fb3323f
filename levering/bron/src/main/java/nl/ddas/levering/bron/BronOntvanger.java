// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Takes what a [Gegevensbron] reads: each levering, followed by its trajecten.
public interface BronOntvanger {

    /// Name and version of the software that the gegevens come from (`codeGegevensleverancier`); a later
    /// call wins.
    default void software(String code) {}

    /// The next levering.
    ///
    /// @param periode the period that the source holds these trajecten of
    void levering(Aanleverperiode periode, LeveringKop kop) throws IOException;

    /// The next traject of the levering, as the bytes of one JSON object.
    ///
    /// @param venster array that holds the bytes; not kept after the call
    void traject(Kenmerken kenmerken, byte[] venster, int begin, int lengte) throws IOException;

    /// The next traject of the levering, as record.
    default void traject(Schuldhulptraject traject) throws IOException {
        byte[] bytes = BerichtSchrijver.bytes(traject);
        traject(Kenmerken.van(traject), bytes, 0, bytes.length);
    }

    /// A place that breaks the schema; the traject that holds it comes too.
    default void vormfout(Bronfout fout) {}

    /// Something that could not be read to its end.
    default void onleesbaar(Bronfout fout) {}
}
