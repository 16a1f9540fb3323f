// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.charset.StandardCharsets;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.Versie;

/// `GET /v1/openapi.json`, `/seed-2024-07/openapi.json` and `/oauth/openapi.json`: what this API can do, for anyone
/// (API Design Rules, publish-openapi); a document for each profile, and one for tokens and keys.
final class Openapi implements Weg {

    /// `info.version` of the document, and the header on every answer.
    static final String VERSIE = "1.0.0";

    private final byte[] document;

    private Openapi(String bestand) {
        String schema = Bundled.text(BerichtLezer.class, "schema/" + Versie.V1_0.tekst() + ".json");
        document = Bundled.text(Openapi.class, bestand)
                .replace("\"@uitwisselmodel@\"", ingebed(schema))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Openapi voorV1() {
        return new Openapi("openapi.json");
    }

    static Openapi voorSeed() {
        return new Openapi("openapi-seed-2024-07.json");
    }

    static Openapi voorTokens() {
        return new Openapi("openapi-tokens.json");
    }

    /// Makes the schema a part of this document: its references start at the root of the document then.
    private static String ingebed(String schema) {
        return schema.strip()
                .replaceFirst("\"\\$schema\"\\s*:\\s*\"[^\"]*\"\\s*,", "")
                .replaceFirst("\"\\$id\"\\s*:\\s*\"[^\"]*\"\\s*,", "")
                .replace("\"#/$defs/", "\"#/components/schemas/Uitwisselmodel/$defs/");
    }

    @Override
    public Uitslag bewandel(Request verzoek) {
        Headers headers = Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*");
        return new Uitslag.Gegeven(Response.of(200, headers, document), "openapi", "geen");
    }
}
