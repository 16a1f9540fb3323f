// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/// Writes the little of protobuf that lines need. Fields with their default value are left out, as protobuf does.
final class Protobuf {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    byte[] bytes() {
        return out.toByteArray();
    }

    Protobuf text(int field, String text) {
        return text.isEmpty() ? this : bytes(field, text.getBytes(UTF_8));
    }

    Protobuf bytes(int field, byte[] bytes) {
        varint((long) field << 3 | 2);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /// A message within the message; written when it is empty too.
    Protobuf message(int field, Consumer<Protobuf> content) {
        Protobuf inner = new Protobuf();
        content.accept(inner);
        return bytes(field, inner.bytes());
    }

    /// `int64`, `uint32`, an enum or a truth; also when it is 0 where the field is one of several.
    Protobuf number(int field, long number) {
        varint((long) field << 3);
        varint(number);
        return this;
    }

    Protobuf fixed64(int field, long number) {
        varint((long) field << 3 | 1);
        little(number, 8);
        return this;
    }

    Protobuf fixed32(int field, int number) {
        varint((long) field << 3 | 5);
        little(number, 4);
        return this;
    }

    private void little(long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (number >>> (8 * i)));
        }
    }

    private void varint(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
