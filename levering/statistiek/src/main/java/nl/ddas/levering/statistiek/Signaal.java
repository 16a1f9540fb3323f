// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;

/// Something that combining met, with all records that it is about.
///
/// @param plaatsen at least one, sorted
public record Signaal(Signaalcode code, List<Bronplaats> plaatsen) {}
