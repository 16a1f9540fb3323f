// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Combines delivered trajecten of the same persons into one, says how well each is supported, and makes figures.
///
/// Start with [Combineerder]: from [Bronrecord]s (keys, no persons) to groups. [Samenvoeger] makes one traject of a
/// group and keeps where each field came from, [Indicator] scores it, [Statistiektelling] counts it and
/// [Statistieken] makes protected tables, which [StatistiekRapport] and [TabelSchrijver] write. [Combineergang] does
/// the whole way for files, without a database.
///
/// No BSN leaves this package: persons are compared under the keys of [Pseudoniem]. Depends on `levering.toets`,
/// `levering.model` and `presentation`.
@NullMarked
package nl.ddas.levering.statistiek;

import org.jspecify.annotations.NullMarked;
