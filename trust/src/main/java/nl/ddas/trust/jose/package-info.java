// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Messages of JOSE that are whole in themselves: JWTs that are signed and then encrypted, and tokens.
///
/// Start with [NestedJwtWriter] and [NestedJwtReader]. The signature inside goes by the rules of `nl.ddas.trust`.
/// Written on the cryptography of Java, as a library would need the whole message in memory to encrypt it; a library is
/// the second opinion in the tests (docs/decisions/0017).
@NullMarked
package nl.ddas.trust.jose;

import org.jspecify.annotations.NullMarked;
