// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package nl.ddas.levering.toegang;

import org.jspecify.annotations.NullMarked;
