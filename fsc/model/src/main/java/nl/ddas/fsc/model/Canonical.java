// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import nl.ddas.basis.JsonValue;

/// Writes JSON in its one canonical form (RFC 8785, JCS): members sorted by UTF-16 code units, no white space, numbers
/// as ECMAScript writes doubles, shortest escapes.
public final class Canonical {

    private Canonical() {}

    /// The canonical form in UTF-8.
    ///
    /// @throws IllegalArgumentException when the tree, not read by [StrictJson], holds half a surrogate pair
    ///     or a number beyond a double
    public static byte[] bytes(JsonValue value) {
        return new CanonicalWriter().write(value);
    }

    /// A number as ECMAScript writes it (ECMA-262, Number::toString).
    ///
    /// @throws IllegalArgumentException when it is infinite or no number
    public static String number(double value) {
        return CanonicalNumber.text(value);
    }
}
