// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import nl.ddas.fsc.model.ChainCheck;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.ContractState;

/// Whether the certificates of signatures are good now, and so how contracts stand. A verdict on a chain is kept for a
/// while: following it up to the anchor takes a millisecond, and thousands of contracts share few certificates. Safe
/// for many threads.
public final class Standing {

    /// How long a revoked certificate may still count; new revocation lists come in less often.
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private final ChainCheck chains;
    private final Map<List<X509Certificate>, Verdict> verdicts = new ConcurrentHashMap<>();

    private record Verdict(boolean good, Instant at) {

        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }

    public Standing(ChainCheck chains) {
        this.chains = chains;
    }

    /// Whether the certificate of a signature is good at a moment.
    public Predicate<ContractSignature> at(Instant now) {
        return signature -> inDate(signature, now) && trusted(signature.chain(), now);
    }

    /// How a contract stands.
    public ContractState state(Contract contract, Instant now) {
        return contract.state(now, at(now));
    }

    private static boolean inDate(ContractSignature signature, Instant now) {
        return signature.chain().stream()
                .noneMatch(c -> now.isAfter(c.getNotAfter().toInstant())
                        || now.isBefore(c.getNotBefore().toInstant()));
    }

    private boolean trusted(List<X509Certificate> chain, Instant now) {
        Verdict known = verdicts.get(chain);
        if (known != null && known.holds(now)) {
            return known.good();
        }
        if (verdicts.size() >= MOST) {
            verdicts.clear();
        }
        boolean good = chains.objection(chain, now).isEmpty();
        verdicts.put(chain, new Verdict(good, now));
        return good;
    }
}
