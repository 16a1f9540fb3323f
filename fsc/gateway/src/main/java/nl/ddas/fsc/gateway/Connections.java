// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import nl.ddas.basis.OpenConnections;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.fsc.model.TlsPeer;

/// The open connections of a gateway, and who is at the other side: worked out once a connection.
final class Connections {

    private final PeerIdRule rule;
    private final OpenConnections open = new OpenConnections();
    private final Map<HttpConnection, Optional<TlsPeer>> peers = new ConcurrentHashMap<>();
    private volatile Consumer<List<X509Certificate>> watcher = chain -> {};

    Connections(PeerIdRule rule) {
        this.rule = rule;
    }

    /// From now on shows the certificates of who is at the other side of each new connection.
    void show(Consumer<List<X509Certificate>> other) {
        watcher = other;
    }

    OpenConnections open() {
        return open;
    }

    /// Takes a connection that came in: HTTP/1 gets its guard before the first byte is read.
    void guard(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
            if (decoder != null) {
                ChannelPipeline _ = pipeline.addBefore(decoder.name(), "head-guard", new HeadGuard());
            }
            if (pipeline.get(ChunkedWriteHandler.class) != null) {
                // It sends files, of which a gateway has none, and handles each write for that.
                ChunkedWriteHandler _ = pipeline.remove(ChunkedWriteHandler.class);
            }
        }
        add(connection);
    }

    /// Takes a connection that we made: HTTP/1 gets its guard before the first request.
    void guardAnswers(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            ChannelHandlerContext codec = pipeline.context(HttpClientCodec.class);
            if (codec != null) {
                AnswerGuard guard = new AnswerGuard();
                ChannelPipeline _ = pipeline.addBefore(codec.name(), "answer-guard", guard);
                ChannelPipeline _ = pipeline.addAfter(codec.name(), "answer-asked", guard.new Asked());
            }
        }
        add(connection);
    }

    void add(HttpConnection connection) {
        peers.put(connection, find(connection));
        watcher.accept(OpenConnections.peer(connection));
        open.add(connection, () -> peers.remove(connection));
    }

    /// Who is at the other side; nothing without TLS, or when the certificate tells no Peer of the Group.
    Optional<TlsPeer> peer(HttpConnection connection) {
        Optional<TlsPeer> known = peers.get(connection);
        return known == null ? find(connection) : known;
    }

    private Optional<TlsPeer> find(HttpConnection connection) {
        return OpenConnections.peer(connection).stream().findFirst().flatMap(rule::peer);
    }
}
