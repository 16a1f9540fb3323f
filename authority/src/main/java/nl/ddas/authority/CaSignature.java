// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/// How an authority signs certificates and lists.
public enum CaSignature {
    /// RSASSA-PSS with SHA-512 and a salt of 64 bytes, as the fourth generation of PKIoverheid.
    PSS_SHA512("pss"),
    /// RSA with SHA-384 and the older padding, for peers that know no other.
    RSA_SHA384("rsa");

    private static final int SALT = 64;

    private final String word;

    CaSignature(String word) {
        this.word = word;
    }

    /// As in settings.
    public String word() {
        return word;
    }

    /// The one with this word.
    public static Optional<CaSignature> of(String word) {
        return Arrays.stream(values())
                .filter(signature -> signature.word.equals(word))
                .findFirst();
    }

    ContentSigner signer(PrivateKey key) {
        try {
            Signature engine = engine();
            engine.initSign(key);
            return new Engine(identifier(), engine);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("the key of the authority cannot sign", unfit);
        }
    }

    private Signature engine() throws GeneralSecurityException {
        return switch (this) {
            case PSS_SHA512 -> {
                Signature engine = Signature.getInstance("RSASSA-PSS");
                engine.setParameter(new PSSParameterSpec(
                        "SHA-512", "MGF1", MGF1ParameterSpec.SHA512, SALT, PSSParameterSpec.TRAILER_FIELD_BC));
                yield engine;
            }
            case RSA_SHA384 -> Signature.getInstance("SHA384withRSA");
        };
    }

    private AlgorithmIdentifier identifier() {
        return switch (this) {
            case PSS_SHA512 -> {
                AlgorithmIdentifier hash = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512, DERNull.INSTANCE);
                yield new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSASSA_PSS,
                        new RSASSAPSSparams(
                                hash,
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                                new ASN1Integer(SALT),
                                RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
            }
            case RSA_SHA384 -> new AlgorithmIdentifier(PKCSObjectIdentifiers.sha384WithRSAEncryption, DERNull.INSTANCE);
        };
    }

    private record Engine(AlgorithmIdentifier identifier, Signature engine) implements ContentSigner {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return identifier;
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    update(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    update(bytes, from, length);
                }
            };
        }

        private void update(byte[] bytes, int from, int length) {
            try {
                engine.update(bytes, from, length);
            } catch (SignatureException broken) {
                throw new IllegalStateException("the key of the authority cannot sign", broken);
            }
        }

        @Override
        public byte[] getSignature() {
            try {
                return engine.sign();
            } catch (SignatureException broken) {
                throw new IllegalStateException("the key of the authority cannot sign", broken);
            }
        }
    }
}
