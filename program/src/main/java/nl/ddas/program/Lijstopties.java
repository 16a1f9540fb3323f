// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import picocli.CommandLine.Option;

/// How much of a list of a Manager is asked for, and from where.
final class Lijstopties {

    /// From 1; of another number the Manager says what is wrong with it.
    @Option(names = "--hoogstens", paramLabel = "N", description = "Hoogstens zo veel (standaard 100).")
    int hoogstens = 100;

    /// Empty for the begin of the list.
    @Option(
            names = "--verder",
            paramLabel = "PLAATS",
            description =
                    "Verder waar een eerdere lijst ophield: wat daar onderaan stond, of met --json bij nextCursor of"
                            + " next_cursor.")
    String verder = "";
}
