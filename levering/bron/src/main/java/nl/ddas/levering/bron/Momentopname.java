// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// A whole snapshot on disk: sealed trajecten, sealed index, and the index in memory.
///
/// @param id starts the names of all its files; holds period and moment, nothing else
record Momentopname(String id, MomentopnameIndex index) {

    private static final String TRAJECTEN = ".trajecten";
    private static final String INDEX = ".index";
    private static final String PAGINA = ".pagina";

    /// An id for a snapshot of this period; ids of later snapshots sort later.
    ///
    /// @param stempel milliseconds since 1970
    static String nieuwId(Aanleverperiode periode, long stempel) {
        return "%s_%s_%015d".formatted(periode.start(), periode.eind(), stempel);
    }

    static String trajecten(String id) {
        return id + TRAJECTEN;
    }

    static String index(String id) {
        return id + INDEX;
    }

    static String pagina(String id, String sleutel) {
        return id + "." + sleutel + PAGINA;
    }

    static boolean isPagina(String bestand) {
        return bestand.endsWith(PAGINA);
    }

    /// The id in the name of an index file, empty for another file.
    static Optional<String> idVanIndex(String bestand) {
        return bestand.endsWith(INDEX)
                ? Optional.of(bestand.substring(0, bestand.length() - INDEX.length()))
                : Optional.empty();
    }

    /// Whether the file belongs to this snapshot.
    boolean bezit(String bestand) {
        return bestand.startsWith(id + ".");
    }

    Aanleverperiode periode() {
        return index.periode();
    }

    Instant gemaaktOp() {
        return index.moment().toInstant();
    }

    Duration leeftijd(Instant nu) {
        return Duration.between(gemaaktOp(), nu);
    }
}
