// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority that lives as long as a test.
final class TestAuthority {

    // TLS reads the system clock, so the validity must follow it.
    private final Instant made = Instant.now();
    private final AtomicLong serials = new AtomicLong(1000);
    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate root;

    TestAuthority(String commonName) throws Exception {
        name = new X500Name("CN=" + commonName);
        keys = keys("EC");
        var builder =
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, moment(-1), moment(10), name, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        root = new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
    }

    X509Certificate root() {
        return root;
    }

    /// A new end that trusts this authority, for host 127.0.0.1.
    Tls issue(String commonName, String algorithm, X509CRL... revoked) throws Exception {
        return issue(commonName, algorithm, "127.0.0.1", revoked);
    }

    Tls issue(String commonName, String algorithm, String address, X509CRL... revoked) throws Exception {
        return issue(commonName, algorithm, address, Optional.empty(), revoked);
    }

    /// @param listAt where the certificate says that the revocation list is
    Tls issueWithListAt(URI listAt, String commonName) throws Exception {
        return issue(commonName, "EC", "127.0.0.1", Optional.of(listAt));
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private Tls issue(String commonName, String algorithm, String address, Optional<URI> listAt, X509CRL... revoked)
            throws Exception {
        KeyPair leaf = keys(algorithm);
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(serials.incrementAndGet()),
                moment(-1),
                moment(5),
                new X500Name("CN=" + commonName),
                leaf.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(
                        GeneralName.iPAddress, InetAddress.getByName(address).getHostAddress())));
        if (listAt.isPresent()) {
            GeneralNames uri = new GeneralNames(new GeneralName(
                    GeneralName.uniformResourceIdentifier, listAt.get().toString()));
            DistributionPoint point = new DistributionPoint(new DistributionPointName(uri), null, null);
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
        }
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer()));
        return new Tls(leaf.getPrivate(), List.of(certificate), List.of(root), revocation(revoked));
    }

    private static Revocation revocation(X509CRL... lists) {
        return lists.length == 0
                ? new Revocation.Unchecked("no lists in this test")
                : new Revocation.Checked(List.of(lists), Clock.systemUTC());
    }

    X509CRL revoke(Tls... ends) throws Exception {
        var builder = new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), moment(-1));
        builder.setNextUpdate(moment(2));
        for (Tls end : ends) {
            builder.addCRLEntry(end.chain().getFirst().getSerialNumber(), moment(-1), CRLReason.keyCompromise);
        }
        return new JcaX509CRLConverter().getCRL(builder.build(signer()));
    }

    private ContentSigner signer() throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    private Date moment(int days) {
        return Date.from(made.plus(days, ChronoUnit.DAYS));
    }

    private static KeyPair keys(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }
}
