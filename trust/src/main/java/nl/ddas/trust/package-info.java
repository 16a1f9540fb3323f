// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Who is who: certificates and their chains, an own authority, and signatures over message bodies.
///
/// Start with [PayloadSigner] and [PayloadVerifier]; [Authority] issues certificates for demo and test.
@NullMarked
package nl.ddas.trust;

import org.jspecify.annotations.NullMarked;
