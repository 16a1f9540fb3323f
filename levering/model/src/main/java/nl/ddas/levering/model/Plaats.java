// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.OptionalInt;

/// Where something stands in a message, precise enough to put a cursor on it.
///
/// @param pagina page number from 1, empty for a file
/// @param pointer JSON pointer (RFC 6901) from the root of the message, empty text for the whole message
/// @param regel line from 1
/// @param positie byte offset from 0 of the first byte of the value
public record Plaats(OptionalInt pagina, String pointer, long regel, long positie) {

    /// The start of a file.
    public static Plaats begin() {
        return new Plaats(OptionalInt.empty(), "", 1, 0);
    }

    /// The start of a page.
    ///
    /// @param pagina page number from 1
    public static Plaats begin(int pagina) {
        return new Plaats(OptionalInt.of(pagina), "", 1, 0);
    }
}
