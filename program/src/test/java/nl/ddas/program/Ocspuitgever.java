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
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A root with a list, and an authority below it that answers about its certificates on a real socket: as a web server
/// should, and in other ways. What stands in an answer is tested in `trust`.
final class Ocspuitgever implements AutoCloseable {

    /// What the web server does.
    enum Gedrag {
        GOED,
        INGETROKKEN,
        TE_GROOT,
        STIL,
        STATUS_500,
        ELDERS
    }

    static final Duration DUUR = Duration.ofHours(12);
    private static final X500Name WORTEL = new X500Name("CN=TEST wortel,C=NL");
    private static final X500Name UITGEVER = new X500Name("CN=TEST uitgever,C=NL");

    final X509Certificate wortel;
    final X509Certificate uitgever;
    final AtomicInteger gevraagd = new AtomicInteger();
    volatile Gedrag gedrag = Gedrag.GOED;

    private final CountDownLatch klaar = new CountDownLatch(1);
    private final Clock klok;
    private final KeyPair wortelsleutel = paar();
    private final KeyPair sleutel = paar();
    private final AtomicLong nummers = new AtomicLong(100);
    private final HttpServer server;

    Ocspuitgever(Clock klok) throws Exception {
        this.klok = klok;
        this.wortel = certificaat(WORTEL, wortelsleutel, WORTEL, wortelsleutel, true, List.of());
        this.uitgever = certificaat(UITGEVER, sleutel, WORTEL, wortelsleutel, true, List.of());
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
                UITGEVER,
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
            X500Name naam, KeyPair van, X500Name door, KeyPair met, boolean uitgever, List<Extension> meer)
            throws Exception {
        JcaX509v3CertificateBuilder bouw = new JcaX509v3CertificateBuilder(
                door,
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
                .getCertificate(bouw.build(new JcaContentSignerBuilder("SHA256withECDSA").build(met.getPrivate())));
    }

    /// The list of the root, on which nothing stands.
    X509CRL lijstVanWortel() throws Exception {
        return lijst(WORTEL, wortelsleutel, DUUR);
    }

    /// A list of the authority that answers, on which nothing stands.
    X509CRL lijst(Duration duur) throws Exception {
        return lijst(UITGEVER, sleutel, duur);
    }

    private X509CRL lijst(X500Name van, KeyPair met, Duration duur) throws Exception {
        JcaX509v2CRLBuilder bouw = new JcaX509v2CRLBuilder(
                new X500Principal(van.getEncoded()), Date.from(klok.instant().minusSeconds(600)));
        bouw.setNextUpdate(Date.from(klok.instant().plus(duur)));
        return new JcaX509CRLConverter()
                .getCRL(bouw.build(new JcaContentSignerBuilder("SHA256withECDSA").build(met.getPrivate())));
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
            case TE_GROOT -> new byte[1024 * 1024];
            case STIL -> {
                klaar.await();
                yield new byte[0];
            }
            case Gedrag _ -> ondertekend(vraag);
        };
    }

    private byte[] ondertekend(OCSPReq vraag) throws Exception {
        Date nu = Date.from(klok.instant());
        BasicOCSPRespBuilder bouw = new BasicOCSPRespBuilder(new RespID(UITGEVER));
        CertificateStatus status = gedrag == Gedrag.INGETROKKEN ? new RevokedStatus(nu, 0) : CertificateStatus.GOOD;
        bouw.addResponse(
                vraag.getRequestList()[0].getCertID(),
                status,
                nu,
                Date.from(klok.instant().plus(DUUR)));
        bouw.setResponseExtensions(new Extensions(vraag.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        bouw.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(sleutel.getPrivate()),
                                new X509CertificateHolder[0],
                                nu))
                .getEncoded();
    }

    @Override
    public void close() {
        klaar.countDown();
        server.stop(0);
    }
}
