// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.verkeer.Aanleverperiode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// What a Verwerkingsverslag says of itself and of the delivery it is about, as far as it can be understood: the rest
/// of a report is for people.
///
/// @param id as it stands there, good or not
/// @param periode of the delivery
/// @param aangeleverd `aanleverdatumEnTijd` of the delivery
/// @param isGeweigerd whether the whole delivery was refused
/// @param bevindingen how many findings there are, 0 or more
record Verslagkop(
        Optional<String> id,
        Optional<Aanleverperiode> periode,
        Optional<Instant> aangeleverd,
        boolean isGeweigerd,
        long bevindingen) {

    private static final int LANGSTE_TEKST = 100;
    private static final int LANGSTE_GETAL = 12;
    private static final String WIJZE = "goedkeuring.wijze";
    private static final String BEVINDINGEN = "bevindingen";
    private static final Set<String> TEKSTEN = Set.of("id", "startdatum", "einddatum", "aangeleverd", WIJZE);

    /// Reads to the end.
    ///
    /// @return empty when it is no JSON object
    /// @throws IOException when it cannot be read
    static Optional<Verslagkop> lees(InputStream in) throws IOException {
        JsonFactory json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Lezer lezer = new Lezer(parser);
            lezer.object("");
            return parser.nextToken() == null ? Optional.of(lezer.kop()) : Optional.empty();
        } catch (JacksonException geenJson) {
            return Optional.empty();
        }
    }

    /// Walks over the members by name; everything else is skipped.
    private static final class Lezer {
        private final JsonParser parser;
        private final Map<String, String> teksten = new HashMap<>();
        private long bevindingen;

        Lezer(JsonParser parser) {
            this.parser = parser;
        }

        void object(String ervoor) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String naam = ervoor + parser.currentName();
                JsonToken soort = parser.nextToken();
                if (soort == JsonToken.VALUE_STRING && TEKSTEN.contains(naam)) {
                    tekst(naam);
                } else if (soort == JsonToken.VALUE_NUMBER_INT && naam.equals(BEVINDINGEN + ".aantal")) {
                    tel();
                } else if (soort == JsonToken.START_OBJECT && naam.equals("goedkeuring")) {
                    object(naam + ".");
                } else if (soort == JsonToken.START_ARRAY && naam.equals(BEVINDINGEN)) {
                    lijst(naam + ".");
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void lijst(String ervoor) {
            for (JsonToken soort = parser.nextToken(); soort != JsonToken.END_ARRAY; soort = parser.nextToken()) {
                if (soort == JsonToken.START_OBJECT) {
                    object(ervoor);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void tekst(String naam) {
            if (parser.getStringLength() <= LANGSTE_TEKST) {
                teksten.put(naam, parser.getString());
            }
        }

        private void tel() {
            if (parser.getStringLength() <= LANGSTE_GETAL) {
                bevindingen += Math.max(0, parser.getLongValue());
            }
        }

        Verslagkop kop() {
            return new Verslagkop(
                    Optional.ofNullable(teksten.get("id")),
                    periode(),
                    Optional.ofNullable(teksten.get("aangeleverd")).flatMap(Lezer::moment),
                    "geweigerd".equals(teksten.get(WIJZE)),
                    bevindingen);
        }

        private Optional<Aanleverperiode> periode() {
            try {
                return Optional.of(new Aanleverperiode(
                        LocalDate.parse(teksten.getOrDefault("startdatum", "")),
                        LocalDate.parse(teksten.getOrDefault("einddatum", ""))));
            } catch (DateTimeException | IllegalArgumentException geenPeriode) {
                return Optional.empty();
            }
        }

        private static Optional<Instant> moment(String tekst) {
            try {
                return Optional.of(Instant.parse(tekst));
            } catch (DateTimeException geenMoment) {
                return Optional.empty();
            }
        }
    }
}
