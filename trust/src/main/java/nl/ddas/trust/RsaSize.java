// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/// How long an RSA key of others may be. Shorter than 3072 bits is to be phased out (NCSC), shorter than 2048 is not
/// believed; above 8192 checking one signature would cost seconds.
final class RsaSize {

    static final int LEAST = 2048;
    static final int MOST = 8192;

    private RsaSize() {}

    static boolean fits(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= LEAST
                && rsa.getModulus().bitLength() <= MOST;
    }
}
