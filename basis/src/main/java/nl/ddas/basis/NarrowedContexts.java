// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/// Passes all settings on to a factory of a TLS library, and narrows what that makes.
record NarrowedContexts(SslContextFactory inner, UnaryOperator<SslContext> narrowing) implements SslContextFactory {

    private NarrowedContexts with(UnaryOperator<SslContextFactory> step) {
        return new NarrowedContexts(step.apply(inner), narrowing);
    }

    @Override
    public SslContextFactory useAlpn(boolean useAlpn) {
        return with(factory -> factory.useAlpn(useAlpn));
    }

    @Override
    public SslContextFactory forServer(ClientAuth clientAuth) {
        return with(factory -> factory.forServer(clientAuth));
    }

    @Override
    public SslContextFactory forClient(SNIServerName name, String algorithm) {
        return with(factory -> factory.forClient(name, algorithm));
    }

    @Override
    public SslContextFactory enabledProtocols(Set<String> protocols) {
        return with(factory -> factory.enabledProtocols(protocols));
    }

    @Override
    public SslContextFactory keyMananagerFactory(KeyManagerFactory keys) {
        return with(factory -> factory.keyMananagerFactory(keys));
    }

    @Override
    public SslContextFactory trustManagerFactory(TrustManagerFactory trust) {
        return with(factory -> factory.trustManagerFactory(trust));
    }

    @Override
    public SslContextFactory enabledCipherSuites(Set<String> suites) {
        return with(factory -> factory.enabledCipherSuites(suites));
    }

    @Override
    public SslContextFactory applicationProtocols(List<String> protocols) {
        return with(factory -> factory.applicationProtocols(protocols));
    }

    @Override
    public SslContext create() throws SSLException {
        return narrowing.apply(inner.create());
    }
}
