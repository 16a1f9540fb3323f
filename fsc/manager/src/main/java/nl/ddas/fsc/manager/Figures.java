// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.ddas.basis.Metrics;
import nl.ddas.fsc.model.ContractState;

/// The figures of a Manager, for Prometheus.
final class Figures {

    private final Metrics.Counter tokens;
    private final Metrics.Counter refusals;
    private final Metrics.Gauge contracts;
    private final Metrics.Gauge outbox;
    private final Metrics.Gauge oldest;
    private final Metrics.Gauge certificates;

    Figures(Metrics metrics) {
        tokens = metrics.counter("fsc_manager_tokens", "Requests for an access token", "outcome");
        refusals = metrics.counter("fsc_manager_refusals", "Requests of peers that were refused", "status");
        contracts = metrics.gauge("fsc_manager_contracts", "Contracts that have not ended", "state");
        outbox = metrics.gauge("fsc_manager_outbox", "What other peers still have to hear", "status");
        oldest = metrics.gauge("fsc_manager_outbox_oldest_seconds", "How long the oldest of it waits");
        certificates = metrics.gauge("fsc_manager_certificate_days", "Days until a certificate ends", "use");
    }

    /// @param outcome `given`, `later`, or the error code of OAuth
    void token(String outcome) {
        tokens.add(outcome);
    }

    void refused(int status) {
        refusals.add(Integer.toString(status));
    }

    /// @param counts of contracts that have not ended; a state that is not there has none
    void contracts(Map<ContractState, Integer> counts) {
        for (ContractState state : ContractState.values()) {
            if (!state.terminal()) {
                contracts.set(counts.getOrDefault(state, 0), state.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    void outbox(List<Delivery> undone, Instant now) {
        long pending = undone.stream()
                .filter(row -> row.status() == Delivery.Status.PENDING)
                .count();
        outbox.set((double) pending, "pending");
        outbox.set((double) (undone.size() - pending), "failed");
        oldest.set(undone.stream()
                .filter(row -> row.status() == Delivery.Status.PENDING)
                .map(row -> Duration.between(row.since(), now).toSeconds())
                .reduce(0L, Math::max)
                .doubleValue());
    }

    /// @param use `tls`, `contract`, `token` or `internal`
    void certificate(String use, Instant ends, Instant now) {
        certificates.set(Duration.between(now, ends).toHours() / 24.0, use);
    }
}
