// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// A place in bytes: byte offset from 0, line and column from 1 (columns count bytes).
record Positie(long offset, long regel, long kolom) {}
