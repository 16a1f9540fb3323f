// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import nl.ddas.logboek.model.Octetten;

/// That somebody looked in the log. It goes into a list of its own: the log does not log itself (LDV-L10).
///
/// @param houder whose lines
/// @param wie the reader, as its certificate or token names it
/// @param op when
/// @param vraag what was asked, as [Vraagmerk] makes it
/// @param regels how many lines the answer held
public record Inzage(Houder houder, String wie, Instant op, Octetten vraag, int regels) {}
