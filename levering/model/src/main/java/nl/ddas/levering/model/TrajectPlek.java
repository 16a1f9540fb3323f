// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Arrays;
import java.util.Map;

/// One traject where it was read, with its bytes. Valid only during the call that hands it over, because the bytes lie
/// in the reader's window; [#bytes()] copies them.
///
/// @param levering index in `leveringen`, from 0
/// @param index index in `schuldhulptrajecten`, from 0
/// @param pointer JSON pointer of the traject
/// @param regel line of its first byte, from 1
/// @param positie byte offset of its first byte, from 0
/// @param venster array that holds the bytes of the traject, exactly as delivered
/// @param begin index of the first byte in `venster`
/// @param lengte number of bytes
/// @param oudePaden for a traject that was converted from an older version: JSON pointer below the traject as v1.0 has
/// it, to where that value stands in the bytes; only for what stands elsewhere, and what lies below it moved along
public record TrajectPlek(
        int levering,
        int index,
        String pointer,
        long regel,
        long positie,
        byte[] venster,
        int begin,
        int lengte,
        Map<String, String> oudePaden) {

    /// A traject that stands there as v1.0 has it.
    public TrajectPlek(
            int levering, int index, String pointer, long regel, long positie, byte[] venster, int begin, int lengte) {
        this(levering, index, pointer, regel, positie, venster, begin, lengte, Map.of());
    }

    /// The same traject with its bytes in another array.
    public TrajectPlek in(byte[] ander, int plek) {
        return new TrajectPlek(levering, index, pointer, regel, positie, ander, plek, lengte, oudePaden);
    }

    /// A copy of the bytes of the traject.
    public byte[] bytes() {
        return Arrays.copyOfRange(venster, begin, begin + lengte);
    }

    /// The pointer in the bytes for a pointer of v1.0, both below the traject; the same one for a traject of v1.0.
    public String geleverdPad(String pad) {
        if (oudePaden.isEmpty()) {
            return pad;
        }
        for (int eind = pad.length(); eind > 0; eind = pad.lastIndexOf('/', eind - 1)) {
            String oud = oudePaden.get(pad.substring(0, eind));
            if (oud != null) {
                return oud + pad.substring(eind);
            }
        }
        return pad;
    }
}
