// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JsonParser;

/// The form check alone, without the model: the same walk that [BerichtLezer] makes, with nobody to read for. For who
/// wants to know no more than whether a message has the form of the standard, and for measuring what that costs.
public final class Vormtoets {

    private final Vormschemas schemas = Vormschemas.laad();

    /// Checks a whole message: UTF-8, JSON, duplicate keys, numbers, depth, schema and formats.
    ///
    /// @return the number of form errors
    /// @throws IOException when it is no UTF-8 or no JSON
    public long toets(InputStream bytes) throws IOException {
        long[] fouten = new long[1];
        try (Berichtstroom stroom = new Berichtstroom(bytes)) {
            stroom.leesVooruit();
            Blik blik = Blik.op(stroom.begin(), schemas.woorden());
            Vorm vorm = schemas.van(blik.versie(false));
            try (JsonParser lezer = Lezers.op(stroom)) {
                Vormloper loper = new Vormloper(
                        lezer,
                        stroom.vooraf(),
                        schemas,
                        vorm,
                        (soort, pointer, plek, verwacht, gevonden) -> fouten[0]++);
                loper.waarde();
                loper.slaOver();
                if (lezer.nextToken() != null) {
                    throw new IOException("something stands behind the message");
                }
            }
        }
        return fouten[0];
    }
}
