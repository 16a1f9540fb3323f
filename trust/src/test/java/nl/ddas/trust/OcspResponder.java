// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// A root, an authority below it that answers about its certificates, well or in many wrong ways, and a leaf of
/// it. The root has a list only, as those of PKIoverheid have.
final class OcspResponder implements OcspAnswers.Web {

    /// What it says.
    enum Says {
        GOOD,
        REVOKED,
        UNKNOWN,
        ENDED,
        FUTURE,
        WITHOUT_END,
        ENDLESS,
        BY_A_STRANGER,
        ON_SHA1,
        BY_A_DELEGATE,
        BY_A_DELEGATE_FOR_ELSE,
        BY_A_DELEGATE_WITHOUT_NOCHECK,
        BY_A_DELEGATE_OF_ANOTHER,
        BY_A_DELEGATE_THAT_EXPIRED,
        BY_A_DELEGATE_AMONG_FOUR,
        BY_A_DELEGATE_NAMED_OTHERWISE,
        BY_A_DELEGATE_THAT_MAY_NOT_SIGN,
        BY_A_STRANGER_WITH_A_DELEGATE,
        BY_TOO_MANY,
        ABOUT_ANOTHER,
        ABOUT_ANOTHER_ISSUER,
        OTHER_NONCE,
        WITHOUT_NONCE,
        CRITICAL_NONCE,
        CRITICAL,
        CRITICAL_ABOUT_ONE,
        TRY_LATER,
        NO_ANSWER,
        SILENT,
        BREAKS
    }

