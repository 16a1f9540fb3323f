// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonText;

/// What values look like and how large things may be (EXT-20, EXT-20b, EXT-37, EXT-38).
final class Typeregels {

    private static boolean isCostly(Attribuut a) {
        return Patroon.of(a.patroon())
                .filter(patroon -> !Stream.concat(
                                a.voorbeelden().stream().flatMap(List::stream), Stream.of("a", "0", "a0-._:/ "))
                        .allMatch(patroon::isCheapFor))
                .isPresent();
    }

    private static final Set<String> TYPES = Set.of("String", "List");
    private static final Set<String> ENCODINGS = Set.of("json-string", "kvlist");
    private static final int MAX_ATTRIBUTES = 32;
    private static final int MAX_KEY = 96;

    private Typeregels() {}

    static Uitslag referencesAreTexts(Zicht zicht) {
        List<Attribuut> verwijzingen =
                zicht.attributen().filter(Attribuut::isVerwijzing).toList();
        return verwijzingen.isEmpty()
                ? Uitslag.skip("er zijn geen verwijzingen naar een register of catalogus")
                : Uitslag.of(verwijzingen.stream().flatMap(Typeregels::reference));
    }

    private static Stream<Melding> reference(Attribuut a) {
        if (!TYPES.contains(a.soort())) {
            return Stream.of(type(a));
        }
        return a.isLijst() && !a.items().equals("String")
                ? Stream.of(Melding.at(
                        a.pointer("items"),
                        "Een lijst van verwijzingen heeft items: String. Bij " + Citaat.of(a.sleutel()) + " staat "
                                + Citaat.of(a.items()) + "."))
                : Stream.empty();
    }

    private static Melding type(Attribuut a) {
        return Melding.at(
                a.pointer("type"),
                "Een waarde is String of List. Bij " + Citaat.of(a.sleutel()) + " staat " + Citaat.of(a.soort()) + ".");
    }

    static Uitslag valuesAreTexts(Zicht zicht) {
        List<Attribuut> gewone =
                zicht.attributen().filter(a -> !a.isVerwijzing()).toList();
        return gewone.isEmpty()
                ? Uitslag.skip("alle sleutels zijn verwijzingen")
                : Uitslag.of(gewone.stream().flatMap(Typeregels::plain));
    }

    private static Stream<Melding> plain(Attribuut a) {
        if (!TYPES.contains(a.soort())) {
            return Stream.of(type(a));
        }
        if (!a.isLijst() || a.items().equals("String")) {
            return Stream.empty();
        }
        if (!a.items().equals("object")) {
            return Stream.of(Melding.at(
                    a.pointer("items"),
                    "Zeg bij de lijst " + Citaat.of(a.sleutel()) + " wat erin staat: items: String of items: object."));
        }
        return ENCODINGS.contains(a.codering())
                ? Stream.empty()
                : Stream.of(Melding.at(
                        a.pointer("encoding"),
                        "Objecten in een lijst worden overal anders opgeschreven. Kies bij " + Citaat.of(a.sleutel())
                                + " encoding: json-string of kvlist."));
    }

    static Uitslag formsAreGiven(Zicht zicht) {
        return zicht.eigen().attributen().isEmpty()
                ? Uitslag.skip("er zijn geen sleutels")
                : Uitslag.of(zicht.attributen().flatMap(Typeregels::form));
    }

