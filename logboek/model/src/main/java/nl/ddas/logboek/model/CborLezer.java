// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads what [CborSchrijver] writes; [Regelvorm] writes it again to see that it was the only way.
final class CborLezer {

    private static final int MAX_DIEPTE = 64;

    private final ByteBuffer in;

    CborLezer(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /// Leaves the reader; caught in [Regelvorm], never seen outside.
    static final class Onleesbaar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Onleesbaar(String reason) {
            super(reason, null, false, false);
        }
    }

    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    Waarde value() {
        return value(0);
    }

    private Waarde value(int diepte) {
        if (diepte > MAX_DIEPTE) {
            throw new Onleesbaar("too deep");
        }
        try {
            int head = Byte.toUnsignedInt(in.get());
            return switch (head >> 5) {
                case 0 -> new Waarde.Geheel(number(head));
                case 1 -> new Waarde.Geheel(-1 - number(head));
                case 2 -> new Waarde.Bytes(Octetten.of(take(head)));
                case 3 -> new Waarde.Tekst(text(head));
                case 4 -> list(head, diepte);
                case 5 -> group(head, diepte);
                case 7 -> simple(head);
                default -> throw new Onleesbaar("tag");
            };
        } catch (BufferUnderflowException _) {
            throw new Onleesbaar("breaks off");
        }
    }

    private Waarde simple(int head) {
        return switch (head) {
            case 0xf4 -> new Waarde.Vlag(false);
            case 0xf5 -> new Waarde.Vlag(true);
            case 0xf6 -> new Waarde.Leeg();
            case 0xf9 -> new Waarde.Breuk(Float.float16ToFloat(in.getShort()));
            case 0xfa -> new Waarde.Breuk(in.getFloat());
            case 0xfb -> new Waarde.Breuk(in.getDouble());
            default -> throw new Onleesbaar("simple value");
        };
    }

    private Waarde list(int head, int diepte) {
        int length = length(head);
        List<Waarde> waarden = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            waarden.add(value(diepte + 1));
        }
        return new Waarde.Lijst(waarden);
    }

    private Waarde group(int head, int diepte) {
        int length = length(head);
        List<Attribuut> leden = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int key = Byte.toUnsignedInt(in.get());
            if (key >> 5 != 3) {
                throw new Onleesbaar("key");
            }
            leden.add(new Attribuut(text(key), value(diepte + 1)));
        }
        return new Waarde.Groep(leden);
    }

    private String text(int head) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(take(head)))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Onleesbaar("text");
        }
    }

    private byte[] take(int head) {
        byte[] bytes = new byte[length(head)];
        in.get(bytes);
        return bytes;
    }

    /// Every element takes a byte at least, so nothing can be longer than what is left.
    private int length(int head) {
        long length = number(head);
        if (length > in.remaining()) {
            throw new Onleesbaar("breaks off");
        }
        return (int) length;
    }

    private long number(int head) {
        int small = head & 0x1f;
        long number =
                switch (small) {
                    case 24 -> Byte.toUnsignedLong(in.get());
                    case 25 -> Short.toUnsignedLong(in.getShort());
                    case 26 -> Integer.toUnsignedLong(in.getInt());
                    case 27 -> in.getLong();
                    default -> small;
                };
        if (small > 27 || number < 0) {
            throw new Onleesbaar("number");
        }
        return number;
    }
}
