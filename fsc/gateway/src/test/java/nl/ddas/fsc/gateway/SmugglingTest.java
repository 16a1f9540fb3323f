// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests that two servers could read in two ways: none gets past an Inway or an Outway.
class SmugglingTest extends OutwayStage {

    private String token = "";

    @BeforeEach
    void makeToken() {
        token = World.ONE.token(World.ONE.claims(audience, Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
    }

    private static String answer(Socket connection, String raw) throws IOException {
        try (connection) {
            connection.setSoTimeout(15_000);
            connection.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
            InputStream in = connection.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException | SSLException cut) {
            return "";
        }
    }

    private Socket toInway() throws IOException {
        return World.ONE.context(World.B).getSocketFactory().createSocket("127.0.0.1", inway.port());
    }

    private String raw(String template) {
        return template.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\0", "\0")
                .replace("FSC", "Fsc-Authorization: Bearer " + token + "\r\nFsc-Transaction-Id: " + World.TRANSACTION);
    }

    private Socket toOutway() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), outway.port());
    }

    private static final String POST = "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nFSC\\r\\n";

    /// Through both: what is refused below is not refused because nothing gets through.
    @Test
    void theGoodFormGetsThrough() throws IOException {
        String raw = raw(
                POST + "Connection: close\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\n\\r\\n");

        assertThat(answer(toInway(), raw)).startsWith("HTTP/1.1 200");
        assertThat(answer(toOutway(), raw)).startsWith("HTTP/1.1 200").endsWith("abc");
        assertThat(backend.seen).extracting(Backend.Seen::body).containsExactly("abc", "abc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        a second token under a name with an underscore|POST|Fsc_Authorization: Bearer x\\r\\n\\r\\n
        a second transaction id half so|POST|Fsc-Transaction_Id: x\\r\\n\\r\\n
        two lengths|POST|Content-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabcd
        the same length twice|POST|Content-Length: 3\\r\\nContent-Length: 3\\r\\n\\r\\nabc
        a list of lengths|POST|Content-Length: 3, 3\\r\\n\\r\\nabc
        length and chunks|POST|Content-Length: 3\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        chunks and length|POST|Transfer-Encoding: chunked\\r\\nContent-Length: 3\\r\\n\\r\\n0\\r\\n\\r\\n
        a length with a sign|POST|Content-Length: +3\\r\\n\\r\\nabc
        a length in hexadecimal|POST|Content-Length: 0x3\\r\\n\\r\\nabc
        an empty length|POST|Content-Length: \\r\\n\\r\\nabc
        another coding|POST|Transfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\n
        two codings|POST|Transfer-Encoding: gzip, chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        chunked twice|POST|Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        chunked not last|POST|Transfer-Encoding: chunked, identity\\r\\n\\r\\n0\\r\\n\\r\\n
        a space before the colon|POST|Transfer-Encoding : chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        a folded header|POST|X-A: b\\r\\n Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        a tab before a header|POST|\\tContent-Length: 3\\r\\n\\r\\nabc
        a bare line feed|POST|X-A: b\\nX-C: d\\r\\n\\r\\n
        an end of line feeds|POST|X-A: b\\n\\n
        a bare carriage return|POST|X-A: b\\rX-C: d\\r\\n\\r\\n
        a null in a value|POST|X-A: b\\0\\r\\n\\r\\n
        a second host|POST|Host: b\\r\\n\\r\\n
        chunk size with a space|POST|Transfer-Encoding: chunked\\r\\n\\r\\n3 \\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size with an extension|POST|Transfer-Encoding: chunked\\r\\n\\r\\n3;a=b\\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size in two bases|POST|Transfer-Encoding: chunked\\r\\n\\r\\n0x3\\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size with a line feed|POST|Transfer-Encoding: chunked\\r\\n\\r\\n3\\nabc\\r\\n0\\r\\n\\r\\n
        chunk longer than it says|POST|Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nabc\\r\\n0\\r\\n\\r\\n
        chunk size too large|POST|Transfer-Encoding: chunked\\r\\n\\r\\n100000000\\r\\nabc\\r\\n0\\r\\n\\r\\n
        a trailer that is none|POST|Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nGET / HTTP/1.1\\r\\n\\r\\n
        an absolute form|BARE|GET http://other/ HTTP/1.1\\r\\nHost: localhost\\r\\nFSC\\r\\n\\r\\n
        an asterisk|BARE|OPTIONS * HTTP/1.1\\r\\nHost: localhost\\r\\nFSC\\r\\n\\r\\n
        a space in the target|BARE|GET /a b HTTP/1.1\\r\\nHost: localhost\\r\\nFSC\\r\\n\\r\\n
        no host|BARE|GET / HTTP/1.1\\r\\nFSC\\r\\n\\r\\n
        an empty line in front|BARE|\\r\\nGET / HTTP/1.1\\r\\nHost: localhost\\r\\nFSC\\r\\n\\r\\n
        another version|BARE|GET / HTTP/2.0\\r\\nHost: localhost\\r\\nFSC\\r\\n\\r\\n
        chunks on an old version|BARE|POST / HTTP/1.0\\r\\nHost: localhost\\r\\nFSC\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n
        """)
    void whatCanBeReadInTwoWaysIsRefused(String name, String start, String rest) throws IOException {
        String raw = raw((start.equals("POST") ? POST : "") + rest);

        String inwaySays = answer(toInway(), raw);
        String outwaySays = answer(toOutway(), raw);

        for (String said : List.of(inwaySays, outwaySays)) {
            assertThat(said)
                    .as(name)
                    .matches(text -> text.isEmpty()
                            || (text.startsWith("HTTP/1.1 400 ") && text.contains("the request is malformed")));
            assertThat(said.split("HTTP/1.1 ", -1).length).isLessThanOrEqualTo(2);
        }
        assertThat(inwaySays).as(name).matches(text -> text.isEmpty() || isFscError(text, "ERROR_DOMAIN_INWAY"));
        assertThat(outwaySays).as(name).matches(text -> text.isEmpty() || isFscError(text, "ERROR_DOMAIN_OUTWAY"));
        assertThat(backend.seen).as(name).isEmpty();
    }

    private static boolean isFscError(String answer, String domain) {
        return answer.contains("Fsc-Error-Code: ERROR_CODE_MALFORMED_REQUEST\r\n")
                && answer.contains("\"domain\":\"" + domain + "\",\"code\":\"ERROR_CODE_MALFORMED_REQUEST\"");
    }

    @Test
    void anUpgradeAndATunnelAreRefusedClearly() throws IOException {
        String upgrade = raw(
                "GET / HTTP/1.1\\r\\nHost: localhost\\r\\nFSC\\r\\nConnection: Upgrade, close\\r\\nUpgrade: websocket\\r\\n\\r\\n");
        assertThat(answer(toInway(), upgrade)).startsWith("HTTP/1.1 501 ");
        assertThat(answer(toOutway(), upgrade)).startsWith("HTTP/1.1 501 ");
        String connect = raw("CONNECT other:443 HTTP/1.1\\r\\nHost: other:443\\r\\nConnection: close\\r\\n\\r\\n");
        assertThat(answer(toOutway(), connect)).startsWith("HTTP/1.1 405 ").contains("ERROR_CODE_METHOD_UNSUPPORTED");
    }
}
