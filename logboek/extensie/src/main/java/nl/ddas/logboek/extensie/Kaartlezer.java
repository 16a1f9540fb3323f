// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Nearest;

/// Takes one mapping of a file apart by name. What is not there is empty; what is of another kind than asked is a
/// fault and reads as empty; what nobody asked for is a fault at [#end].
final class Kaartlezer {

    private final Knoop.Kaart kaart;
    private final String pointer;
    private final List<Leesfout> fouten;
    private final Set<String> gevraagd = new LinkedHashSet<>();

    /// @param fouten gets the faults
    Kaartlezer(Knoop.Kaart kaart, String pointer, List<Leesfout> fouten) {
        this.kaart = kaart;
        this.pointer = pointer;
        this.fouten = fouten;
    }

    /// The names that stand here, in the order of the file.
    List<String> names() {
        return List.copyOf(kaart.leden().keySet());
    }

    /// What stands under a name; empty when nothing does, or nothing but `null`.
    Optional<Knoop> get(String naam) {
        gevraagd.add(naam);
        return Optional.ofNullable(kaart.leden().get(naam))
                .map(Knoop.Lid::waarde)
                .filter(knoop -> !(knoop instanceof Knoop.Tekst tekst && tekst.isNiets()));
    }

    String text(String naam) {
        return get(naam).map(knoop -> text(knoop, at(naam))).orElse("");
    }

    private String text(Knoop knoop, String waar) {
        return switch (knoop) {
            case Knoop.Tekst tekst -> tekst.waarde();
            case Knoop.Lijst lijst -> other(lijst, waar, "een tekst", "een lijst");
            case Knoop.Kaart blok -> other(blok, waar, "een tekst", "een blok met namen en waarden");
        };
    }

    /// A list of texts.
    List<String> texts(String naam) {
        List<Knoop> items = items(naam);
        return IntStream.range(0, items.size())
                .mapToObj(i -> text(items.get(i), Wijzer.into(at(naam), i)))
                .toList();
    }

    private List<Knoop> items(String naam) {
        return get(naam)
                .map(knoop -> switch (knoop) {
                    case Knoop.Lijst lijst -> lijst.items();
                    case Knoop.Tekst tekst -> none(tekst, naam, "een tekst");
                    case Knoop.Kaart blok -> none(blok, naam, "een blok met namen en waarden");
                })
                .orElse(List.of());
    }

    private List<Knoop> none(Knoop knoop, String naam, String gekomen) {
        other(knoop, at(naam), "een lijst (met streepjes)", gekomen);
        return List.of();
    }

    /// A mapping; an empty one when it is not there.
    Kaartlezer map(String naam) {
        return get(naam).map(knoop -> map(knoop, at(naam))).orElseGet(() -> empty(at(naam)));
    }

    /// A list of mappings.
    List<Kaartlezer> maps(String naam) {
        List<Knoop> items = items(naam);
        return IntStream.range(0, items.size())
                .mapToObj(i -> map(items.get(i), Wijzer.into(at(naam), i)))
                .toList();
    }

    private Kaartlezer map(Knoop knoop, String waar) {
        if (knoop instanceof Knoop.Kaart binnen) {
            return new Kaartlezer(binnen, waar, fouten);
        }
        other(knoop, waar, "een blok met namen en waarden", knoop instanceof Knoop.Lijst ? "een lijst" : "een tekst");
        return empty(waar);
    }

    private Kaartlezer empty(String waar) {
        return new Kaartlezer(Knoop.Kaart.LEEG, waar, fouten);
    }

    /// A mapping of any names to texts.
    Map<String, String> pairs(String naam) {
        Kaartlezer binnen = map(naam);
        Map<String, String> paren = new LinkedHashMap<>();
        binnen.names().forEach(woord -> paren.put(woord, binnen.text(woord)));
        return paren;
    }

    /// One word of a list; another word is a fault, and reads as empty.
    String word(String naam, String... woorden) {
        String gekomen = text(naam);
        if (gekomen.isEmpty() || Stream.of(woorden).anyMatch(gekomen::equals)) {
            return gekomen;
        }
        fault(
                Leesfout.WOORD,
                naam,
                "Verwacht is een van " + String.join(", ", woorden) + ", maar er staat " + Citaat.of(gekomen) + ".");
        return "";
    }

    void fault(String code, String naam, String melding) {
        Plek plek = Optional.ofNullable(kaart.leden().get(naam))
                .map(lid -> lid.waarde().plek())
                .orElse(kaart.plek());
        fouten.add(new Leesfout(code, at(naam), plek, melding));
    }

    private String other(Knoop knoop, String waar, String verwacht, String gekomen) {
        fouten.add(new Leesfout(
                Leesfout.SOORT, waar, knoop.plek(), "Verwacht is " + verwacht + ", maar er staat " + gekomen + "."));
        return "";
    }

    private String at(String naam) {
        return Wijzer.into(pointer, naam);
    }

    /// All that stands here, as JSON.
    JsonObject json() {
        return Knoopjson.of(kaart);
    }

    /// To be called when all that the format knows was asked for.
    void end() {
        kaart.leden().forEach((naam, lid) -> {
            if (!gevraagd.contains(naam)) {
                String lijkt = Optional.of(naam)
                        .filter(woord -> woord.length() < 60)
                        .flatMap(woord -> Nearest.to(woord, gevraagd))
                        .map(woord -> " Bedoelde u '" + woord + "'?")
                        .orElse(" Hier mogen: " + String.join(", ", gevraagd) + ".");
                fouten.add(new Leesfout(
                        Leesfout.ONBEKEND,
                        at(naam),
                        lid.plek(),
                        "De naam " + Citaat.of(naam) + " hoort hier niet." + lijkt));
            }
        });
    }
}
