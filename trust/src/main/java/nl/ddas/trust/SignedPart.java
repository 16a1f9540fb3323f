// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.function.Function;

/// What of a message comes behind the protected header in the input of a signature.
sealed interface SignedPart {

    /// The body.
    ///
    /// @param encoded in base64url (RFC 7515), or else as it is (RFC 7797)
    record Body(boolean encoded) implements SignedPart {}

    /// A line made of headers.
    ///
    /// @param text the line, ASCII, for the SHA-256 of the body
    record Line(Function<byte[], String> text) implements SignedPart {}
}
