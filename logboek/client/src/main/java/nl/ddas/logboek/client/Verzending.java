// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// One attempt to deliver.
interface Verzending {

    /// @param verzoek an `ExportTraceServiceRequest` in protobuf
    /// @param regels how many lines it holds
    Uitkomst send(byte[] verzoek, int regels);
}
