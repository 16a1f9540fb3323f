// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import nl.ddas.fsc.model.ChainCheck;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;

/// Whether the certificates of signatures are good now, and so how contracts stand. Safe for many threads.
///
/// @param chains cheap for a chain that was judged before: it is asked for every signature of every contract
public record Standing(ChainCheck chains) {

    /// Whether the certificate of a signature is good at a moment.
    public Predicate<ContractSignature> at(Instant now) {
        Predicate<List<X509Certificate>> good = goodAt(now);
        return signature -> good.test(signature.chain());
    }

    /// Whether a chain is good at a moment.
    Predicate<List<X509Certificate>> goodAt(Instant now) {
        return chain -> chains.objection(chain, now).isEmpty();
    }

    /// How a contract stands.
    public ContractState state(Contract contract, Instant now) {
        return contract.state(now, at(now));
    }
}
