// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.BronConfig.Tokens;
import nl.ddas.levering.bron.Voordeur.Adres;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.jose.AccessTokens;
import nl.ddas.trust.jose.ClientAssertions;

/// What the API needs to give and check access tokens, made from settings and own keys.
record Tokeninrichting(Tokens instelling, AccessTokens tokens, ClientAssertions bewijzen) {

    static final String METADATA = "/.well-known/oauth-authorization-server";

    private static final String DOCUMENT = "/oauth/openapi.json";

    static Tokeninrichting maak(Tokens instelling, Eigensleutels eigen, BronOnderdelen onderdelen) {
        Clock clock = onderdelen.clock();
        String uitgever = instelling.uitgever();
        return new Tokeninrichting(
                instelling,
                new AccessTokens(eigen::ondertekenaar, uitgever, instelling.duur(), clock, onderdelen.willekeur()),
                new ClientAssertions(
                        new JwtVerifier(eigen.vertrouwen(), Set.of("jwt"), clock),
                        Set.of(uitgever, uitgever + Tokenweg.PAD),
                        clock));
    }

    /// The same way, for who comes with a token.
    Weg voor(Weg weg) {
        return new Tokencontrole(instelling.modus(), tokens, weg);
    }

    /// The addresses that have to do with tokens alone.
    Map<String, Adres> adressen(Ontvangst ontvangst) {
        return Map.of(
                Tokenweg.PAD,
                Adres.sturen(new Tokenweg(tokens, bewijzen, ontvangst)),
                METADATA,
                Adres.lezen(this::metadata),
                DOCUMENT,
                Adres.lezen(Openapi.voorTokens()));
    }

    /// What a client must know of this authorization server (RFC 8414, section 2; RFC 8705, section 3.3).
    private Uitslag metadata(Request verzoek) {
        String uitgever = instelling.uitgever();
        byte[] document = JsonObject.EMPTY
                .with("issuer", uitgever)
                .with("token_endpoint", uitgever + Tokenweg.PAD)
                .with("jwks_uri", uitgever + Sleutelsweg.PAD)
                .with("scopes_supported", JsonArray.ofTexts(Tokenweg.SCOPES))
                .with("response_types_supported", JsonArray.ofTexts(List.of()))
                .with("grant_types_supported", JsonArray.ofTexts(List.of("client_credentials")))
                .with(
                        "token_endpoint_auth_methods_supported",
                        JsonArray.ofTexts(List.of("tls_client_auth", "private_key_jwt")))
                .with("token_endpoint_auth_signing_alg_values_supported", JsonArray.ofTexts(List.of("PS256")))
                .with("tls_client_certificate_bound_access_tokens", true)
                .toBytes();
        Headers headers = Headers.of("Content-Type", "application/json");
        return new Uitslag.Gegeven(Response.of(200, headers, document), "token-beschrijving", "geen");
    }
}
