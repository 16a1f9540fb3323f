// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Schuldhulptraject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Source records for tests, from JSON with `_org` and `_aangeleverd` beside the fields of the model.
final class Bronrecords {
    static final byte[] GEHEIM = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final Bronplaats.Bericht BESTAND = Bronplaats.Bericht.bestand("test.json");

    private static final JsonMapper MAPPER = new JsonMapper();

    private Bronrecords() {}

    static List<Bronrecord> records(List<JsonNode> trajecten, BsnModus modus) {
        List<Bronrecord> records = new ArrayList<>();
        for (JsonNode traject : trajecten) {
            records.add(record(traject, records.size(), modus));
        }
        return records;
    }

    static Bronrecord record(String json, int index) {
        return record(MAPPER.readTree(json.replace('\'', '"')), index, BsnModus.STRIKT);
    }

    private static Bronrecord record(JsonNode json, int index, BsnModus modus) {
        Schuldhulptraject traject = Trajecten.van(json);
        return Bronrecord.van(
                new Bronplaats(BESTAND, 0, index),
                herkomst(
                        organisatie(Trajecten.tekst(json, "_org").orElse("O1")),
                        Trajecten.tekst(json, "_aangeleverd").orElse("2025-01-15")),
                traject,
                new Persoonsherkenner(modus, new Pseudoniem(GEHEIM)));
    }

    static Organisatiesleutel organisatie(String naam) {
        boolean gemeente = naam.startsWith("GM");
        return Organisatiesleutel.van(new Organisatie(
                Optional.of(naam),
                Optional.empty(),
                Optional.empty(),
                gemeente ? Optional.of(naam) : Optional.empty(),
                List.of()));
    }

    /// @param dag of delivery; empty when it is not known
    static Herkomst herkomst(Organisatiesleutel organisatie, String dag) {
        return new Herkomst(
                organisatie, Optional.of(dag).filter(tekst -> !tekst.isEmpty()).map(tekst -> LocalDate.parse(tekst)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)));
    }
}
