// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
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

/// An issuer with a responder on a real socket, that answers well or in many wrong ways.
final class Ocspuitgever implements AutoCloseable {

    /// What it answers.
    enum Gedrag {
        GOED,
        INGETROKKEN,
        ONBEKEND,
        VERLOPEN,
        TOEKOMST,
        VREEMDE_ONDERTEKENAAR,
        GEMACHTIGDE,
        GEMACHTIGDE_ZONDER_DOEL,
        GEMACHTIGDE_ZONDER_NOCHECK,
        GEMACHTIGDE_VAN_EEN_ANDER,
        ANDER_CERTIFICAAT,
        ANDERE_NONCE,
        ZONDER_NONCE,
        LATER,
        GEEN_ANTWOORD,
        TE_GROOT,
        STIL,
        STATUS_500,
        ELDERS
    }

    static final Duration DUUR = Duration.ofHours(12);
    private static final X500Name NAAM = new X500Name("CN=TEST uitgever,C=NL");

    final X509Certificate wortel;
    final AtomicInteger gevraagd = new AtomicInteger();
    volatile Gedrag gedrag = Gedrag.GOED;

    /// How old its answers are.
    volatile Duration terug = Duration.ZERO;

    private final CountDownLatch klaar = new CountDownLatch(1);
    private final Clock klok;
    private final KeyPair sleutel = paar();
    private final KeyPair gemachtigde = paar();
    private final KeyPair vreemd = paar();
    private final AtomicLong nummers = new AtomicLong(100);
    private final HttpServer server;

    Ocspuitgever(Clock klok) throws Exception {
        this.klok = klok;
        this.wortel = certificaat(NAAM, sleutel, sleutel, true, List.of());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(run -> Thread.ofVirtual().start(run));
        server.createContext("/", this::antwoord);
        server.start();
    }

