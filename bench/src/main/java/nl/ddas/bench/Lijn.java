// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/// One connection of HTTP/1.1 over mutual TLS that does nothing but ask and read: no more than a measurement needs.
final class Lijn implements AutoCloseable {

    private static final String LENGTE = "content-length:";
    private static final int LANGST_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final StringBuilder regel = new StringBuilder();

    private Lijn(Socket socket, InputStream in) {
        this.socket = socket;
        this.in = in;
    }

    static Lijn open(SSLContext tls, int poort) throws IOException {
        Socket socket = tls.getSocketFactory().createSocket("127.0.0.1", poort);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LANGST_MILLIS);
        return new Lijn(socket, new BufferedInputStream(socket.getInputStream(), 16 * 1024));
    }

    /// Asks, and reads the whole answer.
    ///
    /// @throws IOException when it is not 200, or has no length
    void vraag(String verzoek) throws IOException {
        socket.getOutputStream().write(verzoek.getBytes(StandardCharsets.US_ASCII));
        String status = regel();
        long lengte = -1;
        for (String kop = regel(); !kop.isEmpty(); kop = regel()) {
            if (kop.regionMatches(true, 0, LENGTE, 0, LENGTE.length())) {
                lengte = Long.parseLong(kop.substring(LENGTE.length()).strip());
            }
        }
        if (lengte < 0 || !status.startsWith("HTTP/1.1 200")) {
            throw new IOException("expected 200 with a length, got " + status);
        }
        in.skipNBytes(lengte);
    }

    private String regel() throws IOException {
        regel.setLength(0);
        for (int teken = in.read(); teken != '\n'; teken = in.read()) {
            if (teken < 0) {
                throw new EOFException("the connection was closed");
            }
            if (teken != '\r') {
                regel.append((char) teken);
            }
        }
        return regel.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
