// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TCPSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathParameters;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;

/// Mutual TLS of the pipe: the same versions, suites and rules as the servers and clients of `basis`.
final class PipeTls {

    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private static final char[] IN_MEMORY = "in memory".toCharArray();

    private PipeTls() {}

    /// @throws IllegalArgumentException when the key material cannot be used
    static void apply(Tls tls, TCPSSLOptions options) {
        options.setSsl(true);
        // Without a session cache every new connection shows its certificate again, so that a new CRL bites.
        options.setSslEngineOptions(
                OpenSSLEngineOptions.isAvailable()
                        ? new OpenSSLEngineOptions().setSessionCacheEnabled(false)
                        : new JdkSSLEngineOptions());
        options.setEnabledSecureTransportProtocols(PROTOCOLS);
        CIPHER_SUITES.forEach(options::addEnabledCipherSuite);
        replace(tls, options.getSslOptions());
    }

    /// @throws IllegalArgumentException when the key material cannot be used
    static void replace(Tls tls, SSLOptions options) {
        try {
            options.setKeyCertOptions(KeyCertOptions.wrap(keys(tls)));
            options.setTrustOptions(TrustOptions.wrap(trust(tls)));
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException("TLS key material cannot be used: " + tls, unusable);
        }
    }

    /// Judges certificates of connections that are open already.
    static X509TrustManager judge(Tls tls) {
        try {
            return Stream.of(trust(tls).getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("TLS trust cannot be used: " + tls, unusable);
        }
    }

    private static KeyManagerFactory keys(Tls tls) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", tls.key(), IN_MEMORY, tls.chain().toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, IN_MEMORY);
        return factory;
    }

    private static TrustManagerFactory trust(Tls tls) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = tls.anchors().stream()
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toUnmodifiableSet());
        PKIXBuilderParameters rules = new PKIXBuilderParameters(anchors, new X509CertSelector());
        switch (tls.revocation()) {
            case Revocation.Checked(var lists) -> {
                rules.setRevocationEnabled(true);
                rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
            }
            case Revocation.Unchecked _ -> rules.setRevocationEnabled(false);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        CertPathParameters parameters = rules;
        factory.init(new CertPathTrustManagerParameters(parameters));
        return factory;
    }
}
