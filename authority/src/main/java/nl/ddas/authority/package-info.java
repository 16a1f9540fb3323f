// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// An own trust anchor, for parties that cannot get certificates of PKIoverheid: requests in, three certificates out,
/// revocation lists, renewal, and what to do when its key leaks.
///
/// Start with [OwnAuthority]. What one operator proposes another approves, in [nl.ddas.basis.Approvals]; the
/// register of certificates is what that journal says. Private keys of parties never come here.
@NullMarked
package nl.ddas.authority;

import org.jspecify.annotations.NullMarked;
