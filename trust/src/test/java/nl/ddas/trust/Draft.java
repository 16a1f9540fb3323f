// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate in the making, each property of choice: good for signing as it begins, made worse by the tests.
final class Draft {

    private record Added(ASN1ObjectIdentifier type, ASN1Encodable value) {}

    private static final String SUBJECT = "CN=Gemeente Voorbeeld,2.5.4.5=" + Stage.OIN + ",O=Gemeente Voorbeeld,C=NL";

    private final PublicKey key;
    private final List<Added> added = new ArrayList<>();
    private X500Name subject = new X500Name(SUBJECT);
    private BigInteger serial = BigInteger.valueOf(4711);
    private Instant from = Stage.START.minusSeconds(3600);
    private Instant until = Stage.START.plusSeconds(3600);
    private BasicConstraints constraints = new BasicConstraints(false);
    private Optional<Integer> usage = Optional.of(KeyUsage.digitalSignature);
    private String algorithm = "SHA256withRSA";

    /// @param key what is certified
    Draft(PublicKey key) {
        this.key = key;
    }

    Draft subject(String name) {
        subject = new X500Name(name);
        return this;
    }

    Draft serial(long number) {
        serial = BigInteger.valueOf(number);
        return this;
    }

    Draft valid(Instant first, Instant last) {
        from = first;
        until = last;
        return this;
    }

    /// Of an authority: signs certificates and lists.
    ///
    /// @param below how many authorities may stand under it
    Draft authority(String name, int below) {
        constraints = new BasicConstraints(below);
        usage = Optional.of(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        return subject("CN=" + name + ",O=Eigen uitgever,C=NL");
    }

    Draft constraints(BasicConstraints other) {
        constraints = other;
        return this;
    }

    /// @param bits of [KeyUsage]
    Draft usage(int bits) {
        usage = Optional.of(bits);
        return this;
    }

    Draft withoutUsage() {
        usage = Optional.empty();
        return this;
    }

    Draft extended(KeyPurposeId... purposes) {
        return with(Extension.extendedKeyUsage, new ExtendedKeyUsage(purposes));
    }

    Draft with(ASN1ObjectIdentifier type, ASN1Encodable value) {
        added.add(new Added(type, value));
        return this;
    }

    Draft algorithm(String name) {
        algorithm = name;
        return this;
    }

    X509Certificate by(Identity issuer) {
        return by(
                issuer,
                X500Name.getInstance(issuer.leaf().getSubjectX500Principal().getEncoded()));
    }

    /// Signed by the key of its own, as a root.
    X509Certificate byItself(Identity own) {
        return by(own, subject);
    }

    /// @param algorithm one that Java has by itself, or `SHA512withRSAandMGF1` and the like (RSASSA-PSS)
    static ContentSigner signer(String algorithm, PrivateKey key) throws OperatorCreationException {
        JcaContentSignerBuilder builder = new JcaContentSignerBuilder(algorithm);
        return (algorithm.contains("MGF1") ? builder.setProvider(new BouncyCastleProvider()) : builder).build(key);
    }

    private X509Certificate by(Identity issuer, X500Name name) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    name,
                    serial,
                    Date.from(from),
                    Date.from(until),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            builder.addExtension(Extension.basicConstraints, true, constraints);
            if (usage.isPresent()) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage.get()));
            }
            for (Added extension : added) {
                builder.addExtension(extension.type(), true, extension.value());
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(algorithm, issuer.key())));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
