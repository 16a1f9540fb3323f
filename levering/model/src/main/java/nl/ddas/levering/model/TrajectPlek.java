// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

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
public record TrajectPlek(
        int levering, int index, String pointer, long regel, long positie, byte[] venster, int begin, int lengte) {

    /// A copy of the bytes of the traject.
    public byte[] bytes() {
        return java.util.Arrays.copyOfRange(venster, begin, begin + lengte);
    }
}
