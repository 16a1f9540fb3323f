// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that two clients could read in two ways, of a service to an Inway and of an Inway to an Outway: the caller
/// gets none of them, and whoever gave one is not asked again on the same connection.
class AnswersInTwoWaysTest extends OutwayStage {

    private static final String FINE = "HTTP/1.1 200 Fine\r\n";
    private static final String CALLER = "%s / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nFsc-Grant-Hash: "
            + World.GRANT.value() + "\r\n\r\n";

    private final Semaphore hungUp = new Semaphore(0);
    private Backend otherInway;
    private Outway outwayToOther;
    private URI realInway = audience;

    @BeforeEach
    void startOther() throws IOException {
        SSLServerSocket socket = (SSLServerSocket) World.ONE
                .context(World.A)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        otherInway = Backend.start(socket, Backend.ECHO);
        realInway = audience;
        outwayToOther = outwayTo(otherInway.port());
    }

    @AfterEach
    void stopOther() throws IOException {
        outwayToOther.close();
        otherInway.close();
    }

    /// Answers with these bytes and waits until the other side has hung up; or hangs up itself.
    private Backend.Behaviour saying(String raw, boolean hangsUp) {
        return (in, out, seen) -> {
            seen.add(Backend.read(in));
            out.write(raw.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (!hangsUp) {
                try {
                    long _ = in.skip(Long.MAX_VALUE);
                } finally {
                    hungUp.release();
                }
            }
        };
    }

    private static String raw(String template) {
        return template.replace("OK ", FINE)
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0")
                .replace("\\t", "\t");
    }

    /// The Outway whose way ends there.
    private Outway outwayTo(Backend target) {
        audience = target == backend ? realInway : URI.create("https://127.0.0.1:" + target.port());
        return target == backend ? outway : outwayToOther;
    }

    /// All bytes that a caller gets of what this says.
    private String call(Backend target, String method) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), outwayTo(target).port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(CALLER.formatted(method).getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// Whether an answer ends as it says.
    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
        String body = answer.substring(end + 4);
        if (head.contains("transfer-encoding: chunked")) {
            return body.endsWith("0\r\n\r\n");
        }
        int length = head.indexOf("content-length: ");
        return length >= 0
                && body.length() == Integer.parseInt(head.substring(length + 16).split("\r\n")[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        with a length|GET|OK Content-Length: 3\\r\\n\\r\\nabc|abc
        in chunks|GET|OK Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nab\\r\\n1\\r\\nc\\r\\n0\\r\\n\\r\\n|abc
        in chunks with a trailer|GET|OK Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\nX-T: u\\r\\n\\r\\n|abc
        without a reason|GET|HTTP/1.1 200 \\r\\nContent-Length: 3\\r\\n\\r\\nabc|abc
        without a space|GET|HTTP/1.1 200\\r\\nContent-Length: 3\\r\\n\\r\\nabc|abc
        to HEAD|HEAD|OK Content-Length: 3\\r\\n\\r\\n|
        without content|GET|HTTP/1.1 204 Nothing\\r\\n\\r\\n|
        not changed|GET|HTTP/1.1 304 Same\\r\\nContent-Length: 3\\r\\n\\r\\n|
        behind an interim one|GET|HTTP/1.1 103 Hints\\r\\nLink: a\\r\\n\\r\\nOK Content-Length: 3\\r\\n\\r\\nabc|abc
        """)
    void theGoodFormGetsThrough(String name, String method, String answer, String body) throws IOException {
        for (Backend target : new Backend[] {backend, otherInway}) {
            target.behave(saying(raw(answer), false));
            String got = call(target, method);
            assertThat(got).as(name).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 502");
            String all = got.substring(got.indexOf("\r\n\r\n") + 4);
            assertThat(all.replaceAll("(?m)^\\d+\\r\\n|\\r\\n", "")).as(name).startsWith(body == null ? "" : body);
        }
    }

    @Test
    void anAnswerUpToTheEndOfTheConnectionGetsThrough() throws IOException {
        backend.behave(saying(FINE + "\r\nabc", true));
        assertThat(call(backend, "GET"))
                .startsWith("HTTP/1.1 200 ")
                .contains("abc")
                .matches(AnswersInTwoWaysTest::isWhole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        two lengths|OK Content-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabcd
        the same length twice|OK Content-Length: 3\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a list of lengths|OK Content-Length: 3, 3\\r\\n\\r\\nabc
        length and chunks|OK Content-Length: 3\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        chunks and length|OK Transfer-Encoding: chunked\\r\\nContent-Length: 3\\r\\n\\r\\n0\\r\\n\\r\\n
        a length with a sign|OK Content-Length: +3\\r\\n\\r\\nabc
        a length in hexadecimal|OK Content-Length: 0x3\\r\\n\\r\\nabc
        an empty length|OK Content-Length: \\r\\n\\r\\nabc
        another coding|OK Transfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\n
        two codings|OK Transfer-Encoding: gzip, chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        chunked twice|OK Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        chunks on an old version|HTTP/1.0 200 Fine\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        a space before the colon|OK Content-Length : 3\\r\\n\\r\\nabc
        a folded header|OK X-A: b\\r\\n Content-Length: 3\\r\\n\\r\\nabc
        a tab before a header|OK \\tContent-Length: 3\\r\\n\\r\\nabc
        a bare line feed|OK X-A: b\\nX-C: d\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        an end of line feeds|OK Content-Length: 3\\n\\nabc
        a status line with a line feed|HTTP/1.1 200 Fine\\nContent-Length: 3\\r\\n\\r\\nabc
        a bare carriage return|OK X-A: b\\rX-C: d\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a null in a value|OK X-A: b\\0\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a line without a colon|OK X-A\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        another version|HTTP/2.0 200 Fine\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        another protocol|ICY 200 Fine\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a status of two digits|HTTP/1.1 20 Fine\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a status of four digits|HTTP/1.1 2000 Fine\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a status that is none|HTTP/1.1 099 Fine\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a change of protocol|HTTP/1.1 101 Other\\r\\nUpgrade: x\\r\\nConnection: Upgrade\\r\\n\\r\\n
        an empty line in front|\\r\\nHTTP/1.1 200 Fine\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        no content of some length|HTTP/1.1 204 Nothing\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        no content in chunks|HTTP/1.1 204 Nothing\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        an interim answer with a length|HTTP/1.1 103 Hints\\r\\nContent-Length: 3\\r\\n\\r\\nabcHTTP/1.1 200 Fine\\r\\nContent-Length: 0\\r\\n\\r\\n
        another answer behind it|OK Content-Length: 3\\r\\n\\r\\nabcHTTP/1.1 200 Fine\\r\\nContent-Length: 3\\r\\n\\r\\ndef
        more than it says|OK Content-Length: 3\\r\\n\\r\\nabcd
        something behind the chunks|OK Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\nabc
        chunk size with a space|OK Transfer-Encoding: chunked\\r\\n\\r\\n3 \\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size with an extension|OK Transfer-Encoding: chunked\\r\\n\\r\\n3;a=b\\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size in two bases|OK Transfer-Encoding: chunked\\r\\n\\r\\n0x3\\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size with a line feed|OK Transfer-Encoding: chunked\\r\\n\\r\\n3\\nabc\\r\\n0\\r\\n\\r\\n
        chunk longer than it says|OK Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size too large|OK Transfer-Encoding: chunked\\r\\n\\r\\n100000000\\r\\nabc\\r\\n0\\r\\n\\r\\n
        a trailer that is none|OK Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nHTTP/1.1 200 Fine\\r\\n\\r\\n
        """)
    void whatCanBeReadInTwoWaysIsNotPassedOn(String name, String answer) throws Exception {
        for (Backend target : new Backend[] {backend, otherInway}) {
            target.behave(saying(raw(answer), false));
            String got = call(target, "GET");
            assertThat(got)
                    .as(name)
                    .matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 502 ") || !isWhole(text));
            assertThat(hungUp.tryAcquire(60, TimeUnit.SECONDS)).as(name).isTrue();
            target.behave(saying(FINE + "Content-Length: 3\r\n\r\nabc", false));
            assertThat(call(target, "GET"))
                    .as("the next request")
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("abc");
        }
    }

    /// The side that answers hangs up in the midst of it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        half a head|OK Content-Len
        a length that is too long|OK Content-Length: 4\\r\\n\\r\\nabc
        half a chunk|OK Transfer-Encoding: chunked\\r\\n\\r\\n4\\r\\nabc
        half a chunk size|OK Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n1
        no last chunk|OK Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n
        half an end|OK Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\n
        half a trailer|OK Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\nX-T: u
        an interim answer only|HTTP/1.1 103 Hints\\r\\n\\r\\n
        """)
    void whatIsCutOffIsNotTakenForWhole(String name, String answer) throws Exception {
        for (Backend target : new Backend[] {backend, otherInway}) {
            target.behave(saying(raw(answer), true));
            assertThat(call(target, "GET"))
                    .as(name)
                    .matches(text -> text.isEmpty() || text.startsWith("HTTP/1.1 502 ") || !isWhole(text));
        }
    }

    @Test
    void theErrorSaysWhoseAnswerItWas() throws Exception {
        backend.behave(saying(FINE + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", false));
        audience = realInway;
        HttpResponse<String> got = send(request("/").POST(BodyPublishers.ofString("x")));
        assertThat(got.statusCode()).isEqualTo(502);
        assertThat(got.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_UNREACHABLE");
        otherInway.behave(saying(FINE + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", false));
        got = at(outwayTo(otherInway), HttpRequest.newBuilder().header("Fsc-Grant-Hash", World.GRANT.value()));
        assertThat(got.statusCode()).isEqualTo(502);
        assertThat(got.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_INWAY_UNREACHABLE");
    }
}
