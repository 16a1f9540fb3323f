// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.internal.tcnative.SSL;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import javax.net.ssl.SSLEngine;

/// BoringSSL that takes up no session again: every new connection shows its certificate, so that a revocation counts.
final class BoringTls extends OpenSSLEngineOptions {

    BoringTls() {
        setSessionCacheEnabled(false);
    }

    @Override
    public BoringTls copy() {
        return new BoringTls();
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new NarrowedContexts(super.sslContextFactory(), WithoutTickets::new);
    }

    /// Also without a cache a server of TLS 1.3 would hand out tickets, good for two days.
    private static final class WithoutTickets extends DelegatingSslContext {

        private WithoutTickets(SslContext inner) {
            super(inner);
        }

        @Override
        protected void initEngine(SSLEngine engine) {
            if (engine instanceof ReferenceCountedOpenSslEngine boring) {
                SSL.setOptions(boring.sslPointer(), SSL.SSL_OP_NO_TICKET);
            }
        }
    }
}
