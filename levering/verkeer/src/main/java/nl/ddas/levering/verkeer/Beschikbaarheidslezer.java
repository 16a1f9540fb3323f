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
import nl.ddas.levering.verkeer.Beschikbaarheid.Tijdvak;
import nl.ddas.levering.verkeer.Beschikbaarheid.Venster;

/// Reads the agreed hours from settings: a list of windows, each with `dagen`, `van` and `tot`, and a list
/// `uitzonderingen`, each with a `datum` and perhaps `van` and `tot`.
public final class Beschikbaarheidslezer {

    private static final List<String> DAGEN = List.of("ma", "di", "wo", "do", "vr", "za", "zo");
    private static final String UITZONDERINGEN = "uitzonderingen";

    private final String sleutel;

    private Beschikbaarheidslezer(String sleutel) {
        this.sleutel = sleutel;
    }

    /// Reads both lists; always open when neither is there.
    ///
    /// @param sleutel key of the list of windows
    /// @throws IllegalArgumentException in Dutch, naming the key and what was expected
    public static Beschikbaarheid lees(Settings settings, String sleutel) {
        Beschikbaarheidslezer lezer = new Beschikbaarheidslezer(sleutel);
        return new Beschikbaarheid(
                settings.list(sleutel).stream().map(lezer::venster).toList(), lezer.uitzonderingen(settings));
    }

    private Venster venster(Settings venster) {
        return new Venster(
                dagen(sleutel, venster.required("dagen")),
                tijdvak(sleutel, venster.required("van"), venster.required("tot")));
    }

    private Map<LocalDate, List<Tijdvak>> uitzonderingen(Settings settings) {
        Map<LocalDate, List<Tijdvak>> dagen = new HashMap<>();
        for (Settings uitzondering : settings.list(UITZONDERINGEN)) {
            Optional<String> van = uitzondering.optional("van");
            Optional<String> tot = uitzondering.optional("tot");
            List<Tijdvak> vakken = van.isEmpty() && tot.isEmpty()
                    ? List.of()
                    : List.of(tijdvak(UITZONDERINGEN, van.orElse("00:00"), tot.orElse("24:00")));
            dagen.put(datum(uitzondering.required("datum")), vakken);
        }
        return dagen;
    }

    private static LocalDate datum(String tekst) {
        try {
            return LocalDate.parse(tekst);
        } catch (DateTimeException geenDatum) {
            throw Instelling.fout(UITZONDERINGEN + ".datum", "een datum als 2026-12-25", tekst);
        }
    }

    /// Reads `ma-vr`, `ma,wo,vr` and mixtures.
    static Set<DayOfWeek> dagen(String sleutel, String tekst) {
        Set<DayOfWeek> dagen = EnumSet.noneOf(DayOfWeek.class);
        for (String deel : tekst.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] grenzen = deel.strip().split("-", -1);
            int van = DAGEN.indexOf(grenzen[0].strip());
            int tot = DAGEN.indexOf(grenzen[grenzen.length - 1].strip());
            if (van < 0 || tot < van || grenzen.length > 2) {
                throw Instelling.fout(sleutel + ".dagen", "dagen als ma-vr of ma,wo,vr", tekst);
            }
            dagen.addAll(EnumSet.range(DayOfWeek.of(van + 1), DayOfWeek.of(tot + 1)));
        }
        return dagen;
    }

    private static Tijdvak tijdvak(String sleutel, String van, String tot) {
        int begin = minuut(sleutel + ".van", van);
        int eind = tot.equals("24:00") ? 24 * 60 : minuut(sleutel + ".tot", tot);
        if (begin >= eind) {
            throw Instelling.fout(sleutel, "een eind na het begin (knip een nacht in tweeën)", van + " tot " + tot);
        }
        return new Tijdvak(begin, eind);
    }

    private static int minuut(String sleutel, String tekst) {
        LocalTime tijd = Instelling.tijd(sleutel, tekst);
        return tijd.getHour() * 60 + tijd.getMinute();
    }
}
