// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.ddas.basis.JsonValue;

/// Writes one tree into one growing array; a writer is used once.
final class CanonicalWriter {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] out = new byte[1024];
    private int size;

    byte[] write(JsonValue value) {
        add(value);
        return Arrays.copyOf(out, size);
    }

    private void add(JsonValue value) {
        switch (value) {
            case JsonValue.JsonText(String text) -> text(text);
            case JsonValue.JsonNumber(String literal) -> number(literal);
            case JsonValue.JsonBool(boolean bool) -> ascii(bool ? "true" : "false");
            case JsonValue.JsonNull() -> ascii("null");
            case JsonValue.JsonArray(List<JsonValue> items) -> array(items);
            case JsonValue.JsonObject(Map<String, JsonValue> members) -> object(members);
        }
    }

    private void array(List<JsonValue> items) {
        put('[');
        boolean first = true;
        for (JsonValue item : items) {
            if (!first) {
                put(',');
            }
            first = false;
            add(item);
        }
        put(']');
    }

    private void object(Map<String, JsonValue> members) {
        String[] names = members.keySet().toArray(new String[0]);
        // The natural order of String is by UTF-16 code units, as RFC 8785 wants.
        Arrays.sort(names);
        put('{');
        boolean first = true;
        for (String name : names) {
            if (!first) {
                put(',');
            }
            first = false;
            text(name);
            put(':');
            add(Objects.requireNonNull(members.get(name)));
        }
        put('}');
    }

    private void number(String literal) {
        // Most numbers are moments: whole, and short enough to be exact.
        boolean plain = literal.length() <= 15 && literal.chars().allMatch(c -> c >= '0' && c <= '9');
        ascii(plain ? literal : CanonicalNumber.text(Double.parseDouble(literal)));
    }

    private void text(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += beyondAscii(text, i);
            } else if (c < 0x20 || c == '"' || c == '\\') {
                escaped(c);
            } else {
                put(c);
            }
        }
        put('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\b' -> ascii("\\b");
            case '\f' -> ascii("\\f");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                ascii("\\u00");
                put(HEX[c >> 4]);
                put(HEX[c & 15]);
            }
        }
    }

    /// One character in UTF-8.
    ///
    /// @return how many code units more than one it took
    private int beyondAscii(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x800) {
            put(0xC0 | (c >> 6));
            tail(c);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            put(0xE0 | (c >> 12));
            tail(c >> 6);
            tail(c);
            return 0;
        }
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("Canonical: expected whole characters, got half a surrogate pair");
        }
        put(0xF0 | (point >> 18));
        tail(point >> 12);
        tail(point >> 6);
        tail(point);
        return 1;
    }

    /// The last six bits, as a byte that goes on.
    private void tail(int bits) {
        put(0x80 | (bits & 0x3F));
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(int b) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = (byte) b;
    }
}
