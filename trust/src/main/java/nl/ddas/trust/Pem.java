// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.CertificateText;
import nl.ddas.trust.PemFault.Fault;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Keys, certificates and revocation lists as text (RFC 7468).
public final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String CRL = "X509 CRL";

    private Pem() {}

    /// The key (PKCS#8, not encrypted) and then its chain, leaf first; web servers read this file as it is.
    static String write(Identity identity) {
        return block(KEY, identity.key().getEncoded()) + write(identity.chain());
    }

    /// Certificates, in this order.
    public static String write(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(certificate -> text.append(block(CERTIFICATE, Sha256.der(certificate))));
        return text.toString();
    }

    /// Revocation lists, in this order.
    ///
    /// @throws GeneralSecurityException when one cannot be written
    public static String writeCrls(List<X509CRL> crls) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (X509CRL crl : crls) {
            text.append(block(CRL, crl.getEncoded()));
        }
        return text.toString();
    }

    /// @throws KeyUnfit when there is not exactly one key (RSA or EC), or no certificate for it
    /// @throws GeneralSecurityException when key or certificate cannot be read
    static Identity readIdentity(String text) throws GeneralSecurityException {
        List<PrivateKeyInfo> keys = keys(text);
        if (keys.size() != 1) {
            throw new KeyUnfit(
                    isEncrypted(text) ? Fault.HasPassword::new : file -> new Fault.NotOneKey(file, keys.size()));
        }
        PrivateKey key = key(keys.getFirst());
        List<X509Certificate> certificates = readCertificates(text);
        if (certificates.isEmpty()) {
            throw new KeyUnfit(Fault.NoCertificate::new);
        }
        if (!Identity.belongs(key, certificates.getFirst().getPublicKey())) {
            throw new KeyUnfit(Fault.OtherKey::new);
        }
        return new Identity(key, certificates);
    }

    private static boolean isEncrypted(String text) {
        return text.contains("-----BEGIN ENCRYPTED " + KEY) || text.contains("Proc-Type: 4,ENCRYPTED");
    }

    /// Keys in PKCS#8, and in the older forms of one kind of key each (RFC 8017, A.1.2; RFC 5915).
    private static List<PrivateKeyInfo> keys(String text) throws GeneralSecurityException {
        List<PrivateKeyInfo> keys = new ArrayList<>();
        try {
            blocks(KEY, text).forEach(der -> keys.add(PrivateKeyInfo.getInstance(der)));
            for (byte[] der : blocks("RSA " + KEY, text)) {
                AlgorithmIdentifier rsa =
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
                keys.add(new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(der)));
            }
            for (byte[] der : blocks("EC " + KEY, text)) {
                ECPrivateKey ec = ECPrivateKey.getInstance(der);
                keys.add(new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ec.getParametersObject()), ec));
            }
            return keys;
        } catch (IOException unreadable) {
            throw new GeneralSecurityException(unreadable.getMessage(), unreadable);
        }
    }

    /// The key says itself of which kind it is.
    private static PrivateKey key(PrivateKeyInfo info) throws GeneralSecurityException {
        boolean isEc = info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        try {
            return KeyFactory.getInstance(isEc ? "EC" : "RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (IOException broken) {
            throw new GeneralSecurityException(broken.getMessage(), broken);
        }
    }

    static List<X509Certificate> readCertificates(String text) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : blocks(CERTIFICATE, text)) {
            certificates.add(
                    (X509Certificate) Certificates.factory().generateCertificate(new ByteArrayInputStream(der)));
        }
        return List.copyOf(certificates);
    }

    static List<X509CRL> readCrls(String text) throws GeneralSecurityException {
        List<X509CRL> crls = new ArrayList<>();
        for (byte[] der : blocks(CRL, text)) {
            crls.add(Certificates.list(der));
        }
        return List.copyOf(crls);
    }

    /// One block.
    ///
    /// @param label such as `CERTIFICATE`
    public static String block(String label, byte[] der) {
        return CertificateText.block(label, der);
    }

    /// What is in all blocks with this label; empty when there are none.
    public static List<byte[]> blocks(String label, String text) {
        List<byte[]> blocks = new ArrayList<>();
        for (Matcher matcher = BLOCK.matcher(text); matcher.find(); ) {
            if (matcher.group(1).equals(label)) {
                blocks.add(Base64.getMimeDecoder().decode(matcher.group(2)));
            }
        }
        return blocks;
    }
}
