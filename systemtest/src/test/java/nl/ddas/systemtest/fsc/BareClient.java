// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.fsc.model.GrantHash;

/// A client on a bare socket: sends as much as it likes, and sees whether an answer is whole.
final class BareClient implements AutoCloseable {

    /// Longer than the minute after which lists are read again.
    private static final int LONGEST_MILLIS = 100_000;

    private final Socket socket;

    /// @param head with its empty line
    /// @param whole whether all came that was promised
    record Answer(String head, String body, boolean whole) {

        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]);
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    BareClient(URI at) throws IOException {
        socket = new Socket(at.getHost(), at.getPort());
        socket.setSoTimeout(LONGEST_MILLIS);
    }

    /// Sends a head, and of the body as many bytes as wanted.
    ///
    /// @param promised length of the body; without one there is none
    void send(GrantHash grant, Optional<Integer> promised, int sent) throws IOException {
        String method = promised.isPresent() ? "POST" : "GET";
        String length =
                promised.map(bytes -> "Content-Length: " + bytes + "\r\n").orElse("");
        Brittle.say(
                socket.getOutputStream(),
                method + " /pad HTTP/1.1\r\nHost: dienst\r\nFsc-Grant-Hash: " + grant.value() + "\r\n" + length
                        + "\r\n");
        byte[] body = new byte[sent];
        Arrays.fill(body, (byte) 'x');
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    /// Whatever comes, until the answer is whole or the connection ends.
    Answer answer() throws IOException {
        InputStream in = socket.getInputStream();
        String head = head(in);
        Answer known = new Answer(head, "", false);
        String length = known.header("Content-Length");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean whole = false;
        try {
            for (int next = length.equals("0") ? -1 : in.read(); next >= 0 && !whole; ) {
                body.write(next);
                whole = length.isEmpty()
                        ? body.toString(StandardCharsets.US_ASCII).endsWith("\r\n0\r\n\r\n")
                        : body.size() == Integer.parseInt(length);
                next = whole ? -1 : in.read();
            }
        } catch (IOException reset) {
            // Broken off, then.
            whole = false;
        }
        return new Answer(head, body.toString(StandardCharsets.UTF_8), whole);
    }

    /// A head with its empty line; empty when the connection ends first.
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.US_ASCII);
            }
        }
        return "";
    }

    /// Ends in the middle of whatever it is doing.
    void die() throws IOException {
        Brittle.die(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
