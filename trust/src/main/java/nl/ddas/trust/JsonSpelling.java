// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Writes a JSON message in another way with the same meaning, to find out which one somebody signed. Values are
/// spelled as Python's `json.dumps` does it, which the published test tools of DDAS use.
///
/// For diagnosis only: it holds the whole message in memory.
///
/// @param sorted names in the order of their code points; otherwise as they come
/// @param blank between values and behind a colon
/// @param indent what stands at the start of a line for each level; nothing writes all on one line
/// @param ascii whether characters beyond ASCII are escaped
/// @param digits whether numbers stay as they were written: `1.50` and not `1.5`
record JsonSpelling(boolean sorted, String blank, String indent, boolean ascii, boolean digits) {

    /// What the published test tools of DDAS sign.
    static final JsonSpelling SORTED_COMPACT = compact().inOrder();

    /// As short as can be.
    static JsonSpelling compact() {
        return new JsonSpelling(false, "", "", false, false);
    }

    /// On one line, with a blank behind each comma and colon.
    static JsonSpelling spaced() {
        return new JsonSpelling(false, " ", "", false, false);
    }

    /// Each value on a line of its own.
    static JsonSpelling indented(String indent) {
        return new JsonSpelling(false, "", indent, false, false);
    }

    JsonSpelling inOrder() {
        return new JsonSpelling(true, blank, indent, ascii, digits);
    }

    JsonSpelling inAscii() {
        return new JsonSpelling(sorted, blank, indent, true, digits);
    }

    private JsonSpelling withDigits() {
        return new JsonSpelling(sorted, blank, indent, ascii, true);
    }

    /// The message in this spelling, its numbers as Python writes them and as they stand; none when it is no JSON.
    List<byte[]> variants(byte[] message) {
        return Stream.of(this, withDigits())
                .flatMap(spelling -> spelling.of(message).stream())
                .toList();
    }

    private static final JsonFactory JSON = new JsonFactory();

    /// Python sorts by code point, Java's own order is by UTF-16 unit.
    private static final Comparator<String> BY_CODE_POINT =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    /// The message in this spelling, in UTF-8; nothing when it is no JSON.
    Optional<byte[]> of(byte[] message) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), message)) {
            StringBuilder text = new StringBuilder(message.length);
            value(json, json.nextToken(), text, 1);
            return json.nextToken() == null
                    ? Optional.of(text.toString().getBytes(StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// @param level how deep what is inside lies
    private void value(JsonParser json, @Nullable JsonToken token, StringBuilder out, int level) {
        if (token == null) {
            throw new StreamReadException(json, "expected a value");
        }
        switch (token) {
            case START_OBJECT -> object(json, out, level);
            case START_ARRAY -> array(json, out, level);
            case VALUE_STRING -> quoted(json.getString(), out);
            case VALUE_NUMBER_INT -> out.append(json.getString());
            case VALUE_NUMBER_FLOAT ->
                out.append(digits ? json.getString() : number(Double.parseDouble(json.getString())));
            case VALUE_TRUE -> out.append("true");
            case VALUE_FALSE -> out.append("false");
            case VALUE_NULL -> out.append("null");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new StreamReadException(json, "expected a value");
        }
    }

    private void object(JsonParser json, StringBuilder out, int level) {
        SequencedMap<String, String> members = sorted ? new TreeMap<>(BY_CODE_POINT) : new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            StringBuilder member = new StringBuilder();
            quoted(json.currentName(), member);
            member.append(':').append(indent.isEmpty() ? blank : " ");
            String name = json.currentName();
            value(json, json.nextToken(), member, level + 1);
            members.put(name, member.toString());
        }
        all(List.copyOf(members.values()), "{", "}", out, level);
    }

    private void array(JsonParser json, StringBuilder out, int level) {
        List<String> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            StringBuilder element = new StringBuilder();
            value(json, token, element, level + 1);
            elements.add(element.toString());
        }
        all(elements, "[", "]", out, level);
    }

    private void all(List<String> parts, String open, String close, StringBuilder out, int level) {
        if (parts.isEmpty()) {
            out.append(open).append(close);
            return;
        }
        String line = indent.isEmpty() ? "" : "\n" + indent.repeat(level);
        String last = indent.isEmpty() ? "" : "\n" + indent.repeat(level - 1);
        out.append(open)
                .append(line)
                .append(String.join("," + (indent.isEmpty() ? blank : "") + line, parts))
                .append(last)
                .append(close);
    }

    private void quoted(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || (ascii && c > '~')) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// As Python prints a float: shortest digits, and an exponent only below 0.0001 and from 1e16 on.
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain =
                    new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
            String signed = value == 0 && 1 / value < 0 ? "-0.0" : plain;
            return signed.contains(".") ? signed : signed + ".0";
        }
        String[] parts = Double.toString(value).split("E", 2);
        String digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return digits + (exponent < 0 ? "e-" : "e+") + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }
}
