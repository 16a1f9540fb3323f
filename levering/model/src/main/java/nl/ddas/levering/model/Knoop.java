// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// One value of a traject of an older version, as a tree that may be rearranged. Every value remembers where it stood,
/// so that what the rules find later points into the file as delivered.
final class Knoop {

    private final JsonToken soort;
    private final String tekst;
    private final Map<String, Knoop> velden = new LinkedHashMap<>();
    private final List<Knoop> elementen = new ArrayList<>();
    private final String pad;
    private final long regel;
    private final long positie;

    private Knoop(JsonToken soort, String tekst, String pad, long regel, long positie) {
        this.soort = soort;
        this.tekst = tekst;
        this.pad = pad;
        this.regel = regel;
        this.positie = positie;
    }

    /// The value at the current token.
    static Knoop lees(JsonParser lezer) {
        return lees(lezer, "");
    }

    private static Knoop lees(JsonParser lezer, String pad) {
        JsonToken token = lezer.currentToken();
        TokenStreamLocation hier = lezer.currentTokenLocation();
        String tekst = token.isScalarValue() ? lezer.getString() : "";
        Knoop knoop = new Knoop(token, tekst, pad, hier.getLineNr() - 1L, hier.getByteOffset());
        if (token == JsonToken.START_OBJECT) {
            while (lezer.nextToken() != JsonToken.END_OBJECT) {
                String naam = lezer.currentName();
                lezer.nextToken();
                knoop.velden.put(naam, lees(lezer, onder(pad, naam)));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (lezer.nextToken() != JsonToken.END_ARRAY) {
                knoop.elementen.add(lees(lezer, pad + "/" + knoop.elementen.size()));
            }
        }
        return knoop;
    }

    private static String onder(String pad, String naam) {
        return pad + "/" + naam.replace("~", "~0").replace("/", "~1");
    }

    /// A text that stands for this value.
    Knoop vervangenDoor(String nieuw) {
        return new Knoop(JsonToken.VALUE_STRING, nieuw, pad, regel, positie);
    }

    /// An empty object or list made because of this value.
    Knoop leeg(JsonToken soortVanNieuw) {
        return new Knoop(soortVanNieuw, "", pad, regel, positie);
    }

    /// JSON pointer below the traject where it stood.
    String pad() {
        return pad;
    }

    /// Number of line ends in the traject before it.
    long regel() {
        return regel;
    }

    /// Number of bytes in the traject before it.
    long positie() {
        return positie;
    }

    boolean isObject() {
        return soort == JsonToken.START_OBJECT;
    }

    boolean isLijst() {
        return soort == JsonToken.START_ARRAY;
    }

    /// Whether it holds nothing: null, an empty text, object or list.
    boolean isLeeg() {
        return soort.isScalarValue()
                ? tekst.isEmpty() || soort == JsonToken.VALUE_NULL
                : velden.isEmpty() && elementen.isEmpty();
    }

    /// The text when it is one, the empty text included.
    Optional<String> tekst() {
        return soort == JsonToken.VALUE_STRING ? Optional.of(tekst) : Optional.empty();
    }

    Map<String, Knoop> velden() {
        return velden;
    }

    List<Knoop> elementen() {
        return elementen;
    }

    boolean heeft(Veld veld) {
        return velden.containsKey(veld.naam());
    }

    /// Whether the field is there and holds something.
    boolean heeftInhoud(Veld veld) {
        return veld(veld).filter(waarde -> !waarde.isLeeg()).isPresent();
    }

    Optional<Knoop> veld(Veld veld) {
        return Optional.ofNullable(velden.get(veld.naam()));
    }

    /// The field when it is an object.
    Optional<Knoop> object(Veld veld) {
        return veld(veld).filter(Knoop::isObject);
    }

    /// The objects in the list of this field; none when it is no list.
    List<Knoop> objecten(Veld veld) {
        return veld(veld).stream()
                .flatMap(lijst -> lijst.elementen.stream())
                .filter(Knoop::isObject)
                .toList();
    }

    /// Takes the field out.
    Optional<Knoop> neem(Veld veld) {
        return Optional.ofNullable(velden.remove(veld.naam()));
    }

    void zet(Veld veld, Knoop waarde) {
        velden.put(veld.naam(), waarde);
    }

    /// What it says, whatever its place and the order of its fields; to compare.
    Object inhoud() {
        if (isObject()) {
            Map<String, Object> inhoud = new LinkedHashMap<>();
            velden.forEach((naam, waarde) -> inhoud.put(naam, waarde.inhoud()));
            return inhoud;
        }
        return isLijst() ? elementen.stream().map(Knoop::inhoud).toList() : soort + tekst;
    }

    void schrijf(JsonGenerator json) {
        switch (soort) {
            case START_OBJECT -> {
                json.writeStartObject();
                velden.forEach((naam, waarde) -> {
                    json.writeName(naam);
                    waarde.schrijf(json);
                });
                json.writeEndObject();
            }
            case START_ARRAY -> {
                json.writeStartArray();
                elementen.forEach(element -> element.schrijf(json));
                json.writeEndArray();
            }
            case VALUE_STRING -> json.writeString(tekst);
            default -> json.writeRawValue(tekst); // numbers as they were written, true, false and null
        }
    }

    /// Where things stood that stand elsewhere now: new pointer below the traject to old one. What lies below such a
    /// pointer moved along.
    void verplaatst(String nieuw, String verwacht, Map<String, String> uit) {
        if (!pad.equals(verwacht)) {
            uit.put(nieuw, pad);
        }
        velden.forEach((naam, waarde) -> waarde.verplaatst(onder(nieuw, naam), onder(pad, naam), uit));
        for (int i = 0; i < elementen.size(); i++) {
            elementen.get(i).verplaatst(nieuw + "/" + i, pad + "/" + i, uit);
        }
    }
}
