// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Makes parsers with our limits: strict JSON, always UTF-8, nothing absurdly deep or long.
final class Lezers {

    static final int LANGSTE_TEKST = 100_000;
    static final int LANGSTE_NAAM = 1_000;
    static final int LANGSTE_GETAL = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Pad.DIEPSTE)
                    .maxStringLength(LANGSTE_TEKST)
                    .maxNameLength(LANGSTE_NAAM)
                    .maxNumberLength(LANGSTE_GETAL)
                    .build())
            .build();

    private Lezers() {}

    static JsonParser op(InputStream stroom) {
        return JSON.createParser(ObjectReadContext.empty(), stroom);
    }

    static JsonParser op(byte[] bytes, int begin, int lengte) {
        return JSON.createParser(ObjectReadContext.empty(), bytes, begin, lengte);
    }
}
