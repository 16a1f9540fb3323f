// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Writes CBOR that can be written in one way only: RFC 8949 section 4.2.1 (shortest numbers, known lengths, keys
/// of maps in the order of their bytes).
final class CborSchrijver {

    private static final int WHOLE = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;
    private static final int HALF = 0xf9;
    private static final int SINGLE = 0xfa;
    private static final int DOUBLE = 0xfb;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    byte[] bytes() {
        return out.toByteArray();
    }

    CborSchrijver array(int length) {
        return head(ARRAY, length);
    }

    CborSchrijver whole(long number) {
        return number >= 0 ? head(WHOLE, number) : head(NEGATIVE, -1 - number);
    }

    CborSchrijver text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    CborSchrijver bytes(byte[] bytes) {
        head(BYTES, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    CborSchrijver nothing() {
        out.write(NULL);
        return this;
    }

    CborSchrijver map(List<Attribuut> members) {
        record Member(byte[] key, Waarde value) {}
        List<Member> sorted = members.stream()
                .map(one -> new Member(new CborSchrijver().text(one.sleutel()).bytes(), one.waarde()))
                .sorted(Comparator.comparing(Member::key, Arrays::compareUnsigned))
                .toList();
        head(MAP, sorted.size());
        for (Member member : sorted) {
            out.writeBytes(member.key());
            value(member.value());
        }
        return this;
    }

    CborSchrijver value(Waarde value) {
        return switch (value) {
            case Waarde.Tekst(String tekst) -> text(tekst);
            case Waarde.Geheel(long getal) -> whole(getal);
            case Waarde.Breuk(double getal) -> fraction(getal);
            case Waarde.Vlag(boolean waar) -> one(waar ? TRUE : FALSE);
            case Waarde.Bytes(Octetten bytes) -> bytes(bytes.bytes());
            case Waarde.Leeg _ -> nothing();
            case Waarde.Groep(List<Attribuut> leden) -> map(leden);
            case Waarde.Lijst(List<Waarde> waarden) -> {
                array(waarden.size());
                waarden.forEach(this::value);
                yield this;
            }
        };
    }

    /// In 16, 32 or 64 bits: the fewest in which it is the same number.
    private CborSchrijver fraction(double number) {
        float single = (float) number;
        if (!isSame(number, single)) {
            one(DOUBLE);
            out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
            return this;
        }
        short half = Float.floatToFloat16(single);
        if (isSame(number, Float.float16ToFloat(half))) {
            one(HALF);
            out.writeBytes(ByteBuffer.allocate(2).putShort(half).array());
        } else {
            one(SINGLE);
            out.writeBytes(ByteBuffer.allocate(4).putFloat(single).array());
        }
        return this;
    }

    private static boolean isSame(double one, double other) {
        return Double.compare(one, other) == 0;
    }

    private CborSchrijver one(int octet) {
        out.write(octet);
        return this;
    }

    /// Kind and number in the fewest bytes; the number counts as unsigned.
    private CborSchrijver head(int kind, long number) {
        int top = kind << 5;
        if (number >= 0 && number < 24) {
            return one(top | (int) number);
        }
        int size = number < 0 || number > 0xffff_ffffL ? 8 : number > 0xffff ? 4 : number > 0xff ? 2 : 1;
        one(top | (24 + Integer.numberOfTrailingZeros(size)));
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            one((int) (number >>> shift) & 0xff);
        }
        return this;
    }
}