    private static Stream<Melding> form(Attribuut a) {
        boolean adres = a.waardesoort().equals("uri") || a.waardesoort().equals("url");
        if (!adres && Woordenlijst.ADRES.names(a)) {
            return Stream.of(Melding.at(
                    a.pointer("valueType"),
                    "De sleutel " + Citaat.of(a.sleutel()) + " noemt een adres, maar zegt niet in welke vorm. Kies"
                            + " valueType: uri of url."));
        }
        if (!a.patroon().isEmpty() && Patroon.of(a.patroon()).isEmpty()) {
            return Stream.of(Melding.at(
                    a.pointer("pattern"),
                    "Het patroon bij " + Citaat.of(a.sleutel())
                            + " is geen reguliere expressie, of langer dan 300 tekens."));
        }
        if (isCostly(a)) {
            return Stream.of(Melding.at(
                    a.pointer("pattern"),
                    "Het patroon bij " + Citaat.of(a.sleutel())
                            + " kost bij een lange waarde te veel rekentijd, zodat een logboek er regels om weigert."
                            + " Vermijd herhaling binnen herhaling, zoals (a+)+."));
        }
        if (adres && a.voorbeelden().isEmpty()) {
            return Stream.of(Melding.at(
                    a.pointer("examples"),
                    "Geef bij " + Citaat.of(a.sleutel()) + " een voorbeeld van " + form(a.waardesoort()) + "."));
        }
        Waardetoets toets = Waardetoets.of(a);
        return IntStream.range(0, a.voorbeelden().size())
                .filter(i -> !a.voorbeelden().get(i).stream().allMatch(toets::accepts))
                .mapToObj(i -> Melding.at(
                        a.pointer("examples") + "/" + i,
                        "Dit voorbeeld past niet bij wat er over " + Citaat.of(a.sleutel()) + " staat: "
                                + "verwacht is " + Citaat.plain(toets.form()) + "."));
    }

    private static String form(String waardesoort) {
        return Waardesoort.of(waardesoort).map(Waardesoort::omschrijving).orElse(waardesoort);
    }

    static Uitslag withinLimits(Zicht zicht) {
        int aantal = zicht.eigen().attributen().size();
        Stream<Melding> teVeel = aantal > MAX_ATTRIBUTES
                ? Stream.of(Melding.at(
                        "/attributes",
                        "Een extensie heeft hoogstens " + MAX_ATTRIBUTES + " sleutels, en deze heeft er " + aantal
                                + ". Splits haar."))
                : Stream.empty();
        Stream<Melding> teLang = zicht.attributen()
                .filter(a -> a.sleutel().length() > MAX_KEY)
                .map(a -> Melding.at(
                        a.pointer(),
                        "Een sleutel is hoogstens " + MAX_KEY + " tekens lang, en deze is "
                                + a.sleutel().length() + ". Kort hem in."));
        Stream<Melding> teGroot = zicht.attributen()
                .filter(a -> !a.voorbeelden().stream().allMatch(Waardetoets.of(a)::fits))
                .map(a -> large(a.pointer("examples"), a.sleutel()));
        return Uitslag.of(
                Stream.of(teVeel, teLang, teGroot, linesTooLarge(zicht)).flatMap(s -> s));
    }

    private static Stream<Melding> linesTooLarge(Zicht zicht) {
        return Voorbeeldregels.of(zicht.eigen()).flatMap(regel -> zicht.attributen()
                .filter(a -> regel.attributes()
                        .get(a.sleutel())
                        .filter(waarde -> !Waardetoets.of(a).fits(texts(waarde)))
                        .isPresent())
                .map(a -> large(regel.pointer(), a.sleutel())));
    }

    private static Melding large(String pointer, String sleutel) {
        return Melding.at(
                pointer,
                "Een waarde is hoogstens 4 KiB, en een lijst 8 KiB. Die bij " + Citaat.of(sleutel)
                        + " is groter. Verwijs liever naar een register.");
    }

    /// The texts in a value; anything else counts as its JSON.
    static List<String> texts(JsonValue waarde) {
        return switch (waarde) {
            case JsonText(String tekst) -> List.of(tekst);
            case JsonArray(List<JsonValue> items) ->
                items.stream().flatMap(item -> texts(item).stream()).toList();
            case JsonValue anders -> List.of(new String(anders.toBytes(), StandardCharsets.UTF_8));
        };
    }
}
