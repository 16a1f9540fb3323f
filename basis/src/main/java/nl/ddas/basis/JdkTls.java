// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// The TLS of the JDK, with less than the JDK would speak by itself: key exchange on good curves only, our order of
/// suites, and sessions that are soon forgotten.
final class JdkTls extends JdkSSLEngineOptions {

    /// Without the finite fields that the JDK offers too. It has no hybrid with ML-KEM yet.
    private static final List<String> GROUPS = List.of("x25519", "secp256r1", "secp384r1");

    /// A session that is taken up again shows no certificate; new revocation lists make a new context besides.
    private static final Duration SESSION = Duration.ofMinutes(1);

    /// A caller that shakes hands again on the same connection would show another certificate, or just keep us
    /// busy (TLS 1.2 only). The JDK can only be told for the whole process, and looks at it when a server first
    /// shakes hands.
    JdkTls() {
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    @Override
    public JdkTls copy() {
        return new JdkTls();
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new NarrowedContexts(super.sslContextFactory(), JdkTls::narrowed);
    }

    private static SslContext narrowed(SslContext made) {
        made.sessionContext().setSessionTimeout(Math.toIntExact(SESSION.toSeconds()));
        return new Narrowed(made);
    }

    private static final class Narrowed extends DelegatingSslContext {

        private Narrowed(SslContext inner) {
            super(inner);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setNamedGroups(GROUPS.toArray(String[]::new));
            parameters.setUseCipherSuitesOrder(true);
            engine.setSSLParameters(parameters);
        }
    }
}
