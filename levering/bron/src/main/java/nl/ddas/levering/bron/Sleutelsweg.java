// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Voordeur.Adres;
import nl.ddas.levering.verkeer.Eigensleutels;

/// `GET /.well-known/jwks.json`: the public keys of this supplier with their certificates, to verify its tokens
/// with and to encrypt to it (RFC 7517).
record Sleutelsweg(Eigensleutels eigen) implements Weg {

    static final String PAD = "/.well-known/jwks.json";

    static Adres adres(Eigensleutels eigen) {
        return Adres.lezen(new Sleutelsweg(eigen));
    }

    @Override
    public Uitslag bewandel(Request verzoek) {
        Headers headers = Headers.of("Content-Type", "application/jwk-set+json");
        return new Uitslag.Gegeven(Response.of(200, headers, eigen.bekend().write()), "sleutels", "geen");
    }
}
