// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/// The extensions by which a certificate of an own trust anchor says what it is for (RFC 5280, section 4.2).
sealed interface CaProfile {

    /// Top of the authority.
    record Root(CaSettings settings) implements CaProfile {}

    /// Issues to parties and no further authorities: only in the Netherlands, only for our purposes, never for an
    /// address in numbers.
    record Issuing(CaSettings settings) implements CaProfile {}

    /// What a party gets.
    ///
    /// @param generation of the issuing authority
    record Leaf(CaSettings settings, int generation, Purpose purpose, List<String> hosts) implements CaProfile {}

    /// RFC 9336, and the older one of Microsoft that PKIoverheid sets beside it.
    List<KeyPurposeId> DOCUMENT_SIGNING = List.of(use("1.3.6.1.5.5.7.3.36"), use("1.3.6.1.4.1.311.10.3.12"));

    List<KeyPurposeId> TLS_BOTH_ENDS = List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);

    /// Encrypting files, of Microsoft: what PKIoverheid sets for confidentiality.
    List<KeyPurposeId> ENCRYPTING = List.of(use("1.3.6.1.4.1.311.10.3.4"));

    /// Adds the extensions of this profile.
    default void addTo(X509v3CertificateBuilder builder) throws CertIOException {
        switch (this) {
            case Root(CaSettings settings) -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                usage(builder, KeyUsage.keyCertSign | KeyUsage.cRLSign);
                policies(builder, List.of(settings.policies()));
            }
            case Issuing(CaSettings settings) -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                usage(builder, KeyUsage.keyCertSign | KeyUsage.cRLSign);
                extended(
                        builder,
                        Stream.of(TLS_BOTH_ENDS, DOCUMENT_SIGNING, ENCRYPTING)
                                .flatMap(List::stream)
                                .toList());
                builder.addExtension(Extension.nameConstraints, true, constraints(settings.domains()));
                policies(
                        builder,
                        Stream.of(Purpose.values())
                                .map(purpose -> policy(settings, purpose))
                                .toList());
                status(builder, settings, "stam");
            }
            case Leaf(CaSettings settings, int generation, Purpose purpose, List<String> hosts) -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                uses(builder, purpose, hosts);
                policies(builder, List.of(policy(settings, purpose)));
                status(builder, settings, "uitgever-" + generation);
            }
        }
    }

    private static void uses(X509v3CertificateBuilder builder, Purpose purpose, List<String> hosts)
            throws CertIOException {
        switch (purpose) {
            case TLS -> {
                usage(builder, KeyUsage.digitalSignature);
                extended(builder, TLS_BOTH_ENDS);
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(hosts.stream()
                                .map(host -> new GeneralName(GeneralName.dNSName, host))
                                .toArray(GeneralName[]::new)));
            }
            case SIGNING -> {
                usage(builder, KeyUsage.digitalSignature);
                extended(builder, DOCUMENT_SIGNING);
            }
            case ENCRYPTION -> {
                usage(builder, KeyUsage.keyEncipherment);
                extended(builder, ENCRYPTING);
            }
        }
    }

    static String policy(CaSettings settings, Purpose purpose) {
        return settings.policies()
                + switch (purpose) {
                    case TLS -> ".1";
                    case SIGNING -> ".2";
                    case ENCRYPTION -> ".3";
                };
    }

    private static NameConstraints constraints(List<String> domains) {
        List<GeneralSubtree> permitted = new ArrayList<>();
        permitted.add(new GeneralSubtree(new GeneralName(new X500Name("C=NL"))));
        domains.forEach(domain -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))));
        // Address and mask of nothing but zeros: every address of IPv4, and of IPv6.
        GeneralSubtree[] excluded = {
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[8]))),
            new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[32])))
        };
        return new NameConstraints(permitted.toArray(GeneralSubtree[]::new), excluded);
    }

    private static void status(X509v3CertificateBuilder builder, CaSettings settings, String issuer)
            throws CertIOException {
        GeneralNames list = new GeneralNames(uri(settings, issuer + ".crl"));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(list), null, null)
        }));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                        new AccessDescription(AccessDescription.id_ad_caIssuers, uri(settings, issuer + ".cer"))));
    }

    private static GeneralName uri(CaSettings settings, String file) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, settings.at(file));
    }

    private static void policies(X509v3CertificateBuilder builder, List<String> ids) throws CertIOException {
        builder.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(ids.stream()
                        .map(id -> new PolicyInformation(new ASN1ObjectIdentifier(id)))
                        .toArray(PolicyInformation[]::new)));
    }

    private static void usage(X509v3CertificateBuilder builder, int bits) throws CertIOException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
    }

    private static void extended(X509v3CertificateBuilder builder, List<KeyPurposeId> uses) throws CertIOException {
        builder.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(uses.toArray(KeyPurposeId[]::new)));
    }

    private static KeyPurposeId use(String id) {
        return KeyPurposeId.getInstance(new ASN1ObjectIdentifier(id));
    }
}
