// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// What reading a small JSON body came to: a value, or a refusal with its place.
///
/// Stricter than the grammar of RFC 8259: valid UTF-8 without byte order mark, no name twice in an object, whole
/// characters only in texts (RFC 7493), and within [Limits].
public sealed interface JsonReading {

    /// Deepest nesting of objects and arrays.
    int MAX_DEPTH = 16;

    /// Longest number in characters.
    int MAX_NUMBER = 40;

    /// How much a body may ask of its reader.
    ///
    /// @param depth deepest nesting of objects and arrays
    /// @param numberLength longest number in characters
    /// @param doublesOnly whether a number that no IEEE double can hold (such as `1e400`) is refused (RFC
    ///     7493, 2.2)
    /// @param values most values altogether, each object, array and member among them: a value of two bytes
    ///     takes up to two hundred in memory
    record Limits(int depth, int numberLength, boolean doublesOnly, int values) {

        /// For requests and settings: [#MAX_DEPTH], [#MAX_NUMBER], numbers of any size.
        public static final Limits SMALL = new Limits(MAX_DEPTH, MAX_NUMBER, false);

        /// @throws IllegalArgumentException when deeper than 72, longer than 1.000 or fewer than one value is
        ///     asked for
        public Limits {
            if (depth < 1 || depth > 72 || numberLength < 1 || numberLength > 1000 || values < 1) {
                throw new IllegalArgumentException(
                        "Limits: expected depth 1-72, numberLength 1-1000 and values from 1, got " + depth + ", "
                                + numberLength + " and " + values);
            }
        }

        /// As many values as there is room for.
        public Limits(int depth, int numberLength, boolean doublesOnly) {
            this(depth, numberLength, doublesOnly, Integer.MAX_VALUE);
        }
    }

    /// The body is good.
    record Read(JsonValue value) implements JsonReading {}

    /// The body is refused.
    ///
    /// @param line from 1; 0 when the fault has no place
    /// @param column from 1; 0 when the fault has no place
    record Refused(Reason reason, int line, int column) implements JsonReading {

        /// What is wrong and where, Dutch; no data from the body.
        public String detail() {
            return line > 0 ? reason.text() + " (regel " + line + ", teken " + column + ")." : reason.text() + ".";
        }
    }

    /// Why a body is refused. What is read may be a message or a file, so the texts call it neither.
    enum Reason {
        TOO_LARGE("Dit is groter dan hier is toegestaan"),
        NOT_UTF8("Dit is geen geldige UTF-8; sla het op als UTF-8 zonder byte order mark"),
        NOT_JSON("Dit is geen geldige JSON"),
        DUPLICATE_NAME("Een naam komt twee keer voor in hetzelfde object"),
        TOO_DEEP("Dit is dieper genest dan hier mag (gewoonlijk " + MAX_DEPTH + " niveaus)"),
        TOO_MANY("Er staan meer losse waarden in dan hier mogen"),
        NUMBER_TOO_LONG("Een getal heeft meer tekens dan hier mag (gewoonlijk " + MAX_NUMBER + ")"),
        NUMBER_TOO_LARGE("Een getal is groter dan een computer als getal kan bewaren"),
        TRAILING("Na het einde van de JSON staat nog iets");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /// Reads a whole body within [Limits#SMALL].
    ///
    /// @param maxBytes largest body
    /// @throws IOException when the stream fails
    static JsonReading of(InputStream body, int maxBytes) throws IOException {
        return of(body, maxBytes, Limits.SMALL);
    }

    /// Reads a whole body.
    ///
    /// @param maxBytes largest body
    /// @throws IOException when the stream fails
    static JsonReading of(InputStream body, int maxBytes, Limits limits) throws IOException {
        byte[] bytes = body.readNBytes(maxBytes + 1);
        return bytes.length > maxBytes ? new Refused(Reason.TOO_LARGE, 0, 0) : of(bytes, limits);
    }

    /// Reads a whole body within [Limits#SMALL].
    static JsonReading of(byte[] body) {
        return of(body, Limits.SMALL);
    }

    /// Reads a whole body.
    static JsonReading of(byte[] body, Limits limits) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\ufeff") ? new Refused(Reason.NOT_UTF8, 1, 1) : JsonParsing.parse(text, limits);
        } catch (CharacterCodingException broken) {
            return new Refused(Reason.NOT_UTF8, 0, 0);
        }
    }
}
