// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// What a check of a contract signature came to.
public sealed interface SignatureVerdict {

    /// The signature is good.
    record Good(ContractSignature signature) implements SignatureVerdict {}

    /// The signature is not.
    record Refused(FscError error) implements SignatureVerdict {}
}
