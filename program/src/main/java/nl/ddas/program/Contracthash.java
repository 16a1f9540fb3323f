// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import picocli.CommandLine.Parameters;

/// Which contract a command is about.
final class Contracthash {

    @Parameters(paramLabel = "HASH", description = "Hash van het contract ($1$1$...).")
    String hash = "";

    /// Where the management interface has it.
    String pad() {
        return "/contracts/" + Beheerverbinding.deel(hash);
    }
}
