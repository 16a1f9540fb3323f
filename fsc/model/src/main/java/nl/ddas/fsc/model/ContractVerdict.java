// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

/// What happens to a contract or a signature that came in.
public sealed interface ContractVerdict {

    /// It is to be stored; the content may be new or known, the signature too.
    ///
    /// @param address where the caller says its Manager is; not proven
    record Accepted(PeerIdentity caller, ManagerAddress address, ContractContent content, ContractSignature signature)
            implements ContractVerdict {}

    /// Nothing is stored; the error is ready to be sent.
    record Refused(FscError error) implements ContractVerdict {}
}
