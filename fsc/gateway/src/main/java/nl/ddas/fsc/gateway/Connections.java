// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.TlsPeer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open connections of a gateway, and who is at the other side: worked out once a connection.
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /// Whether the other side is still trusted.
    @FunctionalInterface
    interface Judgement {
        void check(X509Certificate[] chain) throws CertificateException;
    }

    /// @param chain leaf first; empty without TLS
    /// @param peer nothing when the certificate does not tell a Peer
    private record Side(List<X509Certificate> chain, Optional<TlsPeer> peer) {}

    private final PeerIdRule rule;
    private final Map<HttpConnection, Side> open = new ConcurrentHashMap<>();

    Connections(PeerIdRule rule) {
        this.rule = rule;
    }

    /// Takes a connection that came in: HTTP/1 gets its guard before the first byte is read.
    void guard(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
            if (decoder != null) {
                ChannelPipeline guarded = pipeline.addBefore(decoder.name(), "head-guard", new HeadGuard());
                assert guarded == pipeline;
            }
        }
        add(connection);
    }

    void add(HttpConnection connection) {
        List<X509Certificate> chain = chain(connection.sslSession());
        open.put(connection, new Side(chain, chain.stream().findFirst().flatMap(rule::peer)));
        connection.closeHandler(closed -> open.remove(connection));
        connection.exceptionHandler(failed -> LOG.debug("connection broke: {}", failed.toString()));
    }

    /// Who is at the other side; nothing without TLS, or when the certificate tells no Peer of the Group.
    Optional<TlsPeer> peer(HttpConnection connection) {
        Side side = open.get(connection);
        return side == null
                ? chain(connection.sslSession()).stream().findFirst().flatMap(rule::peer)
                : side.peer();
    }

    /// Closes the connections whose other side does not pass; not for an event loop.
    void closeUntrusted(Judgement judgement) {
        open.forEach((connection, side) -> {
            try {
                judgement.check(side.chain().toArray(X509Certificate[]::new));
            } catch (CertificateException | IllegalArgumentException untrusted) {
                LOG.warn("a connection was closed, its other side is not trusted any more: {}", untrusted.getMessage());
                connection.close();
            }
        });
    }

    /// Certificates as the JDK's own kind: those of BoringSSL are another.
    private static List<X509Certificate> chain(@Nullable SSLSession session) {
        if (session == null) {
            return List.of();
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : session.getPeerCertificates()) {
                chain.add((X509Certificate)
                        factory.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
            }
            return List.copyOf(chain);
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        } catch (CertificateException broken) {
            throw new IllegalStateException("a certificate that passed TLS cannot be read", broken);
        }
    }
}
