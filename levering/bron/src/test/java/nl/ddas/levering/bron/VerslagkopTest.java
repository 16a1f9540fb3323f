// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.verkeer.Aanleverperiode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read in a Verwerkingsverslag to account for it.
class VerslagkopTest {

    private static Optional<Verslagkop> lees(String json) throws IOException {
        return Verslagkop.lees(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void knowsWhichDeliveryAndHowItWasJudged() throws IOException {
        assertThat(lees("""
                {"vorm": 1, "id": "a1", "startdatum": "2026-01-01", "einddatum": "2026-06-30",
                 "aangeleverd": "2026-07-10T05:00:00Z",
                 "oordeel": {"status": "AFGEKEURD", "id": "niet deze"},
                 "bevindingen": [{"code": "T-06", "aantal": 3, "plaatsen": [{"aantal": 9}]}, 7, {"aantal": 4}],
                 "goedkeuring": {"wijze": "geweigerd"}}"""))
                .hasValue(new Verslagkop(
                        Optional.of("a1"),
                        Optional.of(new Aanleverperiode(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30))),
                        Optional.of(Instant.parse("2026-07-10T05:00:00Z")),
                        true,
                        7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"a1\"}",
                "{\"id\": \"a1\", \"startdatum\": \"2026-06-30\", \"einddatum\": \"2026-01-01\"}",
                "{\"id\": \"a1\", \"startdatum\": \"1 januari\", \"einddatum\": [\"2026-01-01\"]}",
                "{\"id\": \"a1\", \"aangeleverd\": \"gisteren\", \"bevindingen\": {\"aantal\": 3}, \"goedkeuring\": 1}",
                "{\"id\": \"a1\", \"bevindingen\": [{\"aantal\": -5}, {\"aantal\": 12345678901234567890123}]}"
            })
    void whatCannotBeUnderstoodIsAbsent(String json) throws IOException {
        assertThat(lees(json))
                .hasValue(new Verslagkop(Optional.of("a1"), Optional.empty(), Optional.empty(), false, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"id\":\"a\"} 1", "{\"id\":\"a\",\"id\":\"b\"}", "{\"bevindingen\":[{"})
    void otherThanOneJsonObjectIsNothing(String json) throws IOException {
        assertThat(lees(json)).isEmpty();
    }
}
