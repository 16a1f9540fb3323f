// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// The `ddas` command: wires the parts together by hand and speaks Dutch to its users.
///
/// Start with [Main]. One class a command; a command reads its options, builds the parts it needs and closes them.
@NullMarked
package nl.ddas.program;

import org.jspecify.annotations.NullMarked;
