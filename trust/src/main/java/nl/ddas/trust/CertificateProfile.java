// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/// The extensions by which a certificate says what it is for (RFC 5280, section 4.2).
sealed interface CertificateProfile {

    /// Top of an authority.
    record Root() implements CertificateProfile {}

    /// Issues leaves, no further authorities.
    record Issuing() implements CertificateProfile {}

    /// What a party gets.
    ///
    /// @param hosts for TLS only
    record Leaf(Purpose purpose, List<String> hosts) implements CertificateProfile {

        /// Whether a certificate has exactly the host names of this profile.
        boolean namesEqual(X509Certificate certificate) {
            byte[] there = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
            if (there == null || purpose != Purpose.TLS || hosts.isEmpty()) {
                return there == null && (purpose != Purpose.TLS || hosts.isEmpty());
            }
            byte[] wanted = Certificates.der(new DEROctetString(Certificates.der(names(hosts))));
            return Arrays.equals(there, wanted);
        }
    }

    /// RFC 9336, and the older one of Microsoft that PKIoverheid sets beside it.
    ExtendedKeyUsage DOCUMENT_SIGNING = new ExtendedKeyUsage(new KeyPurposeId[] {
        KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36")),
        KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"))
    });

    ExtendedKeyUsage TLS_BOTH_ENDS =
            new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});

    /// An address in numbers: IPv4, or IPv6 (which has colons).
    Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /// Adds the extensions of this profile.
    default void addTo(X509v3CertificateBuilder builder) throws CertIOException {
        switch (this) {
            case Root() -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                addUsage(builder, KeyUsage.keyCertSign | KeyUsage.cRLSign);
            }
            case Issuing() -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                addUsage(builder, KeyUsage.keyCertSign | KeyUsage.cRLSign);
            }
            case Leaf(Purpose purpose, List<String> hosts) -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                addLeafUsage(builder, purpose, hosts);
            }
        }
    }

    private static void addLeafUsage(X509v3CertificateBuilder builder, Purpose purpose, List<String> hosts)
            throws CertIOException {
        switch (purpose) {
            case TLS -> {
                addUsage(builder, KeyUsage.digitalSignature);
                addExtended(builder, TLS_BOTH_ENDS);
                if (!hosts.isEmpty()) {
                    builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
                }
            }
            case SIGNING -> {
                addUsage(builder, KeyUsage.digitalSignature);
                addExtended(builder, DOCUMENT_SIGNING);
            }
            case ENCRYPTION -> addUsage(builder, KeyUsage.keyEncipherment | KeyUsage.dataEncipherment);
        }
    }

    private static void addUsage(X509v3CertificateBuilder builder, int bits) throws CertIOException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
    }

    private static void addExtended(X509v3CertificateBuilder builder, ExtendedKeyUsage uses) throws CertIOException {
        builder.addExtension(Extension.extendedKeyUsage, false, uses);
    }

    private static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream().map(CertificateProfile::name).toArray(GeneralName[]::new));
    }

    private static GeneralName name(String host) {
        return new GeneralName(ADDRESS.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
