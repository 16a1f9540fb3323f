// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/// Values in OTLP/JSON: each an object that names its kind.
final class OtlpJsonWaarden {

    private static final Waarde LEEG = new Waarde.Leeg();

    private final Jsonstroom json;
    private final Teller teller;

    OtlpJsonWaarden(Jsonstroom json, Teller teller) {
        this.json = json;
        this.teller = teller;
    }

    /// What to do about a value that is nested too deep; it is left out.
    interface TeDiep {
        void report();
    }

    /// The array that begins here.
    List<Attribuut> attributes(TeDiep teDiep) throws IOException {
        return pairs(0, teDiep);
    }

    private List<Attribuut> pairs(int diepte, TeDiep teDiep) throws IOException {
        List<Attribuut> attributen = new ArrayList<>();
        json.elements(() -> {
            teller.waarde();
            String[] sleutel = {""};
            Waarde[] waarde = {LEEG};
            json.members(naam -> {
                if (naam.equals("key")) {
                    sleutel[0] = json.text().orElse("");
                } else if (naam.equals("value") && json.isObject()) {
                    waarde[0] = value(diepte, teDiep);
                } else {
                    json.skip();
                }
            });
            attributen.add(new Attribuut(sleutel[0], waarde[0]));
        });
        return attributen;
    }

    private Waarde value(int diepte, TeDiep teDiep) throws IOException {
        if (teller.isTeDiep(diepte)) {
            teDiep.report();
            json.skip();
            return LEEG;
        }
        Waarde[] waarde = {LEEG};
        json.members(naam -> {
            if (json.isNull()) {
                return;
            }
            switch (naam) {
                case "arrayValue" -> waarde[0] = new Waarde.Lijst(list(diepte + 1, teDiep));
                case "kvlistValue" -> waarde[0] = new Waarde.Groep(group(diepte + 1, teDiep));
                default -> waarde[0] = simple(naam, waarde[0]);
            }
        });
        return waarde[0];
    }

    private Waarde simple(String soort, Waarde anders) {
        return switch (soort) {
            case "stringValue" -> json.text().<Waarde>map(Waarde.Tekst::new).orElseThrow(json::broken);
            case "boolValue" -> new Waarde.Vlag(truth());
            case "intValue" -> new Waarde.Geheel(whole());
            case "doubleValue" -> new Waarde.Breuk(number());
            case "bytesValue" -> new Waarde.Bytes(bytes());
            default -> {
                json.skip();
                yield anders;
            }
        };
    }

    private List<Waarde> list(int diepte, TeDiep teDiep) throws IOException {
        List<Waarde> waarden = new ArrayList<>();
        json.members(naam -> {
            if (naam.equals("values") && json.isArray()) {
                json.elements(() -> {
                    teller.waarde();
                    waarden.add(value(diepte, teDiep));
                });
            } else {
                json.skip();
            }
        });
        return waarden;
    }

    private List<Attribuut> group(int diepte, TeDiep teDiep) throws IOException {
        List<Attribuut> leden = new ArrayList<>();
        json.members(naam -> {
            if (naam.equals("values") && json.isArray()) {
                leden.addAll(pairs(diepte, teDiep));
            } else {
                json.skip();
            }
        });
        return leden;
    }

    private boolean truth() {
        return switch (json.token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw json.broken();
        };
    }

    /// Signed; a number above 2^63 is none.
    private long whole() {
        String text = json.textOrNumber().orElseThrow(json::broken);
        OptionalLong number = Jsonstroom.whole(text);
        if (number.isEmpty() || (number.getAsLong() < 0 && !text.startsWith("-"))) {
            throw json.broken();
        }
        return number.getAsLong();
    }

    private double number() {
        try {
            return Double.parseDouble(json.textOrNumber().orElseThrow(json::broken));
        } catch (NumberFormatException _) {
            throw json.broken();
        }
    }

    private Octetten bytes() {
        try {
            return Octetten.of(Base64.getDecoder().decode(json.text().orElseThrow(json::broken)));
        } catch (IllegalArgumentException _) {
            throw json.broken();
        }
    }
}
