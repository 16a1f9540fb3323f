// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ddas.levering.model.Plaats;
import nl.ddas.presentation.Formats;

/// How places are told to people: by line, or by byte when everything stands on one line and the line says nothing.
///
/// @param opEenRegel whether all places stand on the first line
record Plaatsweergave(boolean opEenRegel) {

    /// What to say above places that have no line.
    static final String UITLEG =
            "Alles staat op een regel. Daarom staat bij een plaats niet de regel, maar de byte," + " geteld vanaf 0.";

    /// The way that fits these groups.
    static Plaatsweergave van(List<Bevindinggroep> groepen) {
        List<Plaats> plaatsen = aangewezen(groepen).toList();
        return new Plaatsweergave(!plaatsen.isEmpty() && plaatsen.stream().allMatch(plaats -> plaats.regel() == 1));
    }

    private static Stream<Plaats> aangewezen(List<Bevindinggroep> groepen) {
        return groepen.stream().flatMap(groep -> groep.plaatsen().stream()).filter(plaats -> !isHeelBericht(plaats));
    }

    /// Whether it points at nothing in particular.
    static boolean isHeelBericht(Plaats plaats) {
        return plaats.pointer().isEmpty() && plaats.positie() == 0;
    }

    /// The places as told, each once, with how often when that is more.
    List<String> tel(List<Plaats> plaatsen, Function<Plaats, String> tekst) {
        return geteld(plaatsen.stream().map(tekst)).entrySet().stream()
                .map(paar -> paar.getKey() + keren(paar.getValue()))
                .toList();
    }

    /// Each once, in the order in which they came, with how often.
    static <T> Map<T, Integer> geteld(Stream<T> allen) {
        Map<T, Integer> keren = new LinkedHashMap<>();
        allen.forEach(een -> keren.merge(een, 1, Integer::sum));
        return keren;
    }

    /// `  (3 keer)`; empty for once.
    static String keren(int aantal) {
        return aantal > 1 ? "  (" + aantal + " keer)" : "";
    }

    /// `regel 118` or `byte 4.711`; empty for the whole message.
    String waar(Plaats plaats) {
        if (isHeelBericht(plaats)) {
            return "";
        }
        return opEenRegel ? "byte " + Formats.number(plaats.positie()) : "regel " + Formats.number(plaats.regel());
    }
}
