// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.X509TrustManager;

/// Brings one running end to other key material, and cuts off who is not trusted by it.
///
/// @param isTls whether the end speaks TLS at all
/// @param connections that are open
/// @param update makes new connections use the key material
/// @param judgement how the other side is judged: as a caller or as a server
public record TlsRenewal(
        Vertx vertx,
        boolean isTls,
        OpenConnections connections,
        Function<Tls, Future<Boolean>> update,
        Judgement judgement) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// Past the longest handshake, so that none is left that began before the renewal.
    private static final Duration HANDSHAKES_OVER = Duration.ofSeconds(30);

    /// Judges the chain of another side.
    @FunctionalInterface
    public interface Judgement {
        /// @param kind of key exchange, which is not known any more
        void check(X509TrustManager trust, X509Certificate[] chain, String kind) throws CertificateException;
    }

    /// Blocks until new connections use the key material: not for an event loop.
    ///
    /// @throws IllegalArgumentException when the key material cannot be used
    /// @throws IllegalStateException when the end does not speak TLS, or was closed
    public void renew(Tls tls) {
        OpenConnections.Trusted trusted = trusted(tls);
        try {
            Network.await(update.apply(tls), LONGEST, "renewing the key material");
        } catch (IOException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
        connections.closeUntrusted(trusted);
        vertx.setTimer(HANDSHAKES_OVER.toMillis(), late -> Thread.ofVirtual()
                .start(() -> connections.closeUntrusted(trusted)));
    }

    /// Cuts off who is not trusted by the key material any more. Takes a path validation for each chain of who is
    /// connected: not for an event loop.
    ///
    /// @throws IllegalArgumentException when nobody can be judged by it
    /// @throws IllegalStateException when the end does not speak TLS
    public void closeUntrusted(Tls tls) {
        connections.closeUntrusted(trusted(tls));
    }

    private OpenConnections.Trusted trusted(Tls tls) {
        if (!isTls) {
            throw new IllegalStateException("an end of plain HTTP has no key material");
        }
        X509TrustManager trust = TlsSetup.judge(tls);
        return chain -> judgement.check(trust, chain, "UNKNOWN");
    }
}
