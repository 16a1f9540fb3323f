// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package nl.ddas.program;

import org.jspecify.annotations.NullMarked;
