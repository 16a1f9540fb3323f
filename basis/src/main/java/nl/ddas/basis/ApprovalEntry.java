// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.time.Instant;

/// One act in the journal.
///
/// @param number from 1, without gaps
/// @param at never before that of the act before
public record ApprovalEntry(long number, Instant at, Operator by, ApprovalAct act) {}