    URI adres() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ocsp");
    }

    static KeyPair paar() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(256);
        return maker.generateKeyPair();
    }

    /// A certificate that names an address to ask at.
    X509Certificate blad(KeyPair van, URI ocsp) throws Exception {
        return certificaat(
                new X500Name("CN=partij,C=NL"),
                van,
                sleutel,
                false,
                List.of(new Extension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                        AccessDescription.id_ad_ocsp,
                                        new GeneralName(GeneralName.uniformResourceIdentifier, ocsp.toString()))
                                .getEncoded())));
    }

    private X509Certificate certificaat(
            X500Name naam, KeyPair van, KeyPair door, boolean uitgever, List<Extension> meer) throws Exception {
        JcaX509v3CertificateBuilder bouw = new JcaX509v3CertificateBuilder(
                NAAM,
                BigInteger.valueOf(nummers.getAndIncrement()),
                Date.from(klok.instant().minusSeconds(60)),
                Date.from(klok.instant().plus(Duration.ofDays(300))),
                naam,
                van.getPublic());
        bouw.addExtension(Extension.basicConstraints, true, new BasicConstraints(uitgever));
        bouw.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(uitgever ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        for (Extension een : meer) {
            bouw.addExtension(een);
        }
        return new JcaX509CertificateConverter()
                .getCertificate(bouw.build(new JcaContentSignerBuilder("SHA256withECDSA").build(door.getPrivate())));
    }

    X509CRL lijst(X509Certificate... ingetrokken) throws Exception {
        JcaX509v2CRLBuilder bouw =
                new JcaX509v2CRLBuilder(wortel, Date.from(klok.instant().minusSeconds(60)));
        bouw.setNextUpdate(Date.from(klok.instant().plus(DUUR)));
        for (X509Certificate een : ingetrokken) {
            bouw.addCRLEntry(een.getSerialNumber(), Date.from(klok.instant().minusSeconds(90)), 0);
        }
        return new JcaX509CRLConverter()
                .getCRL(bouw.build(new JcaContentSignerBuilder("SHA256withECDSA").build(sleutel.getPrivate())));
    }

    private void antwoord(HttpExchange vraag) throws IOException {
        gevraagd.incrementAndGet();
        try (vraag) {
            byte[] antwoord = bytes(new OCSPReq(vraag.getRequestBody().readAllBytes()));
            if (gedrag == Gedrag.ELDERS) {
                vraag.getResponseHeaders().add("Location", adres() + "/elders");
            }
            vraag.sendResponseHeaders(
                    gedrag == Gedrag.STATUS_500 ? 500 : gedrag == Gedrag.ELDERS ? 302 : 200, antwoord.length);
            vraag.getResponseBody().write(antwoord);
        } catch (IOException weg) {
            throw weg;
        } catch (Exception stuk) {
            throw new IllegalStateException(stuk);
        }
    }

    private byte[] bytes(OCSPReq vraag) throws Exception {
        return switch (gedrag) {
            case LATER ->
                new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded();
            case GEEN_ANTWOORD -> "<html>".getBytes(StandardCharsets.US_ASCII);
            case TE_GROOT -> new byte[1024 * 1024];
            case STIL -> {
                klaar.await();
                yield new byte[0];
            }
            case Gedrag _ -> ondertekend(vraag);
        };
    }

    private byte[] ondertekend(OCSPReq vraag) throws Exception {
        CertificateID gevraagde = vraag.getRequestList()[0].getCertID();
        CertificateID over = gedrag == Gedrag.ANDER_CERTIFICAAT
                ? new CertificateID(
                        new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                        new JcaX509CertificateHolder(wortel),
                        gevraagde.getSerialNumber().add(BigInteger.ONE))
                : gevraagde;
        Instant nu = klok.instant().minus(terug);
        BasicOCSPRespBuilder bouw = new BasicOCSPRespBuilder(new RespID(NAAM));
        Instant van = van(nu);
        bouw.addResponse(over, status(nu), Date.from(van), Date.from(van.plus(DUUR)));
        Extension nonce = vraag.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (gedrag != Gedrag.ZONDER_NONCE) {
            bouw.setResponseExtensions(new Extensions(
                    gedrag == Gedrag.ANDERE_NONCE
                            ? new Extension(
                                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                    false,
                                    new DEROctetString(new byte[32]).getEncoded())
                            : nonce));
        }
        KeyPair ondertekenaar = ondertekenaar();
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        bouw.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(ondertekenaar.getPrivate()),
                                ondertekenaar == sleutel
                                        ? new X509CertificateHolder[0]
                                        : new X509CertificateHolder[] {machtiging(ondertekenaar)},
                                Date.from(nu)))
                .getEncoded();
    }

    private Instant van(Instant nu) {
        return switch (gedrag) {
            case VERLOPEN -> nu.minus(DUUR.multipliedBy(2));
            case TOEKOMST -> nu.plus(DUUR);
            case Gedrag _ -> nu;
        };
    }

    private CertificateStatus status(Instant nu) {
        return switch (gedrag) {
            case INGETROKKEN -> new RevokedStatus(Date.from(nu.minusSeconds(30)), 0);
            case ONBEKEND -> new UnknownStatus();
            case Gedrag _ -> CertificateStatus.GOOD;
        };
    }

    private KeyPair ondertekenaar() {
        return switch (gedrag) {
            case VREEMDE_ONDERTEKENAAR -> vreemd;
            case GEMACHTIGDE, GEMACHTIGDE_ZONDER_DOEL, GEMACHTIGDE_ZONDER_NOCHECK, GEMACHTIGDE_VAN_EEN_ANDER ->
                gemachtigde;
            case Gedrag _ -> sleutel;
        };
    }

    private X509CertificateHolder machtiging(KeyPair van) throws Exception {
        Extension doel = new Extension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                                gedrag == Gedrag.GEMACHTIGDE_ZONDER_DOEL
                                        ? KeyPurposeId.id_kp_serverAuth
                                        : KeyPurposeId.id_kp_OCSPSigning)
                        .getEncoded());
        Extension nocheck =
                new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE.getEncoded());
        boolean eigen = gedrag == Gedrag.GEMACHTIGDE
                || gedrag == Gedrag.GEMACHTIGDE_ZONDER_DOEL
                || gedrag == Gedrag.GEMACHTIGDE_ZONDER_NOCHECK;
        return new JcaX509CertificateHolder(certificaat(
                new X500Name("CN=beantwoorder,C=NL"),
                van,
                eigen ? sleutel : vreemd,
                false,
                gedrag == Gedrag.GEMACHTIGDE_ZONDER_NOCHECK ? List.of(doel) : List.of(doel, nocheck)));
    }

    @Override
    public void close() {
        klaar.countDown();
        server.stop(0);
    }
}
