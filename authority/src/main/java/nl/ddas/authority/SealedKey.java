// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import nl.ddas.basis.WholeFile;
import nl.ddas.trust.Pem;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// A private key in a file with a password: PKCS#8 under PBES2 with HMAC-SHA-256 and AES-256 (RFC 8018), which OpenSSL
/// reads too.
final class SealedKey {

    private static final String LABEL = "ENCRYPTED PRIVATE KEY";
    private static final String ALGORITHM = "PBEWithHmacSHA256AndAES_256";
    private static final int ROUNDS = 600_000;
    private static final int SALT = 16;

    private SealedKey() {}

    static void write(Path file, PrivateKey key, String password, SecureRandom random) throws IOException {
        try {
            byte[] salt = new byte[SALT];
            byte[] start = new byte[SALT];
            random.nextBytes(salt);
            random.nextBytes(start);
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    secret(password),
                    new PBEParameterSpec(salt, ROUNDS, new IvParameterSpec(start)));
            // The JDK reads this form under its own name, and writes it only when told which.
            AlgorithmIdentifier how = new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_PBES2,
                    ASN1Primitive.fromByteArray(cipher.getParameters().getEncoded()));
            byte[] sealed = cipher.doFinal(key.getEncoded());
            byte[] der = new DERSequence(new ASN1Encodable[] {how, new DEROctetString(sealed)}).getEncoded();
            WholeFile.write(file, Pem.block(LABEL, der), "rw-------");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every Java has PBES2", broken);
        }
    }

    /// @throws WrongPassword when it cannot be opened with this password
    /// @throws IOException when the file is not there, or holds something else
    static PrivateKey read(Path file, String password) throws IOException {
        List<byte[]> blocks = Pem.blocks(LABEL, Files.readString(file, StandardCharsets.ISO_8859_1));
        if (blocks.size() != 1) {
            throw new IOException(file + " holds no private key with a password");
        }
        try {
            EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(blocks.getFirst());
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.DECRYPT_MODE, secret(password), sealed.getAlgParameters());
            PKCS8EncodedKeySpec opened = new PKCS8EncodedKeySpec(cipher.doFinal(sealed.getEncryptedData()));
            return KeyFactory.getInstance("RSA").generatePrivate(opened);
        } catch (GeneralSecurityException closed) {
            throw new WrongPassword(file, closed);
        }
    }

    private static SecretKey secret(String password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray());
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }
}
