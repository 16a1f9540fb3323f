// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag.Bericht;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag.Goedkeuring;

/// A Verwerkingsverslag as JSON and back; fields are described in `docs/nl/verwerkingsverslag.md`.
public final class VerslagJson {

    private static final long VORM = 1;

    private VerslagJson() {}

    /// The document, with `"vorm": 1`.
    public static JsonObject write(Verwerkingsverslag verslag) {
        JsonObject json = JsonObject.EMPTY
                .with("vorm", VORM)
                .with("id", verslag.id())
                .with("gemaakt", verslag.gemaakt().toString())
                .with("verzamelaar", verslag.verzamelaar())
                .with("leverancier", verslag.leverancier())
                .with("startdatum", verslag.startdatum().toString())
                .with("einddatum", verslag.einddatum().toString())
                .with("berichten", array(verslag.berichten(), VerslagJson::write))
                .with("viruscontrole", verslag.viruscontrole())
                .with("oordeel", write(verslag.oordeel()))
                .with("leveringen", array(verslag.leveringen(), VerslagJson::write))
                .with("bevindingen", array(verslag.bevindingen(), VerslagJson::write))
                .with("goedkeuring", write(verslag.goedkeuring()));
        JsonObject met = verslag.aangeleverd()
                .map(moment -> json.with("aangeleverd", moment.toString()))
                .orElse(json);
        return verslag.viruscontroleToelichting()
                .map(uitleg -> met.with("viruscontroleToelichting", uitleg))
                .orElse(met);
    }

    private static <T> JsonArray array(List<T> items, Function<T, JsonObject> write) {
        return new JsonArray(items.stream().<JsonValue>map(write).toList());
    }

    private static JsonObject write(Bericht bericht) {
        return JsonObject.EMPTY
                .with("pagina", bericht.pagina())
                .with("bytes", bericht.bytes())
                .with("sha256", bericht.sha256())
                .with("ondertekenaar", bericht.ondertekenaar())
                .with("ondertekendOp", bericht.ondertekendOp().toString());
    }

    private static JsonObject write(Oordeel oordeel) {
        return JsonObject.EMPTY
                .with("status", oordeel.status().name())
                .with("versie", oordeel.versie().map(Versie::tekst).orElse("onbekend"))
                .with("leveringen", oordeel.leveringen())
                .with("trajecten", oordeel.trajecten())
                .with("clienten", oordeel.clienten())
                .with("geweigerdeTrajecten", oordeel.geweigerdeTrajecten())
                .with("perCode", tellingen(oordeel.perCode()));
    }

    private static JsonObject tellingen(Map<String, Long> tellingen) {
        Map<String, JsonValue> leden = new TreeMap<>();
        tellingen.forEach((naam, aantal) -> leden.put(naam, JsonNumber.of(aantal)));
        return new JsonObject(leden);
    }

    private static JsonObject write(Leveringtelling levering) {
        return JsonObject.EMPTY
                .with("organisatie", levering.organisatie())
                .with("trajecten", levering.trajecten())
                .with("geweigerd", levering.geweigerd())
                .with("clienten", levering.clienten())
                .with("perGemeente", tellingen(levering.perGemeente()));
    }

    private static JsonObject write(Bevindinggroep groep) {
        return JsonObject.EMPTY
                .with("code", groep.code())
                .with("ernst", groep.ernst().tekst())
                .with("aantal", groep.aantal())
                .with("melding", groep.voorbeeld())
                .with("advies", groep.advies())
                .with("plaatsen", array(groep.plaatsen(), VerslagJson::write));
    }

    private static JsonObject write(Plaats plaats) {
        JsonObject json = JsonObject.EMPTY
                .with("plaats", plaats.pointer())
                .with("regel", plaats.regel())
                .with("positie", plaats.positie());
        return plaats.pagina().isPresent() ? json.with("pagina", plaats.pagina().getAsInt()) : json;
    }

