// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;

/// An authority for one test, and ends that trust it.
record Certificaten(AuthorityFolder authority) {

    static final String SERVER = "00000099000000009000";

    static Certificaten in(Path folder) {
        try {
            return new Certificaten(AuthorityFolder.open(folder, Clock.systemUTC(), new SecureRandom()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Key and certificate of somebody with this OIN, on 127.0.0.1.
    Tls of(String oin) {
        try {
            return authority.tls(authority.party("Partij " + oin, new Oin(oin), List.of("127.0.0.1", "localhost")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the program does it: the OIN in the certificate is the controller.
    static LogboekServer.Houderkeuze houders() {
        return chain -> chain.stream().findFirst().flatMap(Oin::of).map(oin -> new Houder(oin.value()));
    }

    /// For the JDK's client.
    static SSLContext context(Tls tls) {
        return context(tls, true);
    }

    /// @param isShown whether the client shows its certificate
    static SSLContext context(Tls tls, boolean isShown) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            if (isShown) {
                own.setKeyEntry("own", tls.key(), new char[0], tls.chain().toArray(new Certificate[0]));
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, new char[0]);
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            for (X509Certificate one : tls.anchors()) {
                anchors.setCertificateEntry("a" + anchors.size(), one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] anchors(Tls tls) {
        return pem(tls.anchors());
    }

    static byte[] chain(Tls tls) {
        return pem(tls.chain());
    }

    static byte[] key(Key key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static byte[] pem(List<X509Certificate> certificates) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (X509Certificate one : certificates) {
            try {
                out.writeBytes(pem("CERTIFICATE", one.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return out.toByteArray();
    }

    private static byte[] pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return ("-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
