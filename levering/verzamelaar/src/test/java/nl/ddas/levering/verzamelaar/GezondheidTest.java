// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Weigering;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

/// What whoever may ask hears, and what the administrator hears.
class GezondheidTest {

    private static void daar() {}

    private static void weg() {
        throw new ConnectionException(new IllegalStateException("away"));
    }

    /// A certificate in a file for each supplier, and the like: work that nobody outside may ask for.
    @Test
    void whoAsksFromOutsideCausesNoOtherWork() {
        assertThat(buiten(GezondheidTest::daar, true).bezwaar()).isEmpty();
        assertThat(buiten(GezondheidTest::daar, false).bezwaar().map(Weigering::code))
                .contains("ondertekening-niet-beschikbaar");
        assertThat(buiten(GezondheidTest::weg, true).bezwaar()).hasValueSatisfying(weg -> {
            assertThat(weg.code()).isEqualTo("database-weg");
            assertThat(weg.status()).isEqualTo(503);
            assertThat(weg.headers().first("Retry-After")).contains("300");
        });
    }

    private static Gezondheid buiten(Runnable database, boolean ondertekent) {
        return new Gezondheid(
                database,
                () -> ondertekent,
                () -> {
                    throw new AssertionError("nobody needs the remark");
                },
                () -> {
                    throw new AssertionError("nobody needs the state of the log");
                });
    }

    @Test
    void theAdministratorHearsAll() {
        assertThat(antwoord(GezondheidTest::daar, true))
                .isEqualTo("200 {\"status\":\"goed\",\"logboek\":\"geen\",\"verbinding\":\"loopt af\"}");
        assertThat(antwoord(GezondheidTest::daar, false))
                .startsWith("503 {\"status\":\"ondertekening-niet-beschikbaar\"");
        assertThat(antwoord(GezondheidTest::weg, true)).isEqualTo("503 {\"status\":\"database-weg\"}");
    }

    private static String antwoord(Runnable database, boolean ondertekent) {
        Response antwoord =
                new Gezondheid(database, () -> ondertekent, () -> Optional.of("loopt af"), () -> "geen").antwoord();
        return antwoord.status() + " "
                + new String(((Response.Body.Bytes) antwoord.body()).bytes(), StandardCharsets.UTF_8);
    }
}
