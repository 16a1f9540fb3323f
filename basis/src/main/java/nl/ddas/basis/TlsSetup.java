// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TCPSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns key material into the settings of a mutual TLS end.
///
/// Servers and clients of this module use it by themselves; it is open for pipes on the same network.
///
/// What is spoken is told by a [TlsProfile].
public final class TlsSetup {

    private static final Logger LOG = LoggerFactory.getLogger(TlsSetup.class);

    private TlsSetup() {}

    /// BoringSSL when its library loads here, else the TLS of the JDK.
    public static SSLEngineOptions fastestEngine() {
        return OpenSSLEngineOptions.isAvailable() ? new BoringTls() : new JdkTls();
    }

    /// The engine for this key material: a key that stays in a device can only be used by the TLS of the JDK.
    public static SSLEngineOptions engineFor(Tls tls) {
        return tls.key().getEncoded() == null ? new JdkTls() : fastestEngine();
    }

    /// The engine for a listener with this key material: the suites of [TlsProfile#GOED] can only be chosen on the TLS
    /// of the JDK.
    public static SSLEngineOptions engineFor(Tls tls, TlsProfile profile) {
        return switch (profile) {
            case GOED -> new JdkTls();
            case DIGIKOPPELING -> engineFor(tls);
        };
    }

    /// Makes an end speak mutual TLS with this key material, by [TlsProfile#DIGIKOPPELING].
    ///
    /// @throws IllegalArgumentException when the key material cannot be used
    public static void apply(Tls tls, SSLEngineOptions engine, TCPSSLOptions options) {
        apply(tls, engine, TlsProfile.DIGIKOPPELING, options);
    }

    /// As [#apply(Tls, SSLEngineOptions, TCPSSLOptions)], by another profile.
    public static void apply(Tls tls, SSLEngineOptions engine, TlsProfile profile, TCPSSLOptions options) {
        options.setSsl(true);
        options.setSslEngineOptions(engine);
        options.setEnabledSecureTransportProtocols(profile.protocols());
        profile.suites().forEach(options::addEnabledCipherSuite);
        replace(tls, options.getSslOptions());
    }

    /// Puts the key material, trust and revocation lists in place of those that are there.
    ///
    /// @throws IllegalArgumentException when the key material cannot be used
    public static void replace(Tls tls, SSLOptions options) {
        try {
            options.setKeyCertOptions(KeyCertOptions.wrap(OwnKeyFactory.of(tls)));
            options.setTrustOptions(TrustOptions.wrap(trust(tls)));
            if (tls.revocation() instanceof Revocation.Unchecked(String reason)) {
                LOG.warn("{} lets revoked certificates in: {}", tls, reason);
            }
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("TLS key material cannot be used: " + tls, unusable);
        }
    }

    /// Judges certificates outside a handshake, by the same rules.
    ///
    /// @throws IllegalArgumentException when the anchors cannot be used
    public static X509TrustManager judge(Tls tls) {
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

    private static TrustManagerFactory trust(Tls tls) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = tls.anchors().stream()
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toUnmodifiableSet());
        PKIXBuilderParameters rules = new PKIXBuilderParameters(anchors, new X509CertSelector());
        switch (tls.revocation()) {
            case Revocation.Checked(List<X509CRL> lists, StatusAnswers answers, InstantSource clock) ->
                StatusCheck.addTo(rules, new StatusCheck.Sources(lists, answers, clock, Instant.MAX));
            case Revocation.Unchecked _ -> rules.setRevocationEnabled(false);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(rules));
        return factory;
    }
}
