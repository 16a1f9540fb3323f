// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.Problem.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

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

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// An empty body asks for everything that is standard.
    Uitkomst lees(byte[] inhoud) {
        if (inhoud.length == 0) {
            return new Uitkomst.Gelezen(Gegevensverzoek.LEEG);
        }
        Lezing lezing = new Lezing();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), tekst(inhoud))) {
            lezing.lees(parser);
        } catch (CharacterCodingException geenUtf8) {
            lezing.fout("", "Het verzoek is geen tekst in UTF-8. Stuur het verzoek in UTF-8.");
        } catch (JacksonException geenJson) {
            lezing.fout("", geenJson(geenJson));
        }
        return lezing.uitkomst();
    }

    private static String tekst(byte[] inhoud) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(inhoud))
                .toString();
    }

    private static String geenJson(JacksonException fout) {
        return "Het verzoek is geen geldige JSON, of een veld staat er twee keer in (regel "
                + Math.max(1, fout.getLocation().getLineNr()) + ", kolom "
                + Math.max(1, fout.getLocation().getColumnNr()) + ").";
    }

    /// The parameters and faults of one body.
    private static final class Lezing {
        private final List<Fault> fouten = new ArrayList<>();
        private Optional<LocalDate> startdatum = Optional.empty();
        private Optional<LocalDate> einddatum = Optional.empty();
        private Optional<String> organisatie = Optional.empty();
        private OptionalInt page = OptionalInt.empty();
        private OptionalInt pageSize = OptionalInt.empty();

        Uitkomst uitkomst() {
            return fouten.isEmpty()
                    ? new Uitkomst.Gelezen(new Gegevensverzoek(startdatum, einddatum, organisatie, page, pageSize))
                    : new Uitkomst.Onjuist(List.copyOf(fouten));
        }

        void fout(String pointer, String detail) {
            if (fouten.size() < MEESTE_FOUTEN) {
                fouten.add(new Fault(pointer, detail));
            }
        }

        void lees(JsonParser parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                fout("", "Verwacht werd een JSON-object met de parameters, bijvoorbeeld {}.");
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String naam = parser.currentName();
                parser.nextToken();
                veld(naam, parser);
            }
            if (parser.nextToken() != null) {
                fout("", "Na het JSON-object staat nog meer. Stuur één object.");
            }
        }

        private void veld(String naam, JsonParser parser) {
            switch (naam) {
                case "aanleverperiodeStartdatum" -> startdatum = datum(naam, parser);
                case "aanleverperiodeEinddatum" -> einddatum = datum(naam, parser);
                case "aanleverende_organisatie" -> organisatie = tekst(naam, parser);
                case "page" -> page = getal(naam, Integer.MAX_VALUE, parser);
                case "pageSize" -> pageSize = getal(naam, Gegevensverzoek.GROOTSTE_PAGINA, parser);
                default -> {
                    fout(pointer(naam), "Deze parameter bestaat niet. Bekend zijn " + BEKEND + ".");
                    parser.skipChildren();
                }
            }
        }

        private Optional<LocalDate> datum(String naam, JsonParser parser) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    String tekst = parser.getString();
                    // The parser of the JDK also takes years of more than four digits.
                    if (tekst.length() == 10) {
                        return Optional.of(LocalDate.parse(tekst));
                    }
                } catch (DateTimeParseException geenDatum) {
                    // Told below, together with the other things that are no date.
                }
            }
            fout("/" + naam, "Verwacht werd een bestaande datum als jjjj-mm-dd, gekregen " + soort(parser) + ".");
            parser.skipChildren();
            return Optional.empty();
        }

        private Optional<String> tekst(String naam, JsonParser parser) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return Optional.of(parser.getString().strip()).filter(tekst -> !tekst.isEmpty());
            }
            fout("/" + naam, "Verwacht werd een tekst, gekregen " + soort(parser) + ".");
            parser.skipChildren();
            return Optional.empty();
        }

        private OptionalInt getal(String naam, int hoogste, JsonParser parser) {
            if (!parser.currentToken().isNumeric()) {
                fout("/" + naam, "Verwacht werd een geheel getal, gekregen " + soort(parser) + ".");
                parser.skipChildren();
                return OptionalInt.empty();
            }
            double waarde = parser.getDoubleValue();
            if (!Double.isFinite(waarde) || waarde != Math.rint(waarde)) {
                fout("/" + naam, "Verwacht werd een geheel getal, gekregen een ander getal.");
            } else if (waarde < 1) {
                fout("/" + naam, "Verwacht werd een getal van 1 of hoger, gekregen een lager getal.");
            } else if (waarde > hoogste && hoogste == Gegevensverzoek.GROOTSTE_PAGINA) {
                fout("/" + naam, "Verwacht werd een getal van hoogstens 25000, gekregen een hoger getal.");
            } else {
                return OptionalInt.of((int) Math.min(waarde, hoogste));
            }
            return OptionalInt.empty();
        }

        private static String pointer(String naam) {
            String kort = naam.length() > 64 ? naam.substring(0, 64) : naam;
            return "/" + kort.replace("~", "~0").replace("/", "~1");
        }

        private static String soort(JsonParser parser) {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> "een andere tekst";
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "een getal";
                case VALUE_TRUE, VALUE_FALSE -> "true of false";
                case VALUE_NULL -> "null";
                case START_ARRAY -> "een lijst";
                case START_OBJECT -> "een object";
                case END_ARRAY, END_OBJECT, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "iets anders";
            };
        }
    }
}
