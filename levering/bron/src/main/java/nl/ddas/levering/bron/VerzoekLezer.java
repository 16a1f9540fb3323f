// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Problem.Fault;

/// Reads the body of a request for gegevens; finds all faults at once.
final class VerzoekLezer {

    /// What the body holds.
    sealed interface Uitkomst {
        record Gelezen(Gegevensverzoek verzoek) implements Uitkomst {}

        /// @param fouten at least one, ready to show
        record Onjuist(List<Fault> fouten) implements Uitkomst {}
    }

    private static final int MEESTE_FOUTEN = 100;

    private static final List<String> V1_0 = List.of(
            "aanleverperiodeStartdatum", "aanleverperiodeEinddatum", "aanleverende_organisatie", "page", "pageSize");

    /// The names in the text of July 2024; its OpenAPI file has those of v1.0.
    private static final Map<String, String> KORT = Map.of(
            "startdatum", "aanleverperiodeStartdatum",
            "einddatum", "aanleverperiodeEinddatum",
            "gemeente", "aanleverende_organisatie");

    /// Name in [#V1_0] by the name in the message.
    private final Map<String, String> namen;

    private final String bekend;

    private VerzoekLezer(Map<String, String> namen, String bekend) {
        this.namen = namen;
        this.bekend = bekend;
    }

    /// Of profile v1.0.
    static VerzoekLezer voorV1() {
        return new VerzoekLezer(
                V1_0.stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
                "aanleverperiodeStartdatum, aanleverperiodeEinddatum, aanleverende_organisatie, page en pageSize");
    }

    /// Of profile `seed-2024-07`: its own names as well.
    static VerzoekLezer voorSeed() {
        Map<String, String> namen = new HashMap<>(voorV1().namen);
        namen.putAll(KORT);
        return new VerzoekLezer(
                Map.copyOf(namen),
                "startdatum, einddatum, gemeente, page en pageSize (en de namen van v1.0 voor de eerste drie)");
    }

    /// An empty body asks for everything that is standard.
    Uitkomst lees(byte[] inhoud) {
        if (inhoud.length == 0) {
            return new Uitkomst.Gelezen(Gegevensverzoek.LEEG);
        }
        return switch (JsonReading.of(inhoud)) {
            case JsonReading.Refused geweigerd -> onjuist(geweigerd.detail());
            case JsonReading.Read(JsonObject parameters) -> new Lezing(namen, bekend).lees(parameters);
            case JsonReading.Read anders ->
                onjuist("Verwacht werd een JSON-object met de parameters, bijvoorbeeld {}.");
        };
    }

    private static Uitkomst onjuist(String detail) {
        return new Uitkomst.Onjuist(List.of(new Fault("", detail)));
    }

    /// The parameters and faults of one body.
    private static final class Lezing {
        private final Map<String, String> namen;
        private final String bekend;
        private final Set<String> gezien = new HashSet<>();
        private final List<Fault> fouten = new ArrayList<>();
        private Optional<LocalDate> startdatum = Optional.empty();
        private Optional<LocalDate> einddatum = Optional.empty();
        private Optional<String> organisatie = Optional.empty();
        private OptionalInt page = OptionalInt.empty();
        private OptionalInt pageSize = OptionalInt.empty();

        Lezing(Map<String, String> namen, String bekend) {
            this.namen = namen;
            this.bekend = bekend;
        }

        Uitkomst lees(JsonObject parameters) {
            parameters.members().forEach(this::veld);
            return fouten.isEmpty()
                    ? new Uitkomst.Gelezen(new Gegevensverzoek(startdatum, einddatum, organisatie, page, pageSize))
                    : new Uitkomst.Onjuist(List.copyOf(fouten));
        }

        private void fout(String pointer, String detail) {
            if (fouten.size() < MEESTE_FOUTEN) {
                fouten.add(new Fault(pointer, detail));
            }
        }

        private void veld(String naam, JsonValue waarde) {
            String bedoeld = namen.getOrDefault(naam, naam);
            if (!gezien.add(bedoeld)) {
                fout(pointer(naam), "Deze parameter staat er al onder een andere naam. Geef er een van beide.");
                return;
            }
            if (!namen.containsKey(naam)) {
                fout(pointer(naam), "Deze parameter bestaat niet. Bekend zijn " + bekend + ".");
                return;
            }
            switch (bedoeld) {
                case "aanleverperiodeStartdatum" -> startdatum = datum(naam, waarde);
                case "aanleverperiodeEinddatum" -> einddatum = datum(naam, waarde);
                case "aanleverende_organisatie" -> organisatie = tekst(naam, waarde);
                case "page" -> page = getal(naam, Integer.MAX_VALUE, waarde);
                case "pageSize" -> pageSize = getal(naam, Gegevensverzoek.GROOTSTE_PAGINA, waarde);
                default -> throw new IllegalStateException("a name without a place: " + bedoeld);
            }
        }

        private Optional<LocalDate> datum(String naam, JsonValue waarde) {
            // The parser of the JDK also takes years of more than four digits.
            if (waarde instanceof JsonText(String tekst) && tekst.length() == 10) {
                try {
                    return Optional.of(LocalDate.parse(tekst));
                } catch (DateTimeParseException geenDatum) {
                    // Told below, together with the other things that are no date.
                }
            }
            fout("/" + naam, "Verwacht werd een bestaande datum als jjjj-mm-dd, gekregen " + soort(waarde) + ".");
            return Optional.empty();
        }

        private Optional<String> tekst(String naam, JsonValue waarde) {
            if (waarde instanceof JsonText(String tekst)) {
                return Optional.of(tekst.strip()).filter(inhoud -> !inhoud.isEmpty());
            }
            fout("/" + naam, "Verwacht werd een tekst, gekregen " + soort(waarde) + ".");
            return Optional.empty();
        }

        private OptionalInt getal(String naam, int hoogste, JsonValue waarde) {
            if (!(waarde instanceof JsonNumber(String letters))) {
                fout("/" + naam, "Verwacht werd een geheel getal, gekregen " + soort(waarde) + ".");
                return OptionalInt.empty();
            }
            double getal = Double.parseDouble(letters);
            if (!Double.isFinite(getal) || getal != Math.rint(getal)) {
                fout("/" + naam, "Verwacht werd een geheel getal, gekregen een ander getal.");
            } else if (getal < 1) {
                fout("/" + naam, "Verwacht werd een getal van 1 of hoger, gekregen een lager getal.");
            } else if (getal > hoogste && hoogste == Gegevensverzoek.GROOTSTE_PAGINA) {
                fout("/" + naam, "Verwacht werd een getal van hoogstens 25000, gekregen een hoger getal.");
            } else {
                return OptionalInt.of((int) Math.min(getal, hoogste));
            }
            return OptionalInt.empty();
        }

        private static String pointer(String naam) {
            String kort = naam.length() > 64 ? naam.substring(0, 64) : naam;
            return "/" + kort.replace("~", "~0").replace("/", "~1");
        }

        private static String soort(JsonValue waarde) {
            return switch (waarde) {
                case JsonText tekst -> "een andere tekst";
                case JsonNumber getal -> "een getal";
                case JsonValue.JsonBool keus -> "true of false";
                case JsonValue.JsonNull niets -> "null";
                case JsonValue.JsonArray lijst -> "een lijst";
                case JsonObject object -> "een object";
            };
        }
    }
}
