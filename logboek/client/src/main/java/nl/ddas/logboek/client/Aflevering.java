// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// The way of lines from the application to the log.
interface Aflevering extends AutoCloseable {

    /// Takes lines over, as surely as the way promises. Never throws.
    ///
    /// @return whether that succeeded
    boolean deliver(Zending zending);

    /// Takes up again what the log refused before and what was kept.
    ///
    /// @return how many lines
    default int offerAgain() {
        return 0;
    }

    /// Delivers what still can be delivered, then stops.
    @Override
    void close();

    /// Lines that belong together: of one action.
    ///
    /// @param verzoek an `ExportTraceServiceRequest` in protobuf
    record Zending(byte[] verzoek, int regels) {}
}
