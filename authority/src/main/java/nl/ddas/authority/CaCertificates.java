// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/// Makes certificates: of the root, of issuing authorities, of parties.
///
/// @param random for serial numbers of 126 bits
record CaCertificates(CaSettings settings, SecureRandom random) {

    static final Duration ROOT_LIFE = Duration.ofDays(3652);
    static final Duration ISSUING_LIFE = Duration.ofDays(1826);
    static final Duration LEAF_LIFE = Duration.ofDays(397);

    /// How far certificates reach back, for clocks that are behind.
    private static final Duration BACK = Duration.ofMinutes(5);

    Identity root(KeyPair pair, Instant now) {
        X500Name name = caName("stam-CA G1");
        return new Identity(
                pair.getPrivate(),
                List.of(certificate(
                        new Signing(name, pair),
                        name,
                        pair.getPublic(),
                        new CaProfile.Root(settings),
                        now,
                        ROOT_LIFE)));
    }

    /// @param generation from 1; in the name, so that lists and paths of two generations never mix
    Identity issuing(Identity root, KeyPair pair, int generation, Instant now) {
        return new Identity(
                pair.getPrivate(),
                List.of(certificate(
                        Signing.of(root),
                        caName("uitgevende CA G" + generation),
                        pair.getPublic(),
                        new CaProfile.Issuing(settings),
                        now,
                        ISSUING_LIFE)));
    }

    /// @param key of the party
    X509Certificate leaf(Identity issuing, int generation, Purpose purpose, Holder holder, PublicKey key, Instant now) {
        return certificate(
                Signing.of(issuing),
                subject(purpose, holder),
                key,
                new CaProfile.Leaf(settings, generation, purpose, holder.hosts()),
                now,
                LEAF_LIFE);
    }

    static X500Name subject(Purpose purpose, Holder holder) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, holder.name())
                .addRDN(BCStyle.SERIALNUMBER, holder.oin().value())
                .addRDN(BCStyle.CN, purpose == Purpose.TLS ? holder.hosts().getFirst() : holder.name())
                .build();
    }

    private X500Name caName(String what) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, settings.name())
                .addRDN(BCStyle.CN, settings.practice() + what)
                .build();
    }

    /// Who signs.
    private record Signing(X500Name name, KeyPair pair) {
        static Signing of(Identity authority) {
            X509Certificate own = authority.leaf();
            return new Signing(
                    X500Name.getInstance(own.getSubjectX500Principal().getEncoded()),
                    new KeyPair(own.getPublicKey(), authority.key()));
        }
    }

    private X509Certificate certificate(
            Signing by, X500Name subject, PublicKey key, CaProfile profile, Instant now, Duration life) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    by.name(),
                    new BigInteger(127, random).setBit(126),
                    Date.from(now.minus(BACK)),
                    Date.from(now.plus(life)),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(by.pair().getPublic()));
            profile.addTo(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(settings.signature().signer(by.pair().getPrivate())));
        } catch (GeneralSecurityException | CertIOException broken) {
            throw new IllegalStateException("a certificate could not be made", broken);
        }
    }
}
