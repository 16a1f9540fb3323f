// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.Bron;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The little that collecting needs of a verified page. What cannot be read is left for the check to report.
///
/// @param paginas number of pages of the delivery, empty without paging block
/// @param aangeleverd `aanleverdatumEnTijd`, as exact as the database keeps it
record Antwoordkop(Optional<Instant> aangeleverd, OptionalInt paginas) {

    private static final JsonFactory JSON = new JsonFactory();

    /// Reads the page as far as needed.
    ///
    /// @throws IOException when the bytes cannot be read; never because of what they say
    static Antwoordkop lees(Bron bron, boolean metPaginering) throws IOException {
        Zoeker zoeker = new Zoeker(metPaginering);
        try (InputStream in = bron.open();
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            zoeker.zoek(json);
        } catch (JacksonException geenJson) {
            if (geenJson.getCause() instanceof IOException onleesbaar) {
                throw onleesbaar;
            }
        }
        return new Antwoordkop(zoeker.aangeleverd, zoeker.paginas);
    }

    private static final class Zoeker {
        private final boolean metPaginering;
        private Optional<Instant> aangeleverd = Optional.empty();
        private OptionalInt paginas = OptionalInt.empty();

        Zoeker(boolean metPaginering) {
            this.metPaginering = metPaginering;
        }

        void zoek(JsonParser json) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String naam = json.currentName();
                JsonToken waarde = json.nextToken();
                if (naam.equals("gegevens") && waarde == JsonToken.START_OBJECT) {
                    gegevens(json);
                } else if (naam.equals("paginering") && waarde == JsonToken.START_OBJECT) {
                    paginering(json);
                } else if (naam.equals("aanleverdatumEnTijd") && waarde == JsonToken.VALUE_STRING) {
                    moment(json.getString());
                } else {
                    json.skipChildren();
                }
                if (isKlaar()) {
                    return;
                }
            }
        }

        private boolean isKlaar() {
            return aangeleverd.isPresent() && (!metPaginering || paginas.isPresent());
        }

        private void gegevens(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean gezocht = json.currentName().equals("aanleverdatumEnTijd");
                if (json.nextToken() == JsonToken.VALUE_STRING && gezocht) {
                    moment(json.getString());
                }
                if (isKlaar()) {
                    return;
                }
                json.skipChildren();
            }
        }

        private void paginering(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean gezocht = json.currentName().equals("totalPages");
                if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && gezocht) {
                    long getal =
                            json.getNumberType() == JsonParser.NumberType.INT ? json.getIntValue() : Integer.MAX_VALUE;
                    paginas = OptionalInt.of((int) Math.max(1, getal));
                }
                json.skipChildren();
            }
        }

        private void moment(String tekst) {
            try {
                aangeleverd =
                        Optional.of(OffsetDateTime.parse(tekst).toInstant().truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeException geenMoment) {
                // The check reports it.
            }
        }
    }
}
