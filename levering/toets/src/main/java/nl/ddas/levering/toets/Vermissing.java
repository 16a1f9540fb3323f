// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import nl.ddas.levering.model.Schuldhulptraject;

/// Looks for trajecten that still ran in the previous delivery and are not in this one (L-07). Works only when
/// [Vorige] kept them.
final class Vermissing {

    private final Vorige vorige;
    private final Optional<Sleutelaar> sleutelaar;
    private final Groepeerder paren;
    private final Map<String, Integer> organisaties = new LinkedHashMap<>();

    Vermissing(Vorige vorige, Werkmap werkmap, int limiet) {
        this.vorige = vorige;
        this.sleutelaar = vorige.sleutel().map(Sleutelaar::new);
        this.paren = new Groepeerder(werkmap, limiet, 64);
    }

    /// Notes an organisation of this delivery.
    ///
    /// @return whether it was not noted before
    boolean organisatie(String organisatie) {
        return sleutelaar.isPresent() && organisaties.putIfAbsent(organisatie, organisaties.size()) == null;
    }

    void tel(Schuldhulptraject traject, String organisatie) throws IOException {
        if (sleutelaar.isPresent()) {
            long zelfde = sleutelaar.get().traject(traject);
            if (zelfde != 0) {
                paren.voegToe(zelfde ^ sleutelaar.get().naam(organisatie), 0);
            }
        }
    }

    /// How many are missing, by organisation in the order they were noted. To be called once.
    Map<String, Long> vermist() throws IOException {
        if (sleutelaar.isEmpty()) {
            return Map.of();
        }
        for (Map.Entry<String, Integer> organisatie : organisaties.entrySet()) {
            long naam = sleutelaar.get().naam(organisatie.getKey());
            PrimitiveIterator.OfLong open =
                    vorige.openTrajecten(organisatie.getKey()).iterator();
            while (open.hasNext()) {
                paren.voegToe(open.nextLong() ^ naam, organisatie.getValue() + 1L);
            }
        }
        long[] aantallen = new long[organisaties.size()];
        paren.perSleutel(1, (sleutel, leden, aantal) -> {
            if (leden[0] > 0) {
                aantallen[(int) leden[0] - 1]++;
            }
        });
        Map<String, Long> vermist = new LinkedHashMap<>();
        organisaties.forEach((organisatie, nummer) -> {
            if (aantallen[nummer] > 0) {
                vermist.put(organisatie, aantallen[nummer]);
            }
        });
        return vermist;
    }
}
