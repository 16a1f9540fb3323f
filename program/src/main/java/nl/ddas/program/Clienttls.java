// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsSetup;
import org.jspecify.annotations.Nullable;

/// Our key material for a client of the JDK: what it is now is asked at each handshake, so that a renewed
/// certificate or revocation list counts without a restart.
final class Clienttls {

    private Clienttls() {}

    /// @throws IllegalStateException when this machine has no TLS 1.3
    static SSLContext context(Supplier<Tls> tls) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(new KeyManager[] {new Eigen(tls)}, new TrustManager[] {new Ander(tls)}, null);
            return context;
        } catch (GeneralSecurityException onmogelijk) {
            throw new IllegalStateException("TLS 1.3 is not there", onmogelijk);
        }
    }

    private static final class Eigen extends X509ExtendedKeyManager {

        private static final String NAAM = "eigen";

        private final Supplier<Tls> tls;

        Eigen(Supplier<Tls> tls) {
            this.tls = tls;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal @Nullable [] issuers, SSLEngine engine) {
            return NAAM;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return NAAM;
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {NAAM};
        }

        @Override
        public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return tls.get().chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return tls.get().key();
        }
    }

    /// The name of the host is looked at by the JDK itself.
    private record Ander(Supplier<Tls> tls) implements X509TrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            TlsSetup.judge(tls.get()).checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("only servers are judged here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
