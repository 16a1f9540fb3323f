// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;

/// Between which moments a contract holds; whole seconds. That the end comes after the begin is for [ContractRules].
///
/// @param notBefore first moment
/// @param notAfter from here on it holds no more
public record Validity(Instant notBefore, Instant notAfter) {}
