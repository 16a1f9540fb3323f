// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
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
import nl.ddas.levering.bron.Beschikbaarheid.Tijdvak;
import nl.ddas.levering.bron.Beschikbaarheid.Venster;
import nl.ddas.levering.bron.BronConfig.Bewaring;
import nl.ddas.levering.bron.BronConfig.Luisteren;
import nl.ddas.levering.bron.BronConfig.Opslag;
import nl.ddas.levering.bron.BronConfig.Verversing;

/// Turns the text of the settings into values, with messages that name the key and what was expected.
final class ConfigLezer {

    private static final List<String> DAGEN = List.of("ma", "di", "wo", "do", "vr", "za", "zo");

    private final Settings settings;

    ConfigLezer(Settings settings) {
        this.settings = settings;
    }

    BronConfig lees() {
        int grootsteVerslag = positief("grootste-verslag-mb", 64);
        return new BronConfig(
                settings.required("naam"),
                new Luisteren(
                        settings.optional("adres").orElse("127.0.0.1"),
                        settings.integer("poort", 8443),
                        settings.integer("beheer-poort", 9443)),
                new Opslag(
                        Path.of(settings.required("opslag-map")),
                        Path.of(settings.required("sleutel-bestand")),
                        verslagen(grootsteVerslag)),
                settings.optional("software"),
                bijVormfouten(settings.optional("bij-vormfouten").orElse("weigeren")),
                new Verversing(
                        tijd("verversen-om", settings.optional("verversen-om").orElse("03:30")),
                        settings.duration("opnieuw-na", Duration.ofMinutes(15)),
                        settings.duration("maximale-leeftijd", Duration.ofDays(2))),
                BronConfig.megabytes(positief("pagina-ruimte-mb", 2048)),
                positief("verzoeken-per-minuut", 120),
                BronConfig.megabytes(grootsteVerslag),
                settings.optional("probleem-basis").orElse("https://ddas.example/problemen"),
                toegestaan(),
                new Beschikbaarheid(vensters(), uitzonderingen()));
    }

    private int positief(String sleutel, int anders) {
        int waarde = settings.integer(sleutel, anders);
        if (waarde < 1) {
            throw fout(sleutel, "een getal van 1 of hoger", Integer.toString(waarde));
        }
        return waarde;
    }

    private Bewaring verslagen(int grootste) {
        int ruimte = positief("verslagen-ruimte-mb", 1024);
        if (ruimte < grootste) {
            throw fout(
                    "verslagen-ruimte-mb",
                    "minstens grootste-verslag-mb, en dat is " + grootste,
                    Integer.toString(ruimte));
        }
        Duration termijn = settings.duration("verslagen-bewaren", Bewaring.STANDAARD.termijn());
        if (termijn.isZero()) {
            throw fout("verslagen-bewaren", "een duur boven nul, zoals 400d", "0");
        }
        return new Bewaring(BronConfig.megabytes(ruimte), termijn);
    }

    private static BijVormfouten bijVormfouten(String tekst) {
        return switch (tekst) {
            case "weigeren" -> BijVormfouten.WEIGEREN;
            case "leveren" -> BijVormfouten.LEVEREN;
            default -> throw fout("bij-vormfouten", "weigeren of leveren", tekst);
        };
    }

    private Map<String, String> toegestaan() {
        Map<String, String> namen = new HashMap<>();
        for (Settings afnemer : settings.list("toegestaan")) {
            namen.put(afnemer.required("oin"), afnemer.required("naam"));
        }
        if (namen.isEmpty()) {
            throw fout("toegestaan", "minstens één afnemer met oin en naam", "geen");
        }
        return namen;
    }

    private List<Venster> vensters() {
        return settings.list("beschikbaarheid").stream()
                .map(venster -> new Venster(
                        dagen(venster.required("dagen")), tijdvak(venster.required("van"), venster.required("tot"))))
                .toList();
    }

    private Map<LocalDate, List<Tijdvak>> uitzonderingen() {
        Map<LocalDate, List<Tijdvak>> dagen = new HashMap<>();
        for (Settings uitzondering : settings.list("uitzonderingen")) {
            Optional<String> van = uitzondering.optional("van");
            Optional<String> tot = uitzondering.optional("tot");
            List<Tijdvak> vakken = van.isEmpty() && tot.isEmpty()
                    ? List.of()
                    : List.of(tijdvak(van.orElse("00:00"), tot.orElse("24:00")));
            dagen.put(datum(uitzondering.required("datum")), vakken);
        }
        return dagen;
    }

    private static LocalDate datum(String tekst) {
        try {
            return LocalDate.parse(tekst);
        } catch (DateTimeException geenDatum) {
            throw fout("uitzonderingen.datum", "een datum als 2026-12-25", tekst);
        }
    }

    /// Reads `ma-vr`, `ma,wo,vr` and mixtures.
    static Set<DayOfWeek> dagen(String tekst) {
        Set<DayOfWeek> dagen = EnumSet.noneOf(DayOfWeek.class);
        for (String deel : tekst.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] grenzen = deel.strip().split("-", -1);
            int van = DAGEN.indexOf(grenzen[0].strip());
            int tot = DAGEN.indexOf(grenzen[grenzen.length - 1].strip());
            if (van < 0 || tot < van || grenzen.length > 2) {
                throw fout("beschikbaarheid.dagen", "dagen als ma-vr of ma,wo,vr", tekst);
            }
            dagen.addAll(EnumSet.range(DayOfWeek.of(van + 1), DayOfWeek.of(tot + 1)));
        }
        return dagen;
    }

    private static Tijdvak tijdvak(String van, String tot) {
        int begin = minuut(van);
        int eind = tot.equals("24:00") ? 24 * 60 : minuut(tot);
        if (begin >= eind) {
            throw fout("beschikbaarheid", "een eind na het begin (knip een nacht in tweeën)", van + " tot " + tot);
        }
        return new Tijdvak(begin, eind);
    }

    private static int minuut(String tekst) {
        LocalTime tijd = tijd("beschikbaarheid", tekst);
        return tijd.getHour() * 60 + tijd.getMinute();
    }

    private static LocalTime tijd(String sleutel, String tekst) {
        try {
            return LocalTime.parse(tekst);
        } catch (DateTimeException geenTijd) {
            throw fout(sleutel, "een tijd als \"03:30\" (met aanhalingstekens)", tekst);
        }
    }

    private static IllegalArgumentException fout(String sleutel, String verwacht, String gekregen) {
        return new IllegalArgumentException(
                "Instelling '" + sleutel + "': verwacht " + verwacht + ", gekregen '" + gekregen + "'.");
    }
}
