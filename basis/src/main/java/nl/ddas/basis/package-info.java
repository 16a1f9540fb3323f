// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// What every part stands on: settings, HTTP on mutual TLS, JSON, database, sealed files. No word of a standard in
/// here.
@NullMarked
package nl.ddas.basis;

import org.jspecify.annotations.NullMarked;
