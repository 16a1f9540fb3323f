// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// The exchange model Schuldhulpverlening (SHV) v1.0 as records, its streaming reader and writer, and its form check.
///
/// Start with [BerichtLezer]: it walks a message of any size in constant memory and hands over one
/// [Schuldhulptraject] at a time. Names follow the schema of VNG-Realisatie/ddas v1.0; the wire names stand only
/// in the codec of this package. Depends on `basis`.
@NullMarked
package nl.ddas.levering.model;

import org.jspecify.annotations.NullMarked;
