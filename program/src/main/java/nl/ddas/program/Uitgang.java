// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

/// Exit status of the program.
final class Uitgang {

    /// All good; at most informative findings.
    static final int GOED = 0;
    /// Findings: a warning or worse.
    static final int BEVINDINGEN = 1;
    /// Used wrongly: an option or file that makes no sense.
    static final int VERKEERD_GEBRUIK = 2;
    /// Broken: disk, network, database or a fault of ours.
    static final int KAPOT = 3;

    private Uitgang() {}
}
