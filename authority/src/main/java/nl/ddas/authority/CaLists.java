// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.ddas.trust.Identity;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/// Makes revocation lists.
record CaLists(CaSignature signature) {

    static final Duration ROOT_LIFE = Duration.ofDays(90);
    static final Duration ISSUING_LIFE = Duration.ofDays(2);

    /// A list of an issuing authority older than this is made again.
    static final Duration ISSUING_AGE = Duration.ofHours(12);

    /// A list of the root is made again when it has less than this to go.
    static final Duration ROOT_LEFT = Duration.ofDays(30);

    private static final Duration BACK = Duration.ofMinutes(5);

    /// @param before number of the last list, which must be passed; the number also passes the seconds of the clock, so
    ///     that a lost list does no harm
    X509CRL list(Identity issuer, List<Revoked> revoked, BigInteger before, Instant now, Duration life) {
        try {
            X509Certificate own = issuer.leaf();
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(own.getSubjectX500Principal().getEncoded()), Date.from(now.minus(BACK)));
            builder.setNextUpdate(Date.from(now.plus(life)));
            revoked.forEach(one -> builder.addCRLEntry(
                    one.serial(), Date.from(one.at()), one.reason().code()));
            BigInteger next = before.add(BigInteger.ONE);
            builder.addExtension(
                    Extension.cRLNumber, false, new CRLNumber(next.max(BigInteger.valueOf(now.getEpochSecond()))));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own.getPublicKey()));
            return new JcaX509CRLConverter().getCRL(builder.build(signature.signer(issuer.key())));
        } catch (GeneralSecurityException | CertIOException broken) {
            throw new IllegalStateException("a revocation list could not be made", broken);
        }
    }

    /// Zero when it has none.
    static BigInteger number(X509CRL list) {
        byte[] extension = list.getExtensionValue(Extension.cRLNumber.getId());
        try {
            return extension == null
                    ? BigInteger.ZERO
                    : ASN1Integer.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension))
                            .getValue();
        } catch (IOException unreadable) {
            return BigInteger.ZERO;
        }
    }
}
