// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes RSA signatures with AWS-LC where its native library runs (Linux on x86-64), because Java's own takes
/// four times as long and a Manager makes one for each token; elsewhere with Java. Both give the same bytes.
final class RsaSigners {

    private static final Logger LOG = LoggerFactory.getLogger(RsaSigners.class);

    /// Looked for at the first signature and not at the start of the program: it takes some tenths of a second.
    private static final Optional<Provider> NATIVE = find();

    private RsaSigners() {}

    private static Optional<Provider> find() {
        try {
            Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            Throwable fault = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
            if (fault == null) {
                return Optional.of(provider);
            }
            LOG.info("RSA signatures are made by Java, AWS-LC does not load: {}", fault.toString());
        } catch (LinkageError absent) {
            LOG.info("RSA signatures are made by Java, AWS-LC is not here: {}", absent.toString());
        }
        return Optional.empty();
    }

    /// Whether AWS-LC is used on this machine.
    static boolean isNative() {
        return NATIVE.isPresent();
    }

    /// A signer for RS256, RS384 and RS512. A key that is kept in a device signs there; AWS-LC needs the key itself,
    /// with its primes.
    static JWSSigner of(PrivateKey key) {
        RSASSASigner signer = new RSASSASigner(key);
        if (key instanceof RSAPrivateCrtKey && "PKCS#8".equals(key.getFormat())) {
            NATIVE.ifPresent(signer.getJCAContext()::setProvider);
        }
        return signer;
    }
}
