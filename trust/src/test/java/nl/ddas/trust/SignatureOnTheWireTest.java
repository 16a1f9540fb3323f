// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Signed messages written byte by byte into a socket, with our server and verifier at the other end: what HTTP lets a
/// sender do with headers and bodies.
@Timeout(60)
@Requirement("S14")
class SignatureOnTheWireTest {

    private static final Stage STAGE = new Stage();
    private static final AtomicInteger JUDGED = new AtomicInteger();
    private static Network network;
    private static HttpServer server;

    @BeforeAll
    static void open() {
        network = Network.open();
        server = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1 << 20, Duration.ofSeconds(20)),
                request -> Response.text(200, "text/plain", judged(request)));
    }

    @AfterAll
    static void close() {
        server.close();
        network.close();
    }

    private static String judged(Request request) throws IOException {
        try (PayloadVerifier.Verifying verifying = STAGE.verifier().start(request.headers())) {
            request.body().transferTo(verifying);
            JUDGED.incrementAndGet();
            return Stage.code(verifying.finish());
        }
    }

    /// A way to put a good message on the line.
    ///
    /// @param expected the verdict, or the status of the server itself
    private record Sent(String name, String expected, Function<Forge.Message, byte[]> bytes) {
        @Override
        public String toString() {
            return name + " -> " + expected;
        }
    }

    private static final List<Sent> SENT = List.of(
            new Sent("length in front", "goed", message -> fixed(lines(message), message.body())),
            new Sent("in chunks", "goed", message -> chunked(lines(message), message.body(), 7)),
            new Sent("in chunks of a byte", "goed", message -> chunked(lines(message), message.body(), 1)),
            new Sent("names in capitals", "goed", message -> fixed(capitals(message), message.body())),
            new Sent(
                    "blanks around the values",
                    "goed",
                    message ->
                            fixed(lines(message).replace(": ", ":  \t ").replace("\r\n", " \t\r\n"), message.body())),
            new Sent(
                    "no blank behind the colon",
                    "goed",
                    message -> fixed(lines(message).replace(": ", ":"), message.body())),
            new Sent(
                    "signature on two lines",
                    "handtekening-dubbel",
                    message -> fixed(lines(message) + signatureLine(message), message.body())),
            new Sent(
                    "two signatures on one line",
                    "handtekening-dubbel",
                    message -> fixed(
                            lines(message).replace("\r\nDigest", "," + message.payloadSig() + "\r\nDigest"),
                            message.body())),
            new Sent(
                    "digest on two lines",
                    "digest-formaat",
                    message -> fixed(lines(message) + "Digest: " + message.digest() + "\r\n", message.body())),
            new Sent(
                    "value folded in the middle",
                    "handtekening-formaat",
                    message -> fixed(lines(message).replace("..", "..\r\n "), message.body())),
            new Sent(
                    "blank before the colon",
                    "400",
                    message -> fixed(lines(message).replace("sig: ", "sig : "), message.body())),
            new Sent(
                    "NUL in a value",
                    "400",
                    message -> fixed(lines(message).replace("..", "..\u0000"), message.body())),
            new Sent(
                    "line end inside a value",
                    "400",
                    message -> fixed(lines(message).replace("..", "..\r"), message.body())),
            new Sent(
                    "packed by gzip",
                    "digest-afwijking",
                    message -> fixed(lines(message) + "Content-Encoding: gzip\r\n", gzip(message.body()))),
            new Sent(
                    "length and chunks",
                    "400",
                    message -> chunked(lines(message) + "Content-Length: 3\r\n", message.body(), 7)),
            new Sent("two lengths", "400", message -> fixed(lines(message) + "Content-Length: 3\r\n", message.body())),
            new Sent(
                    "length one short",
                    "digest-afwijking",
                    message -> shortened(fixed(lines(message), message.body()), message.body())),
            new Sent(
                    "headers of 33 KB",
                    "431",
                    message -> fixed(lines(message) + "X-Fill: " + "x".repeat(33 * 1024) + "\r\n", message.body())),
            new Sent(
                    "headers of 31 KB",
                    "goed",
                    message -> fixed(lines(message) + "X-Fill: " + "x".repeat(26 * 1024) + "\r\n", message.body())));

    static Stream<Arguments> sent() {
        return SENT.stream().flatMap(sent -> Stream.of(SignatureForm.values()).map(form -> Arguments.of(form, sent)));
    }

    @ParameterizedTest(name = "form {0}: {1}")
    @MethodSource
    void sent(SignatureForm form, Sent sent) throws IOException {
        String answer = exchange(sent.bytes().apply(new Forge(STAGE, form).good()), false);

        assertThat(
                        answer.startsWith("HTTP/1.1 200 ")
                                ? answer.substring(answer.indexOf("\r\n\r\n") + 4)
                                : answer.split(" ", 3)[1])
                .isEqualTo(sent.expected());
    }

    /// The sender hangs up halfway: nothing is judged, so nothing is taken.
    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aBodyThatBreaksOffIsNeverJudged(SignatureForm form) throws IOException {
        int before = JUDGED.get();
        Forge.Message message = new Forge(STAGE, form).good();
        byte[] whole = fixed(lines(message), message.body());

        String answer = exchange(Arrays.copyOf(whole, whole.length - 1), true);

        assertThat(answer).doesNotContain("goed");
        assertThat(JUDGED).hasValue(before);
    }

    private static String exchange(byte[] bytes, boolean hangUp) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(bytes);
            if (hangUp) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException hungUp) {
            return "";
        }
    }

    private static String lines(Forge.Message message) {
        return signatureLine(message) + "Digest: " + message.digest() + "\r\n";
    }

    private static String signatureLine(Forge.Message message) {
        return PayloadSigner.PAYLOAD_SIG + ": " + message.payloadSig() + "\r\n";
    }

    private static String capitals(Forge.Message message) {
        return lines(message)
                .replace(PayloadSigner.PAYLOAD_SIG, "NLGOV-ADR-PAYLOAD-SIG")
                .replace("Digest", "DIGEST");
    }

    private static byte[] fixed(String lines, byte[] body) {
        return request(lines + "Content-Length: " + body.length + "\r\n", body);
    }

    private static byte[] chunked(String lines, byte[] body, int size) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += size) {
            int length = Math.min(size, body.length - from);
            chunks.writeBytes(Stage.utf8(Integer.toHexString(length) + "\r\n"));
            chunks.write(body, from, length);
            chunks.writeBytes(Stage.utf8("\r\n"));
        }
        chunks.writeBytes(Stage.utf8("0\r\n\r\n"));
        return request(lines + "Transfer-Encoding: chunked\r\n", chunks.toByteArray());
    }

    private static byte[] request(String lines, byte[] rest) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(Stage.utf8("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n"));
        request.writeBytes(rest);
        return request.toByteArray();
    }

    /// Says one byte less than it sends.
    private static byte[] shortened(byte[] request, byte[] body) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.replace("Content-Length: " + body.length, "Content-Length: " + (body.length - 1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed.toByteArray();
    }
}
