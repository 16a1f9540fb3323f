// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.http.HttpConnection;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open connections of one end, so that a side that is not trusted any more can be cut off.
final class OpenConnections {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    /// Asks whether the chain of the other side is trusted.
    @FunctionalInterface
    interface Trusted {
        /// @throws CertificateException when it is not
        void check(X509Certificate[] chain) throws CertificateException;
    }

    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    void add(HttpConnection connection) {
        open.add(connection);
        connection.closeHandler(closed -> open.remove(connection));
        connection.exceptionHandler(failed -> LOG.debug("connection broke: {}", failed.toString()));
    }

    /// Closes the connections whose other side does not pass. Takes a path validation each: not for an event loop.
    void closeUntrusted(Trusted trusted) {
        for (HttpConnection connection : open) {
            List<X509Certificate> chain = Wire.peer(connection.sslSession());
            try {
                trusted.check(chain.toArray(X509Certificate[]::new));
            } catch (CertificateException | IllegalArgumentException untrusted) {
                LOG.warn("a connection was closed, its other side is not trusted any more: {}", untrusted.getMessage());
                connection.close();
            }
        }
    }
}
