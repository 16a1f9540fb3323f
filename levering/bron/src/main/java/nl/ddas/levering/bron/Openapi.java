// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Versie;

/// `GET /v1/openapi.json`: what this API can do, for anyone (API Design Rules, publish-openapi).
final class Openapi implements Weg {

    /// `info.version` of the document, and the header on every answer.
    static final String VERSIE = "1.0.0";

    private final byte[] document;

    Openapi() {
        String schema = tekst(BerichtLezer.class, "schema/" + Versie.V1_0.tekst() + ".json");
        document = tekst(Openapi.class, "openapi.json")
                .replace("\"@uitwisselmodel@\"", ingebed(schema))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Makes the schema a part of this document: its references start at the root of the document then.
    private static String ingebed(String schema) {
        return schema.strip()
                .replaceFirst("\"\\$schema\"\\s*:\\s*\"[^\"]*\"\\s*,", "")
                .replaceFirst("\"\\$id\"\\s*:\\s*\"[^\"]*\"\\s*,", "")
                .replace("\"#/$defs/", "\"#/components/schemas/Uitwisselmodel/$defs/");
    }

    private static String tekst(Class<?> naast, String naam) {
        try (InputStream in = naast.getResourceAsStream(naam)) {
            if (in == null) {
                throw new IllegalStateException(naam + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException stuk) {
            throw new IllegalStateException(naam + " cannot be read from the class path", stuk);
        }
    }

    @Override
    public Uitslag bewandel(Request verzoek) {
        Headers headers = Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*");
        return new Uitslag.Gegeven(Response.of(200, headers, document), "openapi", "geen");
    }
}
