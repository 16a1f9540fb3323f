// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;

/// Brings a checkpoint to a witness.
@FunctionalInterface
public interface Getuigenpost {

    /// What came back.
    ///
    /// @param contentType as it was sent; empty when it was not
    record Antwoord(int status, String contentType, byte[] body) {}

    /// Sends one request ([Aanbod#bytes]).
    ///
    /// @throws IOException when the witness cannot be reached
    Antwoord post(byte[] aanbod) throws IOException;
}
