// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Settings;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verzamelaar.Leverancier.Profiel;
import nl.ddas.levering.verzamelaar.Vensters.Uren;
import nl.ddas.levering.verzamelaar.Vensters.Venster;
import nl.ddas.trust.Oin;

/// Reads the list of suppliers.
final class LeveranciersLezer {

    private static final List<String> DAGEN = List.of("ma", "di", "wo", "do", "vr", "za", "zo");

    private LeveranciersLezer() {}

    static List<Leverancier> lees(Settings settings) {
        List<Leverancier> leveranciers = new ArrayList<>();
        Set<String> namen = new HashSet<>();
        for (Settings regel : settings.list("leveranciers")) {
            Leverancier leverancier = leverancier(regel);
            if (!namen.add(leverancier.naam())) {
                throw fout("leveranciers.naam", "een naam die één keer voorkomt", leverancier.naam());
            }
            leveranciers.add(leverancier);
        }
        return List.copyOf(leveranciers);
    }

    private static Leverancier leverancier(Settings regel) {
        String profiel = regel.optional("profiel").orElse(Profiel.V1_0.tekst());
        return new Leverancier(
                regel.required("naam"),
                adres(regel.required("url")),
                headers(regel),
                oin(regel.required("oin")),
                new Vensters(wekelijks(regel), uitzonderingen(regel)),
                Profiel.lees(profiel).orElseThrow(() -> fout("profiel", Profiel.V1_0.tekst(), profiel)),
                regel.optional("versie").map(LeveranciersLezer::versie),
                regel.optional("software"),
                regel.optional("gemeente").map(LeveranciersLezer::gemeente));
    }

    private static Gemeentecode gemeente(String tekst) {
        return Gemeentecode.lees(tekst)
                .orElseThrow(() -> fout("gemeente", "een gemeentecode als \"0518\", tussen aanhalingstekens", tekst));
    }

    private static Versie versie(String tekst) {
        return Versie.lees(tekst).orElseThrow(() -> fout("versie", "v0.8, v0.9, v0.10 of v1.0", tekst));
    }

    private static Oin oin(String tekst) {
        try {
            return new Oin(tekst);
        } catch (IllegalArgumentException geenOin) {
            throw fout("oin", "een OIN van 20 tekens of een KvK-nummer van 8 cijfers, tussen aanhalingstekens", tekst);
        }
    }

    static URI adres(String tekst) {
        try {
            URI adres = new URI(tekst);
            if (adres.getHost() != null && Set.of("http", "https").contains(String.valueOf(adres.getScheme()))) {
                return adres;
            }
        } catch (java.net.URISyntaxException geenAdres) {
            throw fout("url", "een adres als https://naam.example:8443", tekst);
        }
        throw fout("url", "een adres als https://naam.example:8443", tekst);
    }

    private static Headers headers(Settings regel) {
        Headers headers = Headers.NONE;
        for (Settings header : regel.list("headers")) {
            headers = headers.with(header.required("naam"), header.required("waarde"));
        }
        return headers;
    }

    private static List<Venster> wekelijks(Settings regel) {
        return regel.list("vensters").stream()
                .map(venster -> new Venster(
                        dagen(venster.required("dagen")), uren(venster.required("van"), venster.required("tot"))))
                .toList();
    }

    private static Map<LocalDate, List<Uren>> uitzonderingen(Settings regel) {
        Map<LocalDate, List<Uren>> dagen = new HashMap<>();
        for (Settings uitzondering : regel.list("uitzonderingen")) {
            Optional<String> van = uitzondering.optional("van");
            Optional<String> tot = uitzondering.optional("tot");
            List<Uren> uren = van.isEmpty() && tot.isEmpty()
                    ? List.of()
                    : List.of(uren(van.orElse("00:00"), tot.orElse("24:00")));
            dagen.put(datum(uitzondering.required("datum")), uren);
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
                throw fout("vensters.dagen", "dagen als ma-vr of ma,wo,vr", tekst);
            }
            dagen.addAll(EnumSet.range(DayOfWeek.of(van + 1), DayOfWeek.of(tot + 1)));
        }
        return dagen;
    }

    private static Uren uren(String van, String tot) {
        int begin = minuut(van);
        int eind = tot.equals("24:00") ? 24 * 60 : minuut(tot);
        if (begin >= eind) {
            throw fout("vensters", "een eind na het begin (knip een nacht in tweeën)", van + " tot " + tot);
        }
        return new Uren(begin, eind);
    }

    private static int minuut(String tekst) {
        LocalTime tijd = tijd("vensters", tekst);
        return tijd.getHour() * 60 + tijd.getMinute();
    }

    static LocalTime tijd(String sleutel, String tekst) {
        try {
            return LocalTime.parse(tekst);
        } catch (DateTimeException geenTijd) {
            throw fout(sleutel, "een tijd als \"08:30\" (met aanhalingstekens)", tekst);
        }
    }

    static IllegalArgumentException fout(String sleutel, String verwacht, String gekregen) {
        return new IllegalArgumentException(
                "Instelling '" + sleutel + "': verwacht " + verwacht + ", gekregen '" + gekregen + "'.");
    }
}
