// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Who is who: certificates and their chains, an own authority, and signatures over message bodies.
///
/// Start with [PayloadSigner] and [PayloadVerifier] (its steps are in [Verification]); [AuthorityFolder] keeps an own
/// authority for demo and test on disk, [Authority] is that authority; [SignatureReport] tells why a signature fails.
@NullMarked
package nl.ddas.trust;

import org.jspecify.annotations.NullMarked;
