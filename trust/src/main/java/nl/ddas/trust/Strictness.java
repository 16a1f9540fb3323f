// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

/// What a signature must hold besides itself and its chain.
public enum Strictness {
    /// Header `Digest` and parameter `x5t#S256` may be left out; when there they must be right.
    DIGEST_OPTIONAL,
    /// Both must be there (JAdES baseline B, ADR signing module).
    BASELINE_B
}
