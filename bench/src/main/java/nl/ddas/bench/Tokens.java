// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Bare tokenising by Jackson, nothing else: the yardstick.
final class Tokens {

    private final JsonFactory json = new JsonFactory();

    void lees(byte[] bytes) {
        try (JsonParser lezer = json.createParser(ObjectReadContext.empty(), bytes)) {
            loop(lezer);
        }
    }

    void lees(InputStream stroom) {
        try (JsonParser lezer = json.createParser(ObjectReadContext.empty(), stroom)) {
            loop(lezer);
        }
    }

    private static void loop(JsonParser lezer) {
        long tokens = 0;
        while (lezer.nextToken() != null) {
            tokens++;
        }
        if (tokens == 0) {
            throw new IllegalStateException("expected tokens");
        }
    }
}
