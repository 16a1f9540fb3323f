// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Weigering;
import org.jdbi.v3.core.JdbiException;

/// Whether the collector works: a word for whoever may ask, all of it for the administrator of this machine.
///
/// @param database asks the database for next to nothing; throws a [JdbiException] when it is not there
/// @param ondertekent whether the key for signing works
/// @param opmerking what the operator should know of keys and suppliers, Dutch; empty when all is well
/// @param logboek how it stands with the log, Dutch
record Gezondheid(
        Runnable database,
        BooleanSupplier ondertekent,
        Supplier<Optional<String>> opmerking,
        Supplier<String> logboek) {

    /// Why nothing can be taken in now; empty when it can. Anybody with a certificate may ask it often, so it
    /// looks at no more than that, and the log hears nothing of it.
    Optional<Weigering> bezwaar() {
        if (!isDatabaseBereikbaar()) {
            return Optional.of(databaseWeg());
        }
        return ondertekent.getAsBoolean() ? Optional.empty() : Optional.of(Weigering.ondertekenenLuktNiet());
    }

    /// The answer of `/health` for the administrator.
    Response antwoord() {
        if (!isDatabaseBereikbaar()) {
            return Response.text(503, "application/json", "{\"status\":\"database-weg\"}");
        }
        boolean lukt = ondertekent.getAsBoolean();
        JsonObject kort = JsonObject.EMPTY
                .with("status", lukt ? "goed" : "ondertekening-niet-beschikbaar")
                .with("logboek", logboek.get());
        JsonObject stand =
                opmerking.get().map(tekst -> kort.with("verbinding", tekst)).orElse(kort);
        return Response.of(lukt ? 200 : 503, Headers.of("Content-Type", "application/json"), stand.toBytes());
    }

    /// Our database is not there now.
    static Weigering databaseWeg() {
        return Weigering.van("database-weg", 503, "Nu even niet", "De database is niet bereikbaar. Probeer het later.")
                .na(Duration.ofMinutes(5));
    }

    private boolean isDatabaseBereikbaar() {
        try {
            database.run();
            return true;
        } catch (JdbiException weg) {
            return false;
        }
    }
}
