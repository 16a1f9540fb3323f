// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.InputStream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// `GET /v1/openapi.json`: what this API can do, for anyone (API Design Rules, publish-openapi).
final class Openapi implements Weg {

    /// `info.version` of the document, and the header on every answer.
    static final String VERSIE = "1.0.0";

    private final byte[] document;

    Openapi() {
        try (InputStream in = Openapi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the class path");
            }
            document = in.readAllBytes();
        } catch (IOException stuk) {
            throw new IllegalStateException("openapi.json cannot be read from the class path", stuk);
        }
    }

    @Override
    public Uitslag bewandel(Request verzoek) {
        Headers headers = Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*");
        return new Uitslag.Gegeven(Response.of(200, headers, document), "openapi", "geen");
    }
}
