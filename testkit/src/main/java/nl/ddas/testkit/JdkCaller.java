// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// TLS as the JDK does it, for the other end of a connection: an implementation that is not the one under test.
public final class JdkCaller {

    private static final char[] NO_PASSWORD = new char[0];

    private JdkCaller() {}

    /// Who shows a certificate.
    ///
    /// @param chain leaf first
    /// @param anchors that the other side's certificate must lead to
    public static SSLContext of(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> anchors) {
        try {
            KeyStore own = empty();
            own.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, NO_PASSWORD);
            return context(keys.getKeyManagers(), anchors);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("every Java has TLS", broken);
        }
    }

    /// Who shows nothing.
    ///
    /// @param anchors as in [#of]
    public static SSLContext withoutKey(List<X509Certificate> anchors) {
        try {
            return context(new KeyManager[0], anchors);
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("every Java has TLS", broken);
        }
    }

    // "TLS" offers 1.3 and 1.2; a test that wants one of them says so to its socket or client.
    private static SSLContext context(KeyManager[] keys, List<X509Certificate> anchors)
            throws GeneralSecurityException, IOException {
        KeyStore roots = empty();
        for (int i = 0; i < anchors.size(); i++) {
            roots.setCertificateEntry("anchor" + i, anchors.get(i));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
