// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.Jwks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificates by which our Peer signs tokens, as our Manager last told them. Safe for many threads.
final class InwayCertificates implements InwayTokenCheck.OwnCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(InwayCertificates.class);

    /// Anybody in the Group can send a token with an unknown thumbprint: that must not keep our Manager busy.
    private static final Duration APART = Duration.ofSeconds(1);

    /// Who tells them.
    @FunctionalInterface
    interface Source {
        Jwks ask() throws IOException;
    }

    private final Source source;
    private final Clock clock;
    private volatile Map<CertificateThumbprint, X509Certificate> known = Map.of();
    private volatile boolean told;
    private final Object turn = new Object();
    private CompletableFuture<Boolean> looking = CompletableFuture.completedFuture(true);
    private Instant notBefore = Instant.MIN;

    InwayCertificates(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Optional<X509Certificate> find(CertificateThumbprint thumbprint) {
        return Optional.ofNullable(known.get(thumbprint));
    }

    /// Asks, on the calling thread; from now on these.
    ///
    /// @throws IOException when our Manager does not answer; what it told before stays
    void learn() throws IOException {
        Jwks jwks = source.ask();
        Map<CertificateThumbprint, X509Certificate> now = new HashMap<>();
        for (List<X509Certificate> chain : jwks.chains()) {
            now.put(CertificateThumbprint.of(chain.getFirst()), chain.getFirst());
        }
        known = Map.copyOf(now);
        told = true;
    }

    @Override
    public boolean areKnown() {
        return told;
    }

    /// Asks once for all who want to know at the same time, and no more than once a second.
    @Override
    public CompletionStage<?> lookAgain() {
        synchronized (turn) {
            Instant now = clock.instant();
            if (looking.isDone() && !now.isBefore(notBefore)) {
                notBefore = now.plus(APART);
                CompletableFuture<Boolean> begun = new CompletableFuture<>();
                looking = begun;
                Thread.ofVirtual().name("ask-manager").start(() -> look(begun));
            }
            return looking;
        }
    }

    private void look(CompletableFuture<Boolean> begun) {
        try {
            learn();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("our manager does not tell its keys: {}", failed.toString());
        } finally {
            begun.complete(true);
        }
    }
}
