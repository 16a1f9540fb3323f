// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Settings;
import nl.ddas.levering.verkeer.Beschikbaarheid.Uren;
import nl.ddas.levering.verkeer.Beschikbaarheid.Venster;

/// Reads the agreed hours from settings: a list of windows, each with `dagen`, `van` and `tot`, and a list
/// `uitzonderingen`, each with a `datum` and perhaps `van` and `tot`.
public final class Beschikbaarheidslezer {

    private static final List<String> DAGEN = List.of("ma", "di", "wo", "do", "vr", "za", "zo");

    private Beschikbaarheidslezer() {}

    /// Reads both lists; always open when neither is there.
    ///
    /// @param sleutel key of the list of windows
    /// @throws nl.ddas.basis.SettingsFault when something in them does not fit
    public static Beschikbaarheid lees(Settings settings, String sleutel) {
        return new Beschikbaarheid(
                settings.list(sleutel).stream()
                        .map(Beschikbaarheidslezer::venster)
                        .toList(),
                uitzonderingen(settings));
    }

    private static Venster venster(Settings venster) {
        for (String nodig : List.of("dagen", "van", "tot")) {
            venster.required(nodig);
        }
        Optional<Set<DayOfWeek>> dagen =
                venster.value("dagen", "dagen als ma-vr of ma,wo,vr", Beschikbaarheidslezer::dagen);
        return new Venster(dagen.orElseThrow(), uren(venster));
    }

    private static Map<LocalDate, List<Uren>> uitzonderingen(Settings settings) {
        Map<LocalDate, List<Uren>> dagen = new HashMap<>();
        for (Settings uitzondering : settings.list("uitzonderingen")) {
            uitzondering.required("datum");
            LocalDate datum = uitzondering
                    .value("datum", "een datum als 2026-12-25", Beschikbaarheidslezer::datum)
                    .orElseThrow();
            boolean heleDag = !uitzondering.has("van") && !uitzondering.has("tot");
            dagen.put(datum, heleDag ? List.of() : List.of(uren(uitzondering)));
        }
        return dagen;
    }

    private static Optional<LocalDate> datum(String tekst) {
        try {
            return Optional.of(LocalDate.parse(tekst));
        } catch (DateTimeException geenDatum) {
            return Optional.empty();
        }
    }

    /// Reads `ma-vr`, `ma,wo,vr` and mixtures; empty for anything else.
    static Optional<Set<DayOfWeek>> dagen(String tekst) {
        Set<DayOfWeek> dagen = EnumSet.noneOf(DayOfWeek.class);
        for (String deel : tekst.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] grenzen = deel.strip().split("-", -1);
            int van = DAGEN.indexOf(grenzen[0].strip());
            int tot = DAGEN.indexOf(grenzen[grenzen.length - 1].strip());
            if (van < 0 || tot < van || grenzen.length > 2) {
                return Optional.empty();
            }
            dagen.addAll(EnumSet.range(DayOfWeek.of(van + 1), DayOfWeek.of(tot + 1)));
        }
        return Optional.of(dagen);
    }

    /// From `van`, else from midnight, to `tot`, else until midnight.
    private static Uren uren(Settings settings) {
        int begin = minuut(Instelling.tijd(settings, "van", LocalTime.MIDNIGHT));
        boolean totMiddernacht = settings.optional("tot").orElse("24:00").equals("24:00");
        int eind = totMiddernacht ? 24 * 60 : minuut(Instelling.tijd(settings, "tot", LocalTime.MIDNIGHT));
        if (begin >= eind) {
            throw settings.unfit("tot", "een eind na het begin (knip een nacht in tweeën)");
        }
        return new Uren(begin, eind);
    }

    private static int minuut(LocalTime tijd) {
        return tijd.getHour() * 60 + tijd.getMinute();
    }
}
