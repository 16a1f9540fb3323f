// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// Judges the attributes of one log line by the definitions that are loaded. What it says holds keys and codes, never a
/// value of the line. Keys of the core (`dpl.core.`) and of OpenTelemetry are left to the core.
///
/// Made once for a set of definitions; safe for several threads.
public final class Regeltoets {

    private final List<Definitie> geladen;
    private final boolean conceptToegestaan;
    private final Map<String, Definitie> perNaamruimte = new HashMap<>();
    private final Map<String, Waardetoets> perSleutel = new HashMap<>();

    /// @param geladen the definitions that count; of two with the same namespace the first
    /// @param conceptToegestaan whether an extension may be used before it is established (EXT-33)
    public Regeltoets(List<Definitie> geladen, boolean conceptToegestaan) {
        this.geladen = List.copyOf(geladen);
        this.conceptToegestaan = conceptToegestaan;
        for (Definitie definitie : geladen) {
            perNaamruimte.putIfAbsent(definitie.kop().naamruimte(), definitie);
            definitie.attributen().forEach(a -> perSleutel.putIfAbsent(a.sleutel(), Waardetoets.of(a)));
        }
    }

    /// What can be wrong with a key on a line.
    public enum Code {
        KALE_SLEUTEL("heeft geen naamruimte"),
        ONBEKENDE_NAAMRUIMTE("hoort bij geen extensie die geladen is"),
        ONBEKENDE_SLEUTEL("is geen sleutel van de extensie"),
        NIET_VASTGESTELD("hoort bij een extensie die nog niet is vastgesteld"),
        SOORT("is niet van de soort die de definitie noemt (tekst of lijst)"),
        WAARDE("heeft een andere vorm dan de definitie vraagt"),
        LIJKT_OP_BSN("bevat iets dat op een burgerservicenummer lijkt"),
        TE_GROOT("is te groot"),
        ONTBREEKT("ontbreekt"),
        KRUISREGEL("klopt niet met de andere waarden op de regel");

        private final String tekst;

        Code(String tekst) {
            this.tekst = tekst;
        }

        /// Dutch, to stand behind the key.
        public String tekst() {
            return tekst;
        }

        boolean isUnknown() {
            return this == ONBEKENDE_SLEUTEL || this == ONBEKENDE_NAAMRUIMTE;
        }
    }

    /// @param sleutel key, or the name of the rule for [Code#KRUISREGEL]
    public record Bezwaar(Code code, String sleutel) {}

    /// All that is wrong, in the order of the line and then of the definitions.
    public List<Bezwaar> judge(JsonObject attributes) {
        List<Bezwaar> bezwaren = new ArrayList<>();
        attributes.members().forEach((sleutel, waarde) -> key(sleutel, waarde, bezwaren));
        Map<String, List<String>> waarden = values(attributes);
        geladen.forEach(definitie -> demands(definitie, waarden, bezwaren));
        return bezwaren;
    }

    private void key(String sleutel, JsonValue waarde, List<Bezwaar> bezwaren) {
        if (!sleutel.contains(".")) {
            bezwaren.add(new Bezwaar(Code.KALE_SLEUTEL, sleutel));
            return;
        }
        if (!sleutel.startsWith("dpl.") || sleutel.startsWith(Kern.PREFIX)) {
            return;
        }
        Optional.ofNullable(perNaamruimte.get(sleutel.split("\\.", 3)[1]))
                .filter(definitie -> sleutel.startsWith(definitie.prefix()))
                .ifPresentOrElse(
                        definitie -> own(definitie, sleutel, waarde, bezwaren),
                        () -> bezwaren.add(new Bezwaar(Code.ONBEKENDE_NAAMRUIMTE, sleutel)));
    }

    private void own(Definitie definitie, String sleutel, JsonValue waarde, List<Bezwaar> bezwaren) {
        if (!conceptToegestaan && !definitie.kop().status().equals("vastgesteld")) {
            bezwaren.add(new Bezwaar(Code.NIET_VASTGESTELD, sleutel));
        }
        Optional.ofNullable(perSleutel.get(sleutel))
                .ifPresentOrElse(
                        toets -> value(toets, waarde, bezwaren),
                        () -> bezwaren.add(new Bezwaar(Code.ONBEKENDE_SLEUTEL, sleutel)));
    }

    private static void value(Waardetoets toets, JsonValue waarde, List<Bezwaar> bezwaren) {
        Attribuut a = toets.attribuut();
        boolean object = a.isLijst() && a.items().equals("object");
        if (!object && (a.isLijst() ? !isListOfTexts(waarde) : !(waarde instanceof JsonText))) {
            bezwaren.add(new Bezwaar(Code.SOORT, a.sleutel()));
            return;
        }
        List<String> teksten = Typeregels.texts(waarde);
        if (!object && !teksten.stream().allMatch(toets::accepts)) {
            bezwaren.add(new Bezwaar(Code.WAARDE, a.sleutel()));
        }
        if (teksten.stream().anyMatch(toets::looksLikeBsn)) {
            bezwaren.add(new Bezwaar(Code.LIJKT_OP_BSN, a.sleutel()));
        }
        if (!toets.fits(teksten)) {
            bezwaren.add(new Bezwaar(Code.TE_GROOT, a.sleutel()));
        }
    }

    private static boolean isListOfTexts(JsonValue waarde) {
        return waarde instanceof JsonArray(List<JsonValue> items)
                && items.stream().allMatch(JsonText.class::isInstance);
    }

    private static Map<String, List<String>> values(JsonObject attributes) {
        Map<String, List<String>> waarden = new HashMap<>();
        attributes.members().forEach((sleutel, waarde) -> waarden.put(sleutel, Typeregels.texts(waarde)));
        return waarden;
    }

    private static void demands(Definitie definitie, Map<String, List<String>> waarden, List<Bezwaar> bezwaren) {
        boolean gebruikt = waarden.keySet().stream().anyMatch(sleutel -> sleutel.startsWith(definitie.prefix()));
        definitie.attributen().stream()
                .filter(a -> !a.isResource() && !waarden.containsKey(a.sleutel()))
                .filter(a -> isDemanded(a.vereiste(), gebruikt, waarden))
                .forEach(a -> bezwaren.add(new Bezwaar(Code.ONTBREEKT, a.sleutel())));
        definitie.kruisregels().stream()
                .filter(regel -> regel.voorwaarde().judge(waarden) == Waarheid.ONWAAR)
                .forEach(regel -> bezwaren.add(new Bezwaar(Code.KRUISREGEL, regel.id())));
    }

    private static boolean isDemanded(Vereiste vereiste, boolean gebruikt, Map<String, List<String>> waarden) {
        return switch (vereiste) {
            case Vereiste.Nooit() -> false;
            case Vereiste.BinnenExtensie() -> gebruikt;
            case Vereiste.Altijd() -> true;
            case Vereiste.Als(String _, Voorwaarde als) -> gebruikt && als.judge(waarden) == Waarheid.WAAR;
        };
    }
}
