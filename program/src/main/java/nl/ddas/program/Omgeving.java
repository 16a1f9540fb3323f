// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What a command gets from the world: streams, clock, variables and the folder for data that outlives a run.
///
/// @param uit for results
/// @param fout for progress and messages
/// @param variabelen environment variables
/// @param map working folder; state lies in `var` below it unless told otherwise
record Omgeving(PrintStream uit, PrintStream fout, Clock klok, Map<String, String> variabelen, Path map) {}
