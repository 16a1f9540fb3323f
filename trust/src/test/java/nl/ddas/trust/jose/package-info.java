// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
@NullMarked
package nl.ddas.trust.jose;

import org.jspecify.annotations.NullMarked;
