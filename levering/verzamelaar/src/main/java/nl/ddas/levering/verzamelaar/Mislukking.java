// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Instant;

/// Why a row stands still.
///
/// @param reden kebab-case code, such as `handtekening-ongeldig` or `geen-verbinding`
/// @param pogingen how often it was tried
/// @param volgende when it is worth trying again
public record Mislukking(String reden, int pogingen, Instant volgende) {}
