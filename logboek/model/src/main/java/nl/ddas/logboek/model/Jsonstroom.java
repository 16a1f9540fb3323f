// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Walks JSON token by token. Whoever reads a value leaves the parser on its last token.
final class Jsonstroom {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // OTLP and the standard are UTF-8; guessing anything else fails in ways of its own.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(100)
                    .maxNameLength(4096)
                    .maxStringLength(Grenzen.STANDAARD.regelbytes())
                    .build())
            .build();

    private final Jsonvenster venster;
    private final JsonParser json;

    /// @param grens how much text of one object can be had, in bytes
    Jsonstroom(InputStream in, int grens) {
        this.venster = new Jsonvenster(in, grens);
        this.json = FACTORY.createParser(ObjectReadContext.empty(), venster);
    }

    /// Reads a member whose name is given.
    interface Lid {
        void read(String naam) throws IOException;
    }

    /// Reads an element.
    interface Element {
        void read() throws IOException;
    }

    /// To the next token; false at the end of the input.
    boolean next() {
        return json.nextToken() != null;
    }

    JsonToken token() {
        return json.currentToken();
    }

    boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isArray() {
        return json.currentToken() == JsonToken.START_ARRAY;
    }

    /// Every member of the object that begins here; fails when none does.
    void members(Lid lid) throws IOException {
        if (!isObject()) {
            throw broken();
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String naam = json.currentName();
            json.nextToken();
            lid.read(naam);
        }
    }

    /// Every element of the array that begins here; fails when none does.
    void elements(Element element) throws IOException {
        if (!isArray()) {
            throw broken();
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /// The text of the object that begins here, byte for byte, while it is read; cut when it is longer.
    Ruw text(int limiet, Element lezing) throws IOException {
        venster.begin(json.currentLocation().getByteOffset() - 1);
        lezing.read();
        return venster.until(json.currentLocation().getByteOffset(), limiet);
    }

    /// Passes over the value.
    void skip() {
        json.skipChildren();
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isText() {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    /// The text; empty, and passed over, when the value is no text.
    Optional<String> text() {
        if (isText()) {
            return Optional.of(json.getString());
        }
        skip();
        return Optional.empty();
    }

    /// The text of a text or a number as it stands there; empty, and passed over, otherwise.
    Optional<String> textOrNumber() {
        return isText() || json.currentToken().isNumeric() ? Optional.of(json.getString()) : skipped();
    }

    private Optional<String> skipped() {
        skip();
        return Optional.empty();
    }

    /// A whole number of 64 bits, written as a number or as a text; unsigned ones above 2^63 come out negative.
    OptionalLong whole() {
        Optional<String> text = textOrNumber();
        return text.isEmpty() ? OptionalLong.empty() : whole(text.get());
    }

    static OptionalLong whole(String text) {
        try {
            return OptionalLong.of(text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// A floating-point number.
    Optional<BigDecimal> number() {
        try {
            return textOrNumber().map(BigDecimal::new);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    StreamReadException broken() {
        return new StreamReadException(json, "another kind of value than the format has here");
    }
}
