// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package nl.ddas.access;

import org.jspecify.annotations.NullMarked;
