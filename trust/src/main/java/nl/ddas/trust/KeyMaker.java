// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.stream.IntStream;

/// Makes keys: on the curve P-256 for connections, which is quick and keeps handshakes short; RSA where a standard
/// wants it, for PS256 signatures and RSA-OAEP.
///
/// @param authorities the kind of key that an authority signs certificates with
/// @param bits of RSA keys: 2048 or more; 3072 unless there is a reason
/// @param random used by several threads at once
public record KeyMaker(Kind authorities, int bits, SecureRandom random) {

    /// What NCSC calls sufficient since 2025.
    public static final int DEFAULT_BITS = 3072;

    /// What a key is made of.
    public enum Kind {
        /// What PKIoverheid has, and every signature over a message needs.
        RSA,
        /// Elliptic curve P-256, as strong as RSA of 3072 bits.
        P256
    }

    public KeyMaker {
        if (bits < 2048) {
            throw new IllegalArgumentException("KeyMaker: expected 2048 bits or more, got " + bits);
        }
    }

    /// An authority on RSA.
    public KeyMaker(int bits, SecureRandom random) {
        this(Kind.RSA, bits, random);
    }

    /// An authority on RSA, keys of [#DEFAULT_BITS].
    public KeyMaker(SecureRandom random) {
        this(DEFAULT_BITS, random);
    }

    /// New keys for authorities, made side by side: one of RSA takes some tenths of a second.
    List<KeyPair> forAuthorities(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> forAuthority())
                .toList();
    }

    /// A new key for an authority.
    public KeyPair forAuthority() {
        return make(authorities);
    }

    /// A new key for a party.
    public KeyPair forLeaf(Purpose purpose) {
        return switch (purpose) {
            case TLS -> make(Kind.P256);
            case SIGNING, ENCRYPTION -> make(Kind.RSA);
        };
    }

    private KeyPair make(Kind kind) {
        return switch (kind) {
            case RSA -> make("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
            case P256 -> make("EC", new ECGenParameterSpec("secp256r1"));
        };
    }

    private KeyPair make(String algorithm, AlgorithmParameterSpec size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has RSA and P-256", broken);
        }
    }
}
