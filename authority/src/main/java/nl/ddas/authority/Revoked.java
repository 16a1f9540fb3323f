// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.time.Instant;

/// A certificate that counts no more.
///
/// @param at since when
public record Revoked(BigInteger serial, Instant at, RevocationReason reason) {}
