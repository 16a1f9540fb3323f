// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows the one certificate of an end to whoever is at the other.
///
/// Beside a key store in memory it spares a password for the key: ten thousand hashes at each start and renewal that
/// protect nothing.
final class OwnKey extends X509ExtendedKeyManager {

    private static final String ALIAS = "own";

    private final Tls tls;
    private final String kind;

    OwnKey(Tls tls) {
        this.tls = tls;
        this.kind = tls.chain().getFirst().getPublicKey().getAlgorithm();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return tls.key();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return tls.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(keyType);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return alias(keyTypes);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return alias(keyTypes);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return aliases(keyType);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return aliases(keyType);
    }

    private String @Nullable [] aliases(String keyType) {
        return fits(keyType) ? new String[] {ALIAS} : null;
    }

    private @Nullable String alias(String... keyTypes) {
        return Arrays.stream(keyTypes).anyMatch(this::fits) ? ALIAS : null;
    }

    /// A type may name the kind of the issuer as well (`EC_RSA`), which says nothing since TLS 1.2.
    private boolean fits(String keyType) {
        return keyType.equals(kind) || keyType.startsWith(kind + "_");
    }
}
