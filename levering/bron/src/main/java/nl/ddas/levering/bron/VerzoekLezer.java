// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
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
import nl.ddas.levering.model.Paginering;

/// Reads the body of a request for gegevens; finds all faults at once.
final class VerzoekLezer {

    /// What the body holds.
    sealed interface Uitkomst {
        record Gelezen(Gegevensverzoek verzoek) implements Uitkomst {}

        /// @param fouten at least one, ready to show
        record Onjuist(List<Fault> fouten) implements Uitkomst {}
    }

    private static final int MEESTE_FOUTEN = 100;

    /// What may be asked: by its name in the message (v1.0), and by the short one in the text of July 2024, whose
    /// OpenAPI file has the names of v1.0.
    private enum Parameter {
        STARTDATUM("aanleverperiodeStartdatum", "startdatum"),
        EINDDATUM("aanleverperiodeEinddatum", "einddatum"),
        ORGANISATIE("aanleverende_organisatie", "gemeente"),
        PAGE("page", "page"),
        PAGE_SIZE("pageSize", "pageSize");

        private final String naam;
        private final String kort;

        Parameter(String naam, String kort) {
            this.naam = naam;
            this.kort = kort;
        }

        private static String opsomming(Function<Parameter, String> naam) {
            String alle = Arrays.stream(values()).map(naam).collect(Collectors.joining(", "));
            int laatste = alle.lastIndexOf(", ");
            return alle.substring(0, laatste) + " en " + alle.substring(laatste + 2);
        }
    }

    private final Map<String, Parameter> parameters;
    private final String bekend;

    private VerzoekLezer(Map<String, Parameter> parameters, String bekend) {
        this.parameters = parameters;
        this.bekend = bekend;
    }

    /// Of profile v1.0.
    static VerzoekLezer voorV1() {
        Map<String, Parameter> parameters = new HashMap<>();
        for (Parameter parameter : Parameter.values()) {
            parameters.put(parameter.naam, parameter);
        }
        return new VerzoekLezer(Map.copyOf(parameters), Parameter.opsomming(parameter -> parameter.naam));
    }

    /// Of profile `seed-2024-07`: its own names as well.
    static VerzoekLezer voorSeed() {
        Map<String, Parameter> parameters = new HashMap<>(voorV1().parameters);
        for (Parameter parameter : Parameter.values()) {
            parameters.put(parameter.kort, parameter);
        }
        return new VerzoekLezer(
                Map.copyOf(parameters), Parameter.opsomming(parameter -> parameter.kort) + " (en de namen van v1.0)");
    }

    /// An empty body asks for everything that is standard.
    Uitkomst lees(byte[] inhoud) {
        if (inhoud.length == 0) {
            return new Uitkomst.Gelezen(Gegevensverzoek.LEEG);
        }
        return switch (JsonReading.of(inhoud)) {
            case JsonReading.Refused geweigerd -> onjuist(geweigerd.detail());
            case JsonReading.Read(JsonObject verzoek) -> new Lezing(parameters, bekend).lees(verzoek);
            case JsonReading.Read anders ->
                onjuist("Verwacht werd een JSON-object met de parameters, bijvoorbeeld {}.");
        };
    }

    private static Uitkomst onjuist(String detail) {
        return new Uitkomst.Onjuist(List.of(new Fault("", detail)));
    }

    /// The parameters and faults of one body.
    private static final class Lezing {
        private final Map<String, Parameter> parameters;
        private final String bekend;
        private final Set<Parameter> gezien = EnumSet.noneOf(Parameter.class);
        private final List<Fault> fouten = new ArrayList<>();
        private Optional<LocalDate> startdatum = Optional.empty();
        private Optional<LocalDate> einddatum = Optional.empty();
        private Optional<String> organisatie = Optional.empty();
        private OptionalInt page = OptionalInt.empty();
        private OptionalInt pageSize = OptionalInt.empty();

        Lezing(Map<String, Parameter> parameters, String bekend) {
            this.parameters = parameters;
            this.bekend = bekend;
        }

        Uitkomst lees(JsonObject verzoek) {
            verzoek.members().forEach(this::veld);
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
            Optional<Parameter> bedoeld = Optional.ofNullable(parameters.get(naam));
            if (bedoeld.isEmpty()) {
                fout(pointer(naam), "Deze parameter bestaat niet. Bekend zijn " + bekend + ".");
            } else if (!gezien.add(bedoeld.get())) {
                fout(pointer(naam), "Deze parameter staat er al onder een andere naam. Geef er een van beide.");
            } else {
                neem(bedoeld.get(), naam, waarde);
            }
        }

        private void neem(Parameter parameter, String naam, JsonValue waarde) {
            switch (parameter) {
                case STARTDATUM -> startdatum = datum(naam, waarde);
                case EINDDATUM -> einddatum = datum(naam, waarde);
                case ORGANISATIE -> organisatie = tekst(naam, waarde);
                case PAGE -> page = getal(naam, waarde);
                case PAGE_SIZE -> pageSize = paginagrootte(naam, waarde);
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

        /// A whole number from 1; one that is too large to count with is the largest.
        private OptionalInt getal(String naam, JsonValue waarde) {
            if (!(waarde instanceof JsonNumber(String letters))) {
                fout("/" + naam, "Verwacht werd een geheel getal, gekregen " + soort(waarde) + ".");
                return OptionalInt.empty();
            }
            double getal = Double.parseDouble(letters);
            if (!Double.isFinite(getal) || getal != Math.rint(getal)) {
                fout("/" + naam, "Verwacht werd een geheel getal, gekregen een ander getal.");
                return OptionalInt.empty();
            }
            if (getal < 1) {
                fout("/" + naam, "Verwacht werd een getal van 1 of hoger, gekregen een lager getal.");
                return OptionalInt.empty();
            }
            return OptionalInt.of((int) Math.min(getal, Integer.MAX_VALUE));
        }

        private OptionalInt paginagrootte(String naam, JsonValue waarde) {
            OptionalInt getal = getal(naam, waarde);
            if (getal.isPresent() && getal.getAsInt() > Paginering.VOLLE_PAGINA) {
                fout(
                        "/" + naam,
                        "Verwacht werd een getal van hoogstens " + Paginering.VOLLE_PAGINA
                                + ", gekregen een hoger getal.");
                return OptionalInt.empty();
            }
            return getal;
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
