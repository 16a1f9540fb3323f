// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// One authority, root or issuing: signs certificates and revocation lists. Holds no state but its key.
///
/// @param name its subject, the issuer in what it signs
/// @param publicKey of `key`
record Issuer(X500Name name, PrivateKey key, PublicKey publicKey) {

    /// SHA-256 with the plain padding of RSA, or with ECDSA: every TLS engine takes them, BoringSSL's included.
    private static final String HASH_WITH = "SHA256with";

    /// How far certificates and lists reach back, for clocks that are behind.
    private static final Duration BACK = Duration.ofMinutes(5);

    static Issuer of(Identity authority) {
        X509Certificate own = authority.leaf();
        return new Issuer(
                X500Name.getInstance(own.getSubjectX500Principal().getEncoded()), authority.key(), own.getPublicKey());
    }

    /// A certificate, valid from five minutes ago.
    X509Certificate certificate(
            X500Name subject,
            PublicKey subjectKey,
            CertificateProfile profile,
            Instant now,
            Duration life,
            SecureRandom random) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    new BigInteger(127, random).setBit(126),
                    Date.from(now.minus(BACK)),
                    Date.from(now.plus(life)),
                    subject,
                    SubjectPublicKeyInfo.getInstance(subjectKey.getEncoded()));
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subjectKey));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(publicKey));
            profile.addTo(builder);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
        } catch (GeneralSecurityException | CertIOException broken) {
            throw new IllegalStateException("a certificate could not be made", broken);
        }
    }

    /// A revocation list.
    ///
    /// @param revoked serial numbers with the moment of revocation
    /// @param number higher than that of any list before
    X509CRL crl(Map<BigInteger, Instant> revoked, BigInteger number, Instant now, Duration life) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(now.minus(BACK)));
            builder.setNextUpdate(Date.from(now.plus(life)));
            revoked.forEach((serial, at) -> builder.addCRLEntry(serial, Date.from(at), CRLReason.unspecified));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(publicKey));
            return new JcaX509CRLConverter().getCRL(builder.build(signer()));
        } catch (GeneralSecurityException | CertIOException broken) {
            throw new IllegalStateException("a revocation list could not be made", broken);
        }
    }

    /// The number of a list; zero when it has none.
    static BigInteger number(X509CRL crl) {
        byte[] extension = crl.getExtensionValue(Extension.cRLNumber.getId());
        try {
            return extension == null
                    ? BigInteger.ZERO
                    : ASN1Integer.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
                            .getValue();
        } catch (IOException unreadable) {
            return BigInteger.ZERO;
        }
    }

    private ContentSigner signer() {
        try {
            String kind = key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm();
            return new JcaContentSignerBuilder(HASH_WITH + kind).build(key);
        } catch (OperatorCreationException broken) {
            throw new IllegalStateException("the key of the authority cannot sign", broken);
        }
    }
}
