// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// The exchange model Schuldhulpverlening (SHV) v1.0 as records, its streaming reader and writer, and its form check.
///
/// Start with [BerichtLezer]: it walks a message of any size in constant memory and hands over one
/// [Schuldhulptraject] at a time. Messages of v0.8, v0.9 and v0.10 come out as v1.0, with each [Omzetting] that took:
/// `VanVersie8`, `VanVersie9` and `VanVersie10` hold the rules, one version up each, `Oudewaarden` the values. Names
/// follow the schema of VNG-Realisatie/ddas v1.0; the wire names stand only in the codec of this package. Depends on
/// `basis`.
@NullMarked
package nl.ddas.levering.model;

import org.jspecify.annotations.NullMarked;
