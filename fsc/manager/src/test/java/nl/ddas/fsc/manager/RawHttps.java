// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.ddas.basis.Headers;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.testkit.JdkCaller;
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

    private static SSLContext context(PeerId as) {
        Identity identity = Members.tls(as);
        return JdkCaller.of(identity.key(), identity.chain(), List.of(Members.AUTHORITY.root()));
    }
}
