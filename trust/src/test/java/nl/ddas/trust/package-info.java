// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Tests of certificates and signatures.
@NullMarked
package nl.ddas.trust;

import org.jspecify.annotations.NullMarked;
