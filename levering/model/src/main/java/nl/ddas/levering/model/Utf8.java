// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
final class Utf8 {

    private static final VarHandle ACHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HOGE_BITS = 0x8080808080808080L;

    private Utf8() {}

    /// The index of the first byte that is not part of a whole character; `eind` when all are.
    static int heelTot(byte[] bytes, int begin, int eind) {
        int i = begin;
        while (i < eind) {
            if (bytes[i] >= 0) {
                i = naAscii(bytes, i, eind);
            } else {
                int lengte = lengte(bytes, i, eind);
                if (lengte <= 0) {
                    return i;
                }
                i += lengte;
            }
        }
        return eind;
    }

    /// Whether the bytes from here to the end may still become one character when more bytes come.
    static boolean kanNogHeelWorden(byte[] bytes, int begin, int eind) {
        return lengte(bytes, begin, eind) == 0;
    }

    private static int naAscii(byte[] bytes, int begin, int eind) {
        int i = begin;
        while (i <= eind - Long.BYTES) {
            long hoog = (long) ACHT.get(bytes, i) & HOGE_BITS;
            if (hoog != 0) {
                return i + (Long.numberOfTrailingZeros(hoog) >> 3);
            }
            i += Long.BYTES;
        }
        while (i < eind && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    /// Length of the character that starts here: 2, 3 or 4; 0 when the end comes too early, -1 when it is wrong.
    private static int lengte(byte[] bytes, int i, int eind) {
        int eerste = bytes[i] & 0xFF;
        int lengte = eerste >= 0xC2 && eerste <= 0xDF
                ? 2
                : eerste >> 4 == 0xE ? 3 : eerste >= 0xF0 && eerste <= 0xF4 ? 4 : -1;
        if (lengte < 0) {
            return -1;
        }
        for (int j = 1; j < lengte; j++) {
            if (i + j >= eind) {
                return 0;
            }
            int laagste = j == 1 ? laagsteTweede(eerste) : 0x80;
            int hoogste = j == 1 ? hoogsteTweede(eerste) : 0xBF;
            int vervolg = bytes[i + j] & 0xFF;
            if (vervolg < laagste || vervolg > hoogste) {
                return -1;
            }
        }
        return lengte;
    }

    private static int laagsteTweede(int eerste) {
        return eerste == 0xE0 ? 0xA0 : eerste == 0xF0 ? 0x90 : 0x80;
    }

    private static int hoogsteTweede(int eerste) {
        return eerste == 0xED ? 0x9F : eerste == 0xF4 ? 0x8F : 0xBF;
    }
}
