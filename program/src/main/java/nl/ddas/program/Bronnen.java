// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.levering.bron.BronOntvanger;
import nl.ddas.levering.bron.Gegevensbron;
import nl.ddas.levering.generator.Foutkeuze;
import nl.ddas.levering.generator.Geleverd;
import nl.ddas.levering.generator.Generator;
import nl.ddas.levering.generator.Leveranciersplan;
import nl.ddas.levering.generator.Leverancierssoort;
import nl.ddas.levering.generator.Plannen;
import nl.ddas.levering.generator.Tijdvak;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// The generator as a source of the supplier's API.
final class Bronnen {

    private Bronnen() {}

    /// A gemeente with this many invented trajecten in every period.
    static Gegevensbron verzonnen(long zaad, int aantal) {
        Leveranciersplan plan = Plannen.enkel(zaad, Leverancierssoort.GEMEENTE, aantal, Foutkeuze.GEEN)
                .leveranciers()
                .getFirst();
        Generator generator = new Generator(zaad);
        return (periode, ontvanger) -> {
            ontvanger.software(plan.codeGegevensleverancier());
            geef(generator.trajecten(plan, Tijdvak.van(periode.start(), periode.eind())), periode, ontvanger);
        };
    }

    private static void geef(Stream<Geleverd> trajecten, Aanleverperiode periode, BronOntvanger ontvanger)
            throws IOException {
        Optional<Geleverd> vorige = Optional.empty();
        for (Geleverd geleverd : (Iterable<Geleverd>) trajecten::iterator) {
            if (vorige.filter(ander -> ander.levering() == geleverd.levering()).isEmpty()) {
                ontvanger.levering(periode, geleverd.kop());
            }
            ontvanger.traject(geleverd.traject());
            vorige = Optional.of(geleverd);
        }
    }
}
