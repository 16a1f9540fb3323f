// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.List;
import nl.ddas.levering.verkeer.Aanleverperiode;
import org.jdbi.v3.core.Jdbi;

/// Who took part in the collection before: a supplier that drops out of the list would else go unseen.
record VorigeVerzameling(Jdbi jdbi) {

    /// Who sent something then, and is not among these, in the order of then.
    ///
    /// @param periode of the collection of now; while that is under way it is not the one before
    /// @param leveranciers names in the list of now
    List<String> ontbreken(Aanleverperiode periode, List<String> leveranciers) {
        return jdbi.withHandle(db -> db.createQuery("SELECT leverancier FROM ophaling WHERE verzameling ="
                        + " (SELECT max(id) FROM verzameling"
                        + " WHERE klaar IS NOT NULL OR periode_start <> :start OR periode_eind <> :eind)"
                        + " AND toestand <> 'GEPLAND' AND NOT leverancier = ANY (:namen) ORDER BY id")
                .bind("start", periode.start())
                .bind("eind", periode.eind())
                .bindArray("namen", String.class, leveranciers)
                .mapTo(String.class)
                .list());
    }
}
