// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

    private static final String BEKEND =
            "aanleverperiodeStartdatum, aanleverperiodeEinddatum, aanleverende_organisatie, page en pageSize";
    private static final int MEESTE_FOUTEN = 100;

    /// An empty body asks for everything that is standard.
    Uitkomst lees(byte[] inhoud) {
        if (inhoud.length == 0) {
            return new Uitkomst.Gelezen(Gegevensverzoek.LEEG);
        }
        return switch (JsonReading.of(inhoud)) {
            case JsonReading.Refused geweigerd -> onjuist(geweigerd.detail());
            case JsonReading.Read(JsonObject parameters) -> new Lezing().lees(parameters);
            case JsonReading.Read anders ->
                onjuist("Verwacht werd een JSON-object met de parameters, bijvoorbeeld {}.");
        };
    }

    private static Uitkomst onjuist(String detail) {
        return new Uitkomst.Onjuist(List.of(new Fault("", detail)));
    }

    /// The parameters and faults of one body.
    private static final class Lezing {
        private final List<Fault> fouten = new ArrayList<>();
        private Optional<LocalDate> startdatum = Optional.empty();
        private Optional<LocalDate> einddatum = Optional.empty();
        private Optional<String> organisatie = Optional.empty();
        private OptionalInt page = OptionalInt.empty();
        private OptionalInt pageSize = OptionalInt.empty();

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
            switch (naam) {
                case "aanleverperiodeStartdatum" -> startdatum = datum(naam, waarde);
                case "aanleverperiodeEinddatum" -> einddatum = datum(naam, waarde);
                case "aanleverende_organisatie" -> organisatie = tekst(naam, waarde);
                case "page" -> page = getal(naam, Integer.MAX_VALUE, waarde);
                case "pageSize" -> pageSize = getal(naam, Gegevensverzoek.GROOTSTE_PAGINA, waarde);
                default -> fout(pointer(naam), "Deze parameter bestaat niet. Bekend zijn " + BEKEND + ".");
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
