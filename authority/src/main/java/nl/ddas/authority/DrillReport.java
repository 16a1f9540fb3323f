// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.time.Duration;
import java.util.List;
import nl.ddas.trust.Holder;

/// What came of a drill.
///
/// @param took from the first step to the last look
/// @param before how many certificates counted before
/// @param reissued how many were issued again
/// @param holders who must fetch theirs
/// @param faults what went otherwise than it should, Dutch
public record DrillReport(Duration took, int before, int reissued, List<Holder> holders, List<String> faults) {}
