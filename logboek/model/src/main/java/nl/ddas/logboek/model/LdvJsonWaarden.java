// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Values as plain JSON.
final class LdvJsonWaarden {

    private static final Waarde LEEG = new Waarde.Leeg();

    private final Jsonstroom json;
    private final Teller teller;

    LdvJsonWaarden(Jsonstroom json, Teller teller) {
        this.json = json;
        this.teller = teller;
    }

    /// An object; the list of `{"key", "value"}` of 2024 is taken too. Keys may repeat.
    List<Attribuut> attributes(Regelbouw regel, Kernveld veld) throws IOException {
        List<Attribuut> attributen = new ArrayList<>();
        if (json.isObject()) {
            attributen.addAll(object(0, regel));
        } else if (json.isArray()) {
            json.elements(() -> attributen.add(pair(regel)));
        } else {
            json.skip();
            regel.report(Regelcode.FIELD_TYPE, veld);
        }
        return attributen;
    }

    private Attribuut pair(Regelbouw regel) throws IOException {
        teller.waarde();
        String[] sleutel = {""};
        Waarde[] waarde = {LEEG};
        json.members(naam -> {
            switch (naam) {
                case "key" -> sleutel[0] = json.text().orElse("");
                case "value" -> waarde[0] = value(0, regel);
                default -> json.skip();
            }
        });
        return new Attribuut(sleutel[0], waarde[0]);
    }

    private List<Attribuut> object(int diepte, Regelbouw regel) throws IOException {
        List<Attribuut> leden = new ArrayList<>();
        json.members(naam -> {
            teller.waarde();
            leden.add(new Attribuut(naam, value(diepte, regel)));
        });
        return leden;
    }

    private Waarde value(int diepte, Regelbouw regel) throws IOException {
        if (teller.isTeDiep(diepte)) {
            regel.report(Regelcode.VALUE_TOO_DEEP, Kernveld.ATTRIBUTES);
            json.skip();
            return LEEG;
        }
        return switch (json.token()) {
            case START_OBJECT -> new Waarde.Groep(object(diepte + 1, regel));
            case START_ARRAY -> new Waarde.Lijst(list(diepte + 1, regel));
            case VALUE_STRING -> new Waarde.Tekst(json.text().orElse(""));
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT ->
                new Waarde.Breuk(Double.parseDouble(json.textOrNumber().orElseThrow()));
            case VALUE_TRUE -> new Waarde.Vlag(true);
            case VALUE_FALSE -> new Waarde.Vlag(false);
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> LEEG;
        };
    }

    private List<Waarde> list(int diepte, Regelbouw regel) throws IOException {
        List<Waarde> waarden = new ArrayList<>();
        json.elements(() -> {
            teller.waarde();
            waarden.add(value(diepte, regel));
        });
        return waarden;
    }

    private Waarde whole() {
        String text = json.textOrNumber().orElseThrow();
        OptionalLong number = Jsonstroom.whole(text);
        boolean fits = number.isPresent() && (number.getAsLong() >= 0 || text.startsWith("-"));
        return fits ? new Waarde.Geheel(number.getAsLong()) : new Waarde.Breuk(Double.parseDouble(text));
    }
}
