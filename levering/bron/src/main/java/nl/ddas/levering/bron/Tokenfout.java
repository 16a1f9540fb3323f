// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.Locale;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Weigering;

/// Why no token is given. Clients of OAuth read `error` and nothing else (RFC 6749, section 5.2), so that is what is
/// answered, unless the caller says that it takes problem+json, as the API design rules want.
///
/// @param status 400 and 401 as RFC 6749 says; 413 and 415 as for every other body
/// @param waarom Dutch, plain ASCII without quotes (RFC 6749, section 5.2)
record Tokenfout(Soort soort, int status, String waarom) {

    /// The errors of RFC 6749, section 5.2; `invalid_grant` has no case here: there is nothing but the client
    /// to be wrong.
    enum Soort {
        INVALID_REQUEST(400, "Dit verzoek om een token klopt niet"),
        INVALID_CLIENT(401, "Deze afnemer krijgt hier geen token"),
        UNSUPPORTED_GRANT_TYPE(400, "Zo is hier geen token te krijgen"),
        INVALID_SCOPE(400, "Deze scope is er niet");

        private final int status;
        private final String titel;

        Soort(int status, String titel) {
            this.status = status;
            this.titel = titel;
        }

        /// As in `error`.
        private String naam() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String code() {
            return "token-" + naam().replace('_', '-');
        }
    }

    static Tokenfout van(Soort soort, String waarom) {
        return new Tokenfout(soort, soort.status, waarom);
    }

    static Tokenfout geenFormulier() {
        return new Tokenfout(
                Soort.INVALID_REQUEST, 415, "stuur een formulier met Content-Type: application/x-www-form-urlencoded");
    }

    static Tokenfout teGroot() {
        return new Tokenfout(Soort.INVALID_REQUEST, 413, "het verzoek is te groot");
    }

    /// @param verzoek says in `Accept` what it takes
    Uitslag antwoord(Request verzoek) {
        boolean probleem = verzoek.headers().all("Accept").stream()
                .anyMatch(soorten -> soorten.toLowerCase(Locale.ROOT).contains("application/problem+json"));
        if (probleem) {
            String detail = waarom.substring(0, 1).toUpperCase(Locale.ROOT) + waarom.substring(1) + ".";
            return Uitslag.geweigerd(Weigering.van(soort.code(), status, soort.titel, detail));
        }
        JsonObject fout = JsonObject.EMPTY.with("error", soort.naam()).with("error_description", waarom);
        return new Uitslag.Gegeven(antwoord(status, fout), soort.code(), "geen");
    }

    /// An answer of the token endpoint, which nobody may keep (RFC 6749, section 5.1).
    static Response antwoord(int status, JsonObject inhoud) {
        return Response.of(
                status,
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store", "Pragma", "no-cache"),
                inhoud.toBytes());
    }
}
