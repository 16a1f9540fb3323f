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
public final class OpenConnections {

    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

    /// Asks whether the chain of the other side is trusted.
    @FunctionalInterface
    public interface Trusted {
        /// @throws CertificateException when it is not
        void check(X509Certificate[] chain) throws CertificateException;
    }

    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    /// Follows a connection until it closes; sets its handlers of closing and of faults.
    public void add(HttpConnection connection) {
        add(connection, () -> {});
    }

    /// As [#add(HttpConnection)].
    ///
    /// @param closed done when the connection closes
    public void add(HttpConnection connection, Runnable closed) {
        open.add(connection);
        connection.closeHandler(end -> {
            open.remove(connection);
            closed.run();
        });
        connection.exceptionHandler(failed -> LOG.debug("connection broke: {}", failed.toString()));
    }

    /// Certificates of the other side as the JDK's own kind, leaf first; empty when it showed none, or without TLS.
    public static List<X509Certificate> peer(HttpConnection connection) {
        return Wire.peer(connection.sslSession());
    }

    /// Closes the connections whose other side does not pass. Takes a path validation for each chain: not for
    /// an event loop. Whatever goes wrong with one connection, it is closed, and the others are looked at.
    public void closeUntrusted(Trusted trusted) {
        Objections objections = new Objections(trusted);
        for (HttpConnection connection : open) {
            objections.to(() -> peer(connection)).ifPresent(why -> {
                LOG.warn("a connection was closed, its other side is not trusted any more: {}", why);
                connection.close();
            });
        }
    }
}