    static final Duration LIFE = Duration.ofHours(12);
    private static final X500Name ROOT = new X500Name("CN=TEST root,C=NL");
    private static final X500Name ISSUING = new X500Name("CN=TEST issuing,C=NL");
    private static final X500Name RESPONDER = new X500Name("CN=responder,C=NL");
    private static final ASN1ObjectIdentifier UNHEARD = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private static final Extension OCSP_SIGNING = use(KeyPurposeId.id_kp_OCSPSigning);
    private static final Extension TLS_SERVER = use(KeyPurposeId.id_kp_serverAuth);
    private static final Extension NO_CHECK = extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE);

    private static final Extension AGREES_ON_KEYS = extension(Extension.keyUsage, new KeyUsage(KeyUsage.keyAgreement));

    /// No extension, but a mark that the certificate has run out.
    private static final Extension EXPIRED = extension(UNHEARD, DERNull.INSTANCE);

    final AtomicInteger asked = new AtomicInteger();
    final List<URI> addresses = new CopyOnWriteArrayList<>();
    volatile Says says = Says.GOOD;

    /// How old its answers are.
    volatile Duration back = Duration.ZERO;

    final X509Certificate root;
    final X509Certificate issuing;
    final X509Certificate leaf;

    private final Clock clock;
    private final KeyPair rootKey = pair();
    private final KeyPair issuingKey = pair();
    private final KeyPair delegate = pair();
    private final KeyPair stranger = pair();
    private long serial = 100;

    OcspResponder(Clock clock) throws Exception {
        this.clock = clock;
        this.root = certificate(ROOT, rootKey, ROOT, rootKey, authority());
        this.issuing = certificate(ISSUING, issuingKey, ROOT, rootKey, authority());
        this.leaf = leaf("http://ocsp.test/");
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(256);
        return maker.generateKeyPair();
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        return maker.generateKeyPair();
    }

    /// A certificate of the issuing authority that names places to ask at.
    X509Certificate leaf(String... places) throws Exception {
        AccessDescription[] named = Stream.of(places)
                .map(place -> new AccessDescription(
                        AccessDescription.id_ad_ocsp, new GeneralName(GeneralName.uniformResourceIdentifier, place)))
                .toArray(AccessDescription[]::new);
        List<Extension> extensions = new ArrayList<>(leafUsage());
        extensions.add(new Extension(
                Extension.authorityInfoAccess, false, new AuthorityInformationAccess(named).getEncoded()));
        return certificate(new X500Name("CN=party,C=NL"), pair(), ISSUING, issuingKey, extensions);
    }

    private static List<Extension> authority() throws IOException {
        return List.of(
                new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded()),
                new Extension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign).getEncoded()));
    }

    private static List<Extension> leafUsage() throws IOException {
        return List.of(
                new Extension(Extension.basicConstraints, true, new BasicConstraints(false).getEncoded()),
                new Extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature).getEncoded()));
    }

    private X509Certificate certificate(
            X500Name name, KeyPair of, X500Name issuer, KeyPair by, List<Extension> extensions) throws Exception {
        boolean expired = extensions.contains(EXPIRED);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(serial++),
                Date.from(clock.instant().minusSeconds(60)),
                Date.from(clock.instant().plus(expired ? Duration.ofSeconds(-1) : Duration.ofDays(300))),
                name,
                of.getPublic());
        for (Extension one : extensions) {
            if (!one.equals(EXPIRED)) {
                builder.addExtension(one);
            }
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }

    /// The list of the root, on which nothing stands.
    X509CRL rootList() {
        return new Issuer(ROOT, rootKey.getPrivate(), rootKey.getPublic())
                .crl(Map.of(), BigInteger.ONE, clock.instant(), Duration.ofDays(90));
    }

    /// A list of the issuing authority.
    X509CRL issuingList(Duration life, X509Certificate... revoked) {
        Map<BigInteger, Instant> serials =
                Stream.of(revoked).collect(Collectors.toMap(X509Certificate::getSerialNumber, _ -> clock.instant()));
        return new Issuer(ISSUING, issuingKey.getPrivate(), issuingKey.getPublic())
                .crl(serials, BigInteger.ONE, clock.instant(), life);
    }

    @Override
    public byte[] post(URI address, byte[] request) throws IOException {
        asked.incrementAndGet();
        addresses.add(address);
        try {
            return switch (says) {
                case TRY_LATER ->
                    new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
                case NO_ANSWER -> "<html>".getBytes(StandardCharsets.US_ASCII);
                case SILENT -> throw new IOException("no answer in time");
                case BREAKS -> throw new IllegalArgumentException("no host in the address");
                case Says _ -> signed(new OCSPReq(request));
            };
        } catch (IOException | RuntimeException gone) {
            throw gone;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] signed(OCSPReq request) throws Exception {
        Instant now = clock.instant().minus(back);
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(ISSUING));
        Instant from = from(now);
        Date end = until(from).map(Date::from).orElse(null);
        if (says == Says.CRITICAL_ABOUT_ONE) {
            builder.addResponse(about(request), status(now), Date.from(from), end, new Extensions(unheard()));
        } else {
            builder.addResponse(about(request), status(now), Date.from(from), end);
        }
        extensions(request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .ifPresent(builder::setResponseExtensions);
        KeyPair signer = signer();
        String hash = says == Says.ON_SHA1 ? "SHA1withECDSA" : "SHA256withECDSA";
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder(hash).build(signer.getPrivate()), with(), Date.from(now)))
                .getEncoded();
    }

    private CertificateID about(OCSPReq request) throws Exception {
        CertificateID asked = request.getRequestList()[0].getCertID();
        BigInteger number =
                says == Says.ABOUT_ANOTHER ? asked.getSerialNumber().add(BigInteger.ONE) : asked.getSerialNumber();
        return new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(says == Says.ABOUT_ANOTHER_ISSUER ? root : issuing),
                number);
    }

    private Instant from(Instant now) {
        return switch (says) {
            case ENDED -> now.minus(LIFE.multipliedBy(2));
            case FUTURE -> now.plus(LIFE);
            case Says _ -> now;
        };
    }

    private Optional<Instant> until(Instant from) {
        return switch (says) {
            case WITHOUT_END -> Optional.empty();
            case ENDLESS -> Optional.of(from.plus(Duration.ofDays(1000)));
            case Says _ -> Optional.of(from.plus(LIFE));
        };
    }

    private CertificateStatus status(Instant now) {
        return switch (says) {
            case REVOKED -> new RevokedStatus(Date.from(now.minusSeconds(30)), 0);
            case UNKNOWN -> new UnknownStatus();
            case Says _ -> CertificateStatus.GOOD;
        };
    }

    private static Extension unheard() throws IOException {
        return new Extension(UNHEARD, true, DERNull.INSTANCE.getEncoded());
    }

    private Optional<Extensions> extensions(Extension nonce) throws IOException {
        return switch (says) {
            case WITHOUT_NONCE -> Optional.empty();
            case OTHER_NONCE ->
                Optional.of(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                        false,
                        new DEROctetString(new byte[32]).getEncoded())));
            case CRITICAL_NONCE ->
                Optional.of(new Extensions(new Extension(
                        nonce.getExtnId(), true, nonce.getExtnValue().getOctets())));
            case CRITICAL -> Optional.of(new Extensions(new Extension[] {nonce, unheard()}));
            case Says _ -> Optional.of(new Extensions(nonce));
        };
    }

    private KeyPair signer() {
        return switch (says) {
            case BY_A_STRANGER, BY_A_STRANGER_WITH_A_DELEGATE -> stranger;
            case BY_A_DELEGATE,
                    BY_A_DELEGATE_FOR_ELSE,
                    BY_A_DELEGATE_WITHOUT_NOCHECK,
                    BY_A_DELEGATE_OF_ANOTHER,
                    BY_A_DELEGATE_THAT_EXPIRED,
                    BY_A_DELEGATE_AMONG_FOUR,
                    BY_A_DELEGATE_NAMED_OTHERWISE,
                    BY_A_DELEGATE_THAT_MAY_NOT_SIGN,
                    BY_TOO_MANY -> delegate;
            case Says _ -> issuingKey;
        };
    }

    /// The certificates that come with the answer.
    private X509CertificateHolder[] with() throws Exception {
        return switch (says) {
            case BY_A_DELEGATE -> holders(delegation(issuingKey, OCSP_SIGNING, NO_CHECK));
            case BY_A_DELEGATE_FOR_ELSE -> holders(delegation(issuingKey, TLS_SERVER, NO_CHECK));
            case BY_A_DELEGATE_WITHOUT_NOCHECK -> holders(delegation(issuingKey, OCSP_SIGNING));
            case BY_A_DELEGATE_OF_ANOTHER -> holders(delegation(stranger, OCSP_SIGNING, NO_CHECK));
            case BY_A_DELEGATE_THAT_EXPIRED -> holders(delegation(issuingKey, OCSP_SIGNING, NO_CHECK, EXPIRED));
            case BY_A_DELEGATE_AMONG_FOUR ->
                holders(root, root, issuing, delegation(issuingKey, OCSP_SIGNING, NO_CHECK));
            case BY_A_DELEGATE_NAMED_OTHERWISE ->
                holders(certificate(RESPONDER, delegate, ROOT, issuingKey, List.of(OCSP_SIGNING, NO_CHECK)));
            case BY_A_DELEGATE_THAT_MAY_NOT_SIGN ->
                holders(certificate(
                        RESPONDER, delegate, ISSUING, issuingKey, List.of(OCSP_SIGNING, NO_CHECK, AGREES_ON_KEYS)));
            case BY_A_STRANGER_WITH_A_DELEGATE ->
                holders(certificate(RESPONDER, rsa(), ISSUING, issuingKey, List.of(OCSP_SIGNING, NO_CHECK)));
            case BY_TOO_MANY -> holders(delegation(issuingKey, OCSP_SIGNING, NO_CHECK), root, root, root, issuing);
            case Says _ -> new X509CertificateHolder[0];
        };
    }

    private static X509CertificateHolder[] holders(X509Certificate... certificates) throws Exception {
        List<X509CertificateHolder> holders = new ArrayList<>();
        for (X509Certificate one : certificates) {
            holders.add(new JcaX509CertificateHolder(one));
        }
        return holders.toArray(X509CertificateHolder[]::new);
    }

    private X509Certificate delegation(KeyPair by, Extension... more) throws Exception {
        List<Extension> extensions = new ArrayList<>(leafUsage());
        extensions.addAll(List.of(more));
        return certificate(RESPONDER, delegate, ISSUING, by, extensions);
    }

    private static Extension use(KeyPurposeId purpose) {
        return extension(Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose));
    }

    private static Extension extension(ASN1ObjectIdentifier type, ASN1Object value) {
        return new Extension(type, false, Certificates.der(value));
    }
}
