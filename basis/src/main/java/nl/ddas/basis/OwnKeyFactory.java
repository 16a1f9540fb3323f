// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import java.security.KeyStore;
import java.security.Security;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;

/// Gives TLS engines an [OwnKey] in the form that they ask for.
final class OwnKeyFactory extends KeyManagerFactory {

    private OwnKeyFactory(OwnKey key) {
        super(new Ready(key), Security.getProviders()[0], "own");
    }

    /// A factory that is ready to use. With it BoringSSL reads key and chain once and not at each handshake; a key in
    /// a device it cannot read at all.
    static KeyManagerFactory of(Tls tls) {
        OwnKeyFactory own = new OwnKeyFactory(new OwnKey(tls));
        return tls.key().getEncoded() == null ? own : new OpenSslCachingX509KeyManagerFactory(own);
    }

    private static final class Ready extends KeyManagerFactorySpi {
        private final OwnKey key;

        Ready(OwnKey key) {
            this.key = key;
        }

        @Override
        protected void engineInit(KeyStore store, char[] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {key};
        }
    }
}
