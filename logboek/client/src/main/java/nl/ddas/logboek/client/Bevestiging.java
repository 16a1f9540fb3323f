// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// How long the application waits for the log (LDV 3.2.1, note: its own choice).
///
/// The log is whoever answers at [Instelling#adres()]. Is that an OpenTelemetry Collector, then its confirmation says
/// that the Collector has the lines, and not that they are in the log: let it keep them on disk, or deliver to the log
/// itself.
public enum Bevestiging {
    /// Until the log has confirmed. Whoever calls knows.
    WACHT,
    /// Until the lines are on the own disk; they are delivered from there, also after a restart.
    SPOEL,
    /// Not at all; lines in memory are lost when the process stops hard.
    ACHTERAF
}
