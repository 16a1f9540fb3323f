// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import nl.ddas.basis.Headers;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.trust.Identity;

/// A caller that writes bytes as they are, right or wrong.
final class RawHttps {

    private RawHttps() {}

    /// What is answered until the other side hangs up.
    static Tester.Reply answer(PeerId as, int port, String request) throws IOException {
        try (SSLSocket socket = (SSLSocket) context(as).getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Tester.Reply read(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Headers headers = Headers.NONE;
        for (int i = 1; i < lines.length; i++) {
            String[] line = lines[i].split(": ", 2);
            headers = headers.with(line[0], line[1]);
        }
        return new Tester.Reply(Integer.parseInt(lines[0].split(" ")[1]), headers, parts[1]);
    }

    private static SSLContext context(PeerId as) throws IOException {
        try {
            Identity identity = Members.tls(as);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    "own", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
            KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
            own.init(keys, new char[0]);
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry("root", Members.AUTHORITY.root());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(roots);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }
}
