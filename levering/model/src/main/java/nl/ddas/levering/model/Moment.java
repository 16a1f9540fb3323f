// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A date and time as delivered. Local time without zone is refused by the form check, yet readable for the rules.
///
/// @param tijdstip the moment; when the text has no zone, the local time read as Europe/Amsterdam
/// @param offset the offset as written (`Z`, `+01:00`), empty when the text has none
public record Moment(OffsetDateTime tijdstip, Optional<String> offset) {}
