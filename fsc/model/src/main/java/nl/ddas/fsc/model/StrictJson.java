// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonReading.Limits;
import nl.ddas.basis.JsonValue.JsonObject;

/// Reads the JSON of other Peers: I-JSON (RFC 7493) and nothing else, an object, at most 4 MiB, 64 levels deep and
/// 100.000 values. What it gives is the tree as received: order of members and spelling of numbers are kept.
public sealed interface StrictJson {

    /// Largest body in bytes.
    int MAX_BYTES = 4 * 1024 * 1024;

    /// Levels of nesting, and room for any number a double can hold. The values of a contract with a thousand Grants
    /// are a sixth of these; in memory they are at most some 20 MB, of whatever kind they are.
    Limits LIMITS = new Limits(64, 1000, true, 100_000);

    /// A contract stands some levels deeper in a list than where it was handed over, and not alone.
    Limits ANSWER = new Limits(72, 1000, true, 500_000);

    /// The body is good.
    record Read(JsonObject object) implements StrictJson {}

    /// The body is refused.
    ///
    /// @param reason English, with the place; no data from the body
    /// @param tooMuch whether it is only that there is too much in it
    record Refused(String reason, boolean tooMuch) implements StrictJson {

        /// As the error of a Manager.
        public FscError error() {
            return ErrorCode.MALFORMED_REQUEST.because(reason);
        }
    }

    /// Reads a body, a JWS part or a file.
    static StrictJson read(byte[] bytes) {
        return bytes.length > MAX_BYTES
                ? new Refused("the body is larger than " + MAX_BYTES + " bytes", true)
                : read(bytes, LIMITS);
    }

    /// Reads an answer of another Peer: many bodies in one. The caller has seen to its length.
    static StrictJson readAnswer(byte[] bytes) {
        return read(bytes, ANSWER);
    }

    private static StrictJson read(byte[] bytes, Limits limits) {
        return switch (JsonReading.of(bytes, limits)) {
            case JsonReading.Read(JsonObject object) -> new Read(object);
            case JsonReading.Read other -> new Refused("the body is not a JSON object", false);
            case JsonReading.Refused refused ->
                new Refused(english(refused, limits), refused.reason() == JsonReading.Reason.TOO_MANY);
        };
    }

    private static String english(JsonReading.Refused refused, Limits limits) {
        String what =
                switch (refused.reason()) {
                    case TOO_LARGE -> "the body is too large";
                    case NOT_UTF8 -> "the body is not UTF-8, or starts with a byte order mark";
                    case NOT_JSON -> "the body is not JSON";
                    case DUPLICATE_NAME -> "a name stands twice in one object";
                    case TOO_DEEP -> "the body is nested deeper than " + limits.depth() + " levels";
                    case TOO_MANY -> "the body has more than " + limits.values() + " values";
                    case NUMBER_TOO_LONG -> "a number has more than " + limits.numberLength() + " characters";
                    case NUMBER_TOO_LARGE -> "a number is larger than a double can hold";
                    case TRAILING -> "there is text after the end of the body";
                };
        return refused.line() > 0 ? what + " (line " + refused.line() + ", column " + refused.column() + ")" : what;
    }
}
