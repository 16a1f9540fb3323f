// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;

/// The form of one value in JSON Schema.
final class Waardevorm {

    private Waardevorm() {}

    /// The schema with the words, the pattern and the form of this key.
    static JsonObject add(JsonObject schema, Attribuut a) {
        JsonObject groei = schema.with("maxLength", 4096);
        if (!a.keuzes().isEmpty()) {
            groei = groei.with("enum", JsonArray.ofTexts(a.keuzes()));
        }
        if (!a.patroon().isEmpty()) {
            groei = groei.with("pattern", a.patroon());
        }
        String vorm = Waardesoort.of(a.waardesoort()).map(Waardevorm::format).orElse("");
        return vorm.isEmpty() || !a.patroon().isEmpty() ? groei : with(groei, vorm);
    }

    private static JsonObject with(JsonObject schema, String vorm) {
        return vorm.startsWith("^") ? schema.with("pattern", vorm) : schema.with("format", vorm);
    }

    /// A `format` of JSON Schema, or a pattern where it has none.
    private static String format(Waardesoort soort) {
        return switch (soort) {
            case UUID -> "uuid";
            case DATE -> "date";
            case INTEGER -> "^-?(0|[1-9][0-9]{0,30})$";
            case URI, URL -> "uri";
            case ENUM, TEXT -> "";
            case DIGEST -> "^[A-Za-z0-9-]+=[A-Za-z0-9+/]+={0,2}$";
        };
    }
}
