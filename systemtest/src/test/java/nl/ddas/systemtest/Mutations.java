// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Spoils bytes that were good: values, structure, encoding and length. The same randomness gives the same bytes.
final class Mutations {

    /// A value of JSON, or a name.
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d[\\d.eE+-]*|true|false|null");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0.0",
            "1e999999",
            "-1e-999999",
            "9".repeat(400),
            "1.7976931348623157e309",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31\"",
            "\"0000-00-00\"",
            "\"" + "a".repeat(70_000) + "\"",
            "{}",
            "[]",
            "[[]]",
            "{\"\":{\"\":null}}",
            "\"id\":1,\"id\":2",
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            "/* */",
            "NaN",
            "'x'");

    private static final List<byte[]> PIECES = List.of(
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {0},
            bytes("\\"),
            bytes("\""),
            bytes(","),
            bytes("}"),
            bytes("]]"),
            bytes("\r\n\r\n"));

    private Mutations() {}

    /// Bytes with one to six faults, or, once in twenty, nothing but chance.
    static byte[] of(byte[] good, RandomGenerator random) {
        if (random.nextInt(20) == 0) {
            return chance(random.nextInt(300), random);
        }
        byte[] spoilt = good;
        for (int faults = 1 + random.nextInt(6); faults > 0; faults--) {
            spoilt = spoil(spoilt, random);
        }
        return spoilt;
    }

    private static byte[] spoil(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(1 + Math.min(bytes.length, 500)));
        return switch (random.nextInt(10)) {
            case 0 -> put(bytes, at, at, PIECES.get(random.nextInt(PIECES.size())));
            case 1 -> put(bytes, at, at, chance(1 + random.nextInt(8), random));
            case 2 -> put(bytes, at, to, new byte[0]);
            case 3 -> put(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> put(bytes, at, Math.min(bytes.length, at + 1), chance(1, random));
            default -> token(bytes, random);
        };
    }

    /// One value in the place of another: of the list, or of elsewhere in the same bytes.
    private static byte[] token(byte[] bytes, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        if (tokens.isEmpty()) {
            return put(bytes, 0, 0, bytes("{"));
        }
        MatchResult old = tokens.get(random.nextInt(tokens.size()));
        String fresh = random.nextInt(3) == 0
                ? tokens.get(random.nextInt(tokens.size())).group()
                : VALUES.get(random.nextInt(VALUES.size()));
        return put(bytes, old.start(), old.end(), bytes(fresh));
    }

    private static byte[] put(byte[] bytes, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + piece.length);
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] chance(int length, RandomGenerator random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
