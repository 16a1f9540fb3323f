// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What tests of all modules share: naming the requirement a test proves, a clock to set, finding reference files, TLS
/// to call with.
@NullMarked
package nl.ddas.testkit;

import org.jspecify.annotations.NullMarked;
