// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// What reading contract content came to.
public sealed interface ContentReading {

    /// The form is right.
    record Read(ContractContent content) implements ContentReading {}

    /// The form is wrong.
    ///
    /// @param reason English, with the place as a JSON Pointer
    record Refused(String reason) implements ContentReading {

        /// As the error of a Manager.
        public FscError error() {
            return ErrorCode.MALFORMED_REQUEST.because("contract_content: " + reason);
        }
    }
}
