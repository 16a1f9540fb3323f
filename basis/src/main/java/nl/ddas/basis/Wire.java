// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What servers and clients share on the wire; open for pipes on the same network.
public final class Wire {

    /// Bytes of an answer that are handed to the event loop at once: each time costs two threads waking up.
    static final int SENT_PIECE = 4 * Network.PIECE;

    /// Bytes of one body that may wait here on HTTP/2.
    static final int STREAM_WINDOW = 512 * 1024;

    /// Bytes of all bodies of one connection that may wait here on HTTP/2.
    public static final int CONNECTION_WINDOW = 4 * 1024 * 1024;

    /// Requests at once on one connection of HTTP/2.
    public static final int STREAMS = 100;

    /// Follow from the body; what somebody says about them is left out.
    static final Set<String> OWN_HEADERS = Set.of("content-length", "transfer-encoding");

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private Wire() {}

    /// What an end tells the other side of an HTTP/2 connection: heads up to [Network#MAX_HEAD], as on HTTP/1.
    public static Http2Settings http2() {
        return new Http2Settings()
                .setMaxHeaderListSize(Network.MAX_HEAD)
                .setInitialWindowSize(STREAM_WINDOW)
                .setMaxConcurrentStreams(STREAMS)
                .setPushEnabled(false);
    }

    /// A request that breaks off before anybody asks after its answer. That is told where it is sent; without
    /// this the network library calls it an error in the log, even when we broke it off ourselves.
    public static HttpClientRequest quiet(HttpClientRequest request) {
        return request.exceptionHandler(gone -> LOG.debug("a request broke off: {}", gone.toString()));
    }

    static Headers headers(MultiMap from) {
        List<Headers.Line> lines = new ArrayList<>(from.size());
        from.forEach((name, value) -> lines.add(new Headers.Line(name, value)));
        return new Headers(lines);
    }

    /// Certificates of the other side as the JDK's own kind, leaf first; empty when it showed none.
    static List<X509Certificate> peer(@Nullable SSLSession session) {
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
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that passed TLS cannot be encoded", broken);
        } catch (CertificateException broken) {
            throw new IllegalStateException("a certificate that passed TLS cannot be read", broken);
        }
    }
}
