// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The values of a list with their texts, ready to compare with what the parser holds.
record Keuzelijst<W extends Waarde>(List<String> teksten, List<Optional<W>> waarden) {

    static final Keuzelijst<Beschikkingssoort> BESCHIKKINGSSOORTEN = van(Beschikkingssoort.values());
    static final Keuzelijst<Begeleidingssoort> BEGELEIDINGSSOORTEN = van(Begeleidingssoort.values());
    static final Keuzelijst<Oplossingssoort> OPLOSSINGSSOORTEN = van(Oplossingssoort.values());
    static final Keuzelijst<Schuldensoort> SCHULDENSOORTEN = van(Schuldensoort.values());
    static final Keuzelijst<Uitstroomreden> UITSTROOMREDENEN = van(Uitstroomreden.values());

    private static <W extends Waarde> Keuzelijst<W> van(W[] waarden) {
        return new Keuzelijst<>(
                Arrays.stream(waarden).map(Waarde::tekst).toList(),
                Arrays.stream(waarden).map(Optional::of).toList());
    }
}
