// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Values in OTLP/JSON: each an object that names its kind.
final class OtlpJsonWaarden {

    private static final Waarde LEEG = new Waarde.Leeg();

    private final Jsonstroom json;
    private final Teller teller;

    OtlpJsonWaarden(Jsonstroom json, Teller teller) {
        this.json = json;
        this.teller = teller;
    }

    /// What to do about a value that is nested too deep or of the wrong kind; it is left out.
    interface Gebrek {
        void report(Regelcode code, String sleutel);
    }

    /// The array that begins here. A key may stand behind its value, so what is wrong with the value is told when both
    /// were read.
    List<Attribuut> attributes(Gebrek gebrek) throws IOException {
        List<Attribuut> attributen = new ArrayList<>();
        Set<Regelcode> gevonden = EnumSet.noneOf(Regelcode.class);
        json.elements(() -> {
            Attribuut one = pair(0, gevonden);
            attributen.add(one);
            gevonden.forEach(code -> gebrek.report(code, one.sleutel()));
            gevonden.clear();
        });
        return attributen;
    }

    private Attribuut pair(int diepte, Set<Regelcode> gevonden) throws IOException {
        teller.waarde();
        String[] sleutel = {""};
        Waarde[] waarde = {LEEG};
        if (!json.isObject()) {
            wrong(gevonden);
            return new Attribuut("", LEEG);
        }
        json.members(naam -> {
            if (naam.equals("key")) {
                sleutel[0] = json.text().orElse("");
            } else if (naam.equals("value") && !json.isNull()) {
                waarde[0] = value(diepte, gevonden);
            } else {
                json.skip();
            }
        });
        return new Attribuut(sleutel[0], waarde[0]);
    }

    private Waarde value(int diepte, Set<Regelcode> gevonden) throws IOException {
        if (!json.isObject()) {
            return wrong(gevonden);
        }
        if (teller.isTeDiep(diepte)) {
            json.skip();
            gevonden.add(Regelcode.VALUE_TOO_DEEP);
            return LEEG;
        }
        Waarde[] waarde = {LEEG};
        json.members(naam -> {
            if (json.isNull()) {
                return;
            }
            switch (naam) {
                case "arrayValue" -> waarde[0] = list(diepte + 1, gevonden);
                case "kvlistValue" -> waarde[0] = group(diepte + 1, gevonden);
                case "stringValue", "boolValue", "intValue", "doubleValue", "bytesValue" ->
                    waarde[0] = simple(naam).orElseGet(() -> wrong(gevonden));
                default -> json.skip();
            }
        });
        return waarde[0];
    }

    /// Passes over what is of another kind than the format has here.
    private Waarde wrong(Set<Regelcode> gevonden) {
        json.skip();
        gevonden.add(Regelcode.FIELD_TYPE);
        return LEEG;
    }

    private Optional<Waarde> simple(String soort) {
        return switch (soort) {
            case "boolValue" -> truth();
            case "intValue" -> whole();
            case "doubleValue" -> number();
            case "bytesValue" -> bytes();
            default -> json.isText() ? json.text().map(Waarde.Tekst::new) : Optional.empty();
        };
    }

    private Waarde list(int diepte, Set<Regelcode> gevonden) throws IOException {
        List<Waarde> waarden = new ArrayList<>();
        return elements(gevonden, () -> {
                    teller.waarde();
                    waarden.add(value(diepte, gevonden));
                })
                ? new Waarde.Lijst(waarden)
                : LEEG;
    }

    private Waarde group(int diepte, Set<Regelcode> gevonden) throws IOException {
        List<Attribuut> leden = new ArrayList<>();
        return elements(gevonden, () -> leden.add(pair(diepte, gevonden))) ? new Waarde.Groep(leden) : LEEG;
    }

    /// The elements of `values` in the object that begins here; false when no object does.
    private boolean elements(Set<Regelcode> gevonden, Jsonstroom.Element element) throws IOException {
        if (!json.isObject()) {
            wrong(gevonden);
            return false;
        }
        json.members(naam -> {
            if (!naam.equals("values") || json.isNull()) {
                json.skip();
            } else if (json.isArray()) {
                json.elements(element);
            } else {
                wrong(gevonden);
            }
        });
        return true;
    }

    private Optional<Waarde> truth() {
        return switch (json.token()) {
            case VALUE_TRUE -> Optional.of(new Waarde.Vlag(true));
            case VALUE_FALSE -> Optional.of(new Waarde.Vlag(false));
            default -> Optional.empty();
        };
    }

    private boolean isNumber() {
        return json.isText() || json.token().isNumeric();
    }

    /// Signed; a number above 2^63 is none.
    private Optional<Waarde> whole() {
        if (!isNumber()) {
            return Optional.empty();
        }
        String text = json.textOrNumber().orElse("");
        OptionalLong number = Jsonstroom.whole(text);
        boolean fits = number.isPresent() && (number.getAsLong() >= 0 || text.startsWith("-"));
        return fits ? Optional.of(new Waarde.Geheel(number.getAsLong())) : Optional.empty();
    }

    private Optional<Waarde> number() {
        try {
            return isNumber()
                    ? json.textOrNumber().map(text -> new Waarde.Breuk(Double.parseDouble(text)))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Waarde> bytes() {
        try {
            return json.isText()
                    ? json.text()
                            .map(text -> new Waarde.Bytes(
                                    Octetten.of(Base64.getDecoder().decode(text))))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
