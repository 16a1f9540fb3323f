// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 under one key (RFC 2104): who does not have the key cannot find back what was hashed by trying.
/// Not safe for several threads at once: one for each.
public final class KeyedHash {

    /// Length of the outcome in bytes.
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final Mac mac;

    /// @param key secret; the same key gives the same outcomes in every run
    /// @throws IllegalArgumentException for a key under 16 bytes
    public KeyedHash(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("keyed hash: expected a key of " + SHORTEST_KEY + " bytes or more");
        }
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    /// Takes more to hash.
    public KeyedHash add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /// Takes more to hash.
    public KeyedHash add(byte[] bytes, int offset, int length) {
        mac.update(bytes, offset, length);
        return this;
    }

    /// Takes one byte more to hash.
    public KeyedHash add(byte one) {
        mac.update(one);
        return this;
    }

    /// The outcome over all that was added, and a new beginning.
    ///
    /// @return 32 bytes
    public byte[] end() {
        return mac.doFinal();
    }
}
