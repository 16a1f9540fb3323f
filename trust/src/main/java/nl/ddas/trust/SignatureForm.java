// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

/// The two ways in which the Netherlands signs messages. Both are verified everywhere; which one is sent is a setting.
public enum SignatureForm {
    /// Detached JWS over the body itself (DDAS v1.0, RFC 7515 appendix F).
    A,
    /// JWS over the header `Digest`, which holds the SHA-256 of the body (signing module of the API design rules;
    /// JAdES, ETSI TS 119 182-1, 5.2.8.2.2: `sigD` with HttpHeaders).
    B
}
