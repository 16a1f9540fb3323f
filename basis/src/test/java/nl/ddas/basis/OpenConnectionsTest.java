// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import java.lang.reflect.Proxy;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private final List<String> closed = new ArrayList<>();

    /// Nobody can say which of them comes first.
    @Test
    void aConnectionThatCannotBeJudgedIsClosedAndSoAreTheOthers() throws Exception {
        Certificate good =
                new TestAuthority("authority").issue("peer", "EC").chain().getFirst();
        OpenConnections connections = new OpenConnections();
        for (int i = 0; i < 3; i++) {
            connections.add(connection("unreadable " + i, new Unreadable()));
            connections.add(connection("untrusted " + i, good));
        }
        List<Integer> judged = new ArrayList<>();
        connections.closeUntrusted(chain -> {
            judged.add(chain.length);
            throw new CertificateException("revoked");
        });
        assertThat(closed)
                .containsExactlyInAnyOrder(
                        "unreadable 0", "unreadable 1", "unreadable 2", "untrusted 0", "untrusted 1", "untrusted 2");
        // The same chain is judged once.
        assertThat(judged).containsExactly(1);
    }

    private HttpConnection connection(String name, Certificate peer) {
        SSLSession session = (SSLSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SSLSession.class}, (proxy, method, given) -> {
                    assertThat(method.getName()).isEqualTo("getPeerCertificates");
                    return new Certificate[] {peer};
                });
        return (HttpConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpConnection.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "hashCode" -> name.hashCode();
                    case "equals" -> proxy == given[0];
                    case "sslSession" -> session;
                    case "close" -> {
                        closed.add(name);
                        yield Future.succeededFuture();
                    }
                    default -> proxy;
                });
    }

    /// Passed TLS, and has no form.
    private static final class Unreadable extends Certificate {

        private Unreadable() {
            super("X.509");
        }

        @Override
        public byte[] getEncoded() throws CertificateEncodingException {
            throw new CertificateEncodingException("no form");
        }

        @Override
        public void verify(PublicKey key) {}

        @Override
        public void verify(PublicKey key, String provider) {}

        @Override
        public String toString() {
            return "unreadable";
        }

        @Override
        public PublicKey getPublicKey() {
            throw new UnsupportedOperationException("not asked here");
        }
    }
}
