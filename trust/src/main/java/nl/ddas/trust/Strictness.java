// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

/// How much more than DDAS v1.0 is asked of a signature.
public enum Strictness {
    /// `Digest` and `x5t#S256` may be left out, as the texts of DDAS v1.0 let them; when there they must be right.
    DDAS_V1,
    /// Both must be there (JAdES baseline B, ADR signing module).
    STRIKT
}
