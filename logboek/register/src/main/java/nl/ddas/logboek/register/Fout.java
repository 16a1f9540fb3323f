// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

/// Something wrong in a document, or in a change that was asked for.
///
/// @param code stable, `REG-` and a number
/// @param pointer JSON pointer (RFC 6901) of the spot; empty for the whole
/// @param regel line in the file from 1; 0 when not known
/// @param melding Dutch: what was expected, what came, what to do
public record Fout(String code, String pointer, int regel, String melding) {}
