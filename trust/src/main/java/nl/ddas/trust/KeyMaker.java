// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/// Makes RSA keys.
///
/// @param bits 2048 or more; 3072 unless there is a reason
/// @param random used by several threads at once
public record KeyMaker(int bits, SecureRandom random) {

    /// What NCSC calls sufficient since 2025.
    public static final int DEFAULT_BITS = 3072;

    public KeyMaker {
        if (bits < 2048) {
            throw new IllegalArgumentException("KeyMaker: expected 2048 bits or more, got " + bits);
        }
    }

    /// Keys of [#DEFAULT_BITS].
    public KeyMaker(SecureRandom random) {
        this(DEFAULT_BITS, random);
    }

    /// New keys, made side by side: one takes some tenths of a second.
    List<KeyPair> make(int count) {
        return IntStream.range(0, count).parallel().mapToObj(i -> make()).toList();
    }

    KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has RSA", broken);
        }
    }
}
