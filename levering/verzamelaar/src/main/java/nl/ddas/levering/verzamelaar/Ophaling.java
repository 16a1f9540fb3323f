// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// The row of states of one supplier in one collection.
///
/// @param momentopname counts how often the collection of pages was begun, from 1
/// @param paginas pages of the delivery, 0 while not known
/// @param paginagrootte most trajecten on a page, once the supplier refused larger ones
/// @param aangeleverd `aanleverdatumEnTijd` of the pages
/// @param ontvangen when the first page came in
/// @param uitslag what the check found
/// @param verslag id of the Verwerkingsverslag
/// @param verstuurd when the supplier had it
record Ophaling(
        long id,
        String leverancier,
        Aanleverperiode periode,
        Toestand toestand,
        Optional<Mislukking> mislukking,
        int momentopname,
        int paginas,
        OptionalInt paginagrootte,
        Optional<Instant> aangeleverd,
        Optional<Instant> ontvangen,
        Optional<Uitslag> uitslag,
        Optional<String> verslag,
        Optional<Instant> verstuurd) {

    /// @param bruikbaar false when the whole message is refused
    /// @param inhoud digest of what the delivery says
    record Uitslag(boolean bruikbaar, byte[] inhoud, long trajecten, long geweigerd) {}

    /// When the delivery was made, as it says itself; for one that does not say, when it came in. Empty before that.
    Optional<Instant> moment() {
        return aangeleverd.or(() -> ontvangen);
    }

    /// Start of the names of its sealed files.
    String bestand(String achter) {
        return "ophaling-" + id + "-" + momentopname + "-" + achter;
    }
}
