// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
/// Which organisation gets which data, and why: policies in the words of the specification (section 3), and who
/// decides by them.
///
/// Start with [Beleidsregel]: "organisation X gets datum G when agreement O is signed and authority A released it".
/// [EigenBeslispunt] decides by the rules of a [Beleid]; what it grants is a [Reikwijdte]. The question goes through
/// the port of `access`, so that another decision point can stand in.
@NullMarked
package nl.ddas.levering.toegang;

import org.jspecify.annotations.NullMarked;