    private static JsonObject write(Goedkeuring goedkeuring) {
        return switch (goedkeuring) {
            case Goedkeuring.Direct() -> JsonObject.EMPTY.with("wijze", "direct");
            case Goedkeuring.NaTermijn(Instant uiterlijk) ->
                JsonObject.EMPTY.with("wijze", "na-termijn").with("uiterlijk", uiterlijk.toString());
            case Goedkeuring.Handmatig(Optional<Instant> uiterlijk) -> {
                JsonObject wijze = JsonObject.EMPTY.with("wijze", "handmatig");
                yield uiterlijk
                        .map(moment -> wijze.with("uiterlijk", moment.toString()))
                        .orElse(wijze);
            }
            case Goedkeuring.Geweigerd() -> JsonObject.EMPTY.with("wijze", "geweigerd");
        };
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Verwerkingsverslag read(JsonObject json) {
        if (whole(json, "vorm") != VORM) {
            throw new IllegalArgumentException("verwerkingsverslag: expected vorm " + VORM);
        }
        return new Verwerkingsverslag(
                text(json, "id"),
                Instant.parse(text(json, "gemaakt")),
                text(json, "verzamelaar"),
                text(json, "leverancier"),
                LocalDate.parse(text(json, "startdatum")),
                LocalDate.parse(text(json, "einddatum")),
                json.text("aangeleverd").map(Instant::parse),
                list(json, "berichten").map(VerslagJson::bericht).toList(),
                text(json, "viruscontrole"),
                oordeel(object(json, "oordeel")),
                list(json, "leveringen").map(VerslagJson::levering).toList(),
                list(json, "bevindingen").map(VerslagJson::groep).toList(),
                goedkeuring(object(json, "goedkeuring")));
    }

    private static Bericht bericht(JsonObject json) {
        return new Bericht(
                Math.toIntExact(whole(json, "pagina")),
                whole(json, "bytes"),
                text(json, "sha256"),
                text(json, "ondertekenaar"),
                Instant.parse(text(json, "ondertekendOp")));
    }

    private static Oordeel oordeel(JsonObject json) {
        return new Oordeel(
                Oordeel.Status.valueOf(text(json, "status")),
                Versie.lees(text(json, "versie")),
                whole(json, "leveringen"),
                whole(json, "trajecten"),
                whole(json, "clienten"),
                whole(json, "geweigerdeTrajecten"),
                tellingen(json, "perCode"));
    }

    private static Leveringtelling levering(JsonObject json) {
        return new Leveringtelling(
                text(json, "organisatie"),
                whole(json, "trajecten"),
                whole(json, "geweigerd"),
                whole(json, "clienten"),
                tellingen(json, "perGemeente"));
    }

    private static Bevindinggroep groep(JsonObject json) {
        return new Bevindinggroep(
                text(json, "code"),
                Ernst.valueOf(text(json, "ernst").toUpperCase(Locale.ROOT)),
                whole(json, "aantal"),
                text(json, "melding"),
                text(json, "advies"),
                list(json, "plaatsen").map(VerslagJson::plaats).toList());
    }

    private static Plaats plaats(JsonObject json) {
        OptionalInt pagina = json.whole("pagina")
                .map(nummer -> OptionalInt.of(Math.toIntExact(nummer)))
                .orElse(OptionalInt.empty());
        return new Plaats(pagina, text(json, "plaats"), whole(json, "regel"), whole(json, "positie"));
    }

    private static Goedkeuring goedkeuring(JsonObject json) {
        String wijze = text(json, "wijze");
        Map<String, Goedkeuring> zonderMeer = Map.of(
                "direct", new Goedkeuring.Direct(),
                "handmatig", new Goedkeuring.Handmatig(json.text("uiterlijk").map(Instant::parse)),
                "geweigerd", new Goedkeuring.Geweigerd());
        return Optional.ofNullable(zonderMeer.get(wijze))
                .orElseGet(() -> new Goedkeuring.NaTermijn(Instant.parse(text(json, "uiterlijk"))));
    }

    private static Map<String, Long> tellingen(JsonObject json, String naam) {
        JsonObject tellingen = object(json, naam);
        Map<String, Long> aantallen = new TreeMap<>();
        tellingen.members().keySet().forEach(sleutel -> aantallen.put(sleutel, whole(tellingen, sleutel)));
        return aantallen;
    }

    private static String text(JsonObject json, String naam) {
        return json.text(naam).orElseThrow(() -> ontbreekt(naam));
    }

    private static long whole(JsonObject json, String naam) {
        return json.whole(naam).orElseThrow(() -> ontbreekt(naam));
    }

    private static JsonObject object(JsonObject json, String naam) {
        return json.object(naam).orElseThrow(() -> ontbreekt(naam));
    }

    private static Stream<JsonObject> list(JsonObject json, String naam) {
        return json.array(naam).orElseThrow(() -> ontbreekt(naam)).stream().map(item -> {
            if (item instanceof JsonObject object) {
                return object;
            }
            throw ontbreekt(naam);
        });
    }

    private static IllegalArgumentException ontbreekt(String naam) {
        return new IllegalArgumentException("verwerkingsverslag: field " + naam + " is missing or of another kind");
    }
}
