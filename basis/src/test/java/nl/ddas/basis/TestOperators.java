// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Persons with keys and certificates of their own, valid a year from [#START].
final class TestOperators {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private TestOperators() {}

    static OperatorKey operator(String name) throws Exception {
        return operator(name, keys("EC"));
    }

    static OperatorKey operator(String name, KeyPair keys) throws Exception {
        return new OperatorKey(new Operator(certificate(name, keys)), keys.getPrivate());
    }

    static KeyPair keys(String kind) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    static X509Certificate certificate(String name, KeyPair keys) throws Exception {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Stelselbeheer")
                .addRDN(BCStyle.CN, name)
                .build();
        String kind = keys.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject,
                                BigInteger.valueOf(name.hashCode()).abs(),
                                Date.from(START),
                                Date.from(START.plus(Duration.ofDays(365))),
                                subject,
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256with" + kind).build(keys.getPrivate())));
    }
}
