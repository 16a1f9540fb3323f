// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All counts of all areas in one block, so that protection holds over the tables together.
final class Gebiedsblok {
    /// One figure.
    record Plek(Gebied gebied, Telling wat) {}

    private final Statistiektelling telling;
    private final Cellenblok<Plek> cellen;
    private final Map<Gebied, Gebiedstelling> perGebied = new LinkedHashMap<>();
    private final List<Gebied> onderLand = new ArrayList<>();

    Gebiedsblok(Statistiektelling telling, Onthullingsprofiel profiel) {
        this.telling = telling;
        cellen = new Cellenblok<>(profiel);
        Gebieden gebieden = telling.gebieden();
        perGebied.put(gebieden.land(), telling.alles());
        gebieden.provincies().forEach((provincie, leden) -> {
            perGebied.put(provincie, telling.samen(leden));
            leden.forEach(gemeente -> perGebied.put(gemeente, telling.samen(List.of(gemeente))));
        });
        onderLand.addAll(gebieden.provincies().keySet());
        onderLand.addAll(List.of(Statistiektelling.ONBEKEND, Statistiektelling.KLASSE_E));
        perGebied.put(Statistiektelling.ONBEKEND, telling.samen(List.of(Statistiektelling.ONBEKEND)));
        perGebied.put(Statistiektelling.KLASSE_E, telling.samen(List.of(Statistiektelling.KLASSE_E)));
        perGebied.forEach((gebied, aantallen) -> {
            for (Telling wat : Telling.values()) {
                cellen.zet(new Plek(gebied, wat), aantallen.aantal(wat));
            }
        });
        sommen();
        perGebied.forEach(this::verbergGroep);
        cellen.bescherm();
    }

    private void sommen() {
        for (Gebied gebied : perGebied.keySet()) {
            som(gebied, Telling.UITSTROOM, Telling.REDENEN);
            som(gebied, Telling.UITVAL, Telling.UITVALREDENEN);
            som(gebied, Telling.MET_BEDRAG, Telling.SCHULDKLASSEN);
            som(
                    gebied,
                    Telling.LOPEND_NA,
                    List.of(Telling.LOPEND_VOOR, Telling.INSTROOM, Telling.UITSTROOM, Telling.REST));
        }
        for (Telling wat : Telling.values()) {
            som(telling.gebieden().land(), onderLand, wat);
            telling.gebieden().provincies().forEach((provincie, leden) -> som(provincie, leden, wat));
        }
    }

    private void som(Gebied gebied, Telling totaal, List<Telling> delen) {
        cellen.som(Stream.concat(Stream.of(totaal), delen.stream())
                .map(wat -> new Plek(gebied, wat))
                .toList());
    }

    private void som(Gebied geheel, List<Gebied> delen, Telling wat) {
        cellen.som(Stream.concat(Stream.of(geheel), delen.stream())
                .map(gebied -> new Plek(gebied, wat))
                .toList());
    }

    /// When all of a group fall in one category, its split would tell that of everyone in it.
    private void verbergGroep(Gebied gebied, Gebiedstelling aantallen) {
        verbergGroep(gebied, aantallen, Telling.UITSTROOM, Telling.REDENEN);
        verbergGroep(gebied, aantallen, Telling.MET_BEDRAG, Telling.SCHULDKLASSEN);
    }

    private void verbergGroep(Gebied gebied, Gebiedstelling aantallen, Telling totaal, List<Telling> delen) {
        long geheel = aantallen.aantal(totaal);
        if (geheel > 0 && delen.stream().anyMatch(wat -> aantallen.aantal(wat) == geheel)) {
            cellen.verberg(delen.stream().map(wat -> new Plek(gebied, wat)).toList());
        }
    }

    Cel cel(Gebied gebied, Telling wat) {
        return cellen.cel(new Plek(gebied, wat));
    }

    Cel procent(Gebied gebied, Telling deel, Telling geheel) {
        return cellen.procent(new Plek(gebied, deel), new Plek(gebied, geheel));
    }

    boolean isGeheim(Gebied gebied, Telling wat) {
        return cellen.isGeheim(new Plek(gebied, wat));
    }

    long zichtbaar(Gebied gebied, Telling wat) {
        return cellen.zichtbaar(new Plek(gebied, wat));
    }

    Gebiedstelling telling(Gebied gebied) {
        return perGebied.getOrDefault(gebied, new Gebiedstelling());
    }

    /// Land, provincies and what is not divided.
    List<Gebied> hoofdrijen() {
        return Stream.concat(Stream.of(telling.gebieden().land()), onderLand.stream())
                .toList();
    }

    /// The gemeenten that have a traject in the period, by name within their provincie.
    List<Gebied> gemeenten() {
        return telling.gebieden().provincies().values().stream()
                .flatMap(List::stream)
                .filter(gemeente ->
                        Telling.KERN.stream().anyMatch(wat -> telling(gemeente).aantal(wat) != 0))
                .toList();
    }
}
