// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/// The one signature algorithm: PS256 is RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518,
/// section 3.5).
final class Pss {

    static final String ALG = "PS256";

    private static final PSSParameterSpec PS256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private Pss() {}

    /// An engine that signs with a key, in memory or in a device. The key goes first: it decides which provider
    /// does the work, and parameters would decide too early.
    ///
    /// @throws InvalidKeyException when the key cannot make such signatures
    static Signature signer(PrivateKey key) throws InvalidKeyException {
        try {
            Signature engine = Signature.getInstance("RSASSA-PSS");
            engine.initSign(key);
            engine.setParameter(PS256);
            return engine;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException broken) {
            throw new IllegalStateException("every Java has RSASSA-PSS", broken);
        }
    }

    /// An engine that still needs its key.
    static Signature engine() {
        try {
            Signature engine = Signature.getInstance("RSASSA-PSS");
            engine.setParameter(PS256);
            return engine;
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException broken) {
            throw new IllegalStateException("every Java has RSASSA-PSS", broken);
        }
    }
}
