// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.List;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import org.jdbi.v3.core.Jdbi;

/// What collections there were, and who took part in the one before: a supplier that drops out of the list, or a
/// moment that passed while nobody was there, would else go unseen.
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

    /// What became of a moment of the calendar. A collection that was under way at the moment itself counts: the
    /// calendar would have gone on with it.
    Momentafloop afloop(Verzamelmoment toen) {
        return jdbi.withHandle(db -> db.createQuery("SELECT CASE"
                        + " WHEN bool_or(deze AND klaar IS NULL) THEN 'ONDERWEG'"
                        + " WHEN bool_or(deze AND klaar >= :moment) THEN 'GEDAAN'"
                        + " WHEN bool_or(gestart < :moment) THEN 'OVERGESLAGEN'"
                        + " ELSE 'EERSTE_KEER' END FROM (SELECT gestart, klaar,"
                        + " periode_start = :start AND periode_eind = :eind AS deze FROM verzameling) v")
                .bind("moment", toen.moment())
                .bind("start", toen.periode().start())
                .bind("eind", toen.periode().eind())
                .mapTo(Momentafloop.class)
                .one());
    }
}
