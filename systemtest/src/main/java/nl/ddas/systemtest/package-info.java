// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What guards the whole: the arrows between modules, the coverage of the specifications, and whole-system tests.
///
/// Start with [GeneratedPages], which runs after all tests and writes `docs/coverage.md` and the
/// pages `docs/conformance-*.md`.
@NullMarked
package nl.ddas.systemtest;

import org.jspecify.annotations.NullMarked;
