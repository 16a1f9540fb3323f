// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/// An operator who is here to act: with the key of his certificate.
public record OperatorKey(Operator operator, PrivateKey key) {

    private static final byte[] PROBE = {'o', 'w', 'n'};

    /// @throws IllegalArgumentException when the key is not that of the certificate, or of a kind that cannot sign
    public OperatorKey {
        if (!isSigned(operator, PROBE, sign(key, PROBE))) {
            throw new IllegalArgumentException("OperatorKey: the certificate belongs to another key");
        }
    }

    /// ECDSA with SHA-256 (DER), or RSASSA-PSS with SHA-256 and a salt of 32 bytes.
    byte[] sign(byte[] text) {
        return sign(key, text);
    }

    static boolean isSigned(Operator by, byte[] text, byte[] signature) {
        try {
            PublicKey key = by.certificate().getPublicKey();
            Signature engine = engine(key.getAlgorithm());
            engine.initVerify(key);
            engine.update(text);
            return engine.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature engine = engine(key.getAlgorithm());
            engine.initSign(key);
            engine.update(text);
            return engine.sign();
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("OperatorKey: the key cannot sign", unfit);
        }
    }

    private static Signature engine(String kind) throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
        if (kind.equals("EC")) {
            return Signature.getInstance("SHA256withECDSA");
        }
        Signature engine = Signature.getInstance("RSASSA-PSS");
        engine.setParameter(new PSSParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC));
        return engine;
    }

    @Override
    public String toString() {
        return "OperatorKey[" + operator + "]";
    }
}
