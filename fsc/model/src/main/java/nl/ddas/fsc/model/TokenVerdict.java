// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// What a check of an access token came to.
public sealed interface TokenVerdict {

    /// The token is good.
    record Admitted(AccessToken token) implements TokenVerdict {}

    /// The token is not; the error is ready to be sent.
    record Refused(FscError error) implements TokenVerdict {}
}
