// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import picocli.CommandLine.Option;

/// The option every command has.
final class Hulp {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Toon deze hulp.")
    boolean hulp;
}
