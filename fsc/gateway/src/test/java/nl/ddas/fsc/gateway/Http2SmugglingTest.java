// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests on HTTP/2 that are malformed (RFC 9113, 8): what a service on HTTP/1 behind the Inway would read in another
/// way never reaches it.
class Http2SmugglingTest {

    private static final World.Log LOG = new World.Log();
    private static Network network;
    private static Backend backend;
    private static Inway inway;
    private static String token = "";

    @BeforeAll
    static void start() throws IOException {
        network = Network.open();
        backend = Backend.start(Backend.ECHO);
        inway = World.inway(network, LOG, backend.uri());
        token = World.ONE.token(World.ONE.claims(
                URI.create("https://127.0.0.1:8443"), Optional.empty(), Optional.empty(), Duration.ofMinutes(5)));
    }

    @AfterAll
    static void stop() throws IOException {
        inway.close();
        backend.close();
        network.close();
    }

    private static final String POST = ":method=POST,:scheme=https,:authority=a,:path=/,FSC";

    /// `name=value` with commas between; `FSC` stands for the headers of FSC.
    private static List<RawHttp2.Line> lines(String text) {
        List<RawHttp2.Line> lines = new ArrayList<>();
        for (String item : text.replace("POST+", POST + ",").split(",")) {
            if (item.equals("FSC")) {
                lines.add(new RawHttp2.Line("fsc-authorization", "Bearer " + token));
                lines.add(new RawHttp2.Line("fsc-transaction-id", World.TRANSACTION));
            } else {
                String raw = item.replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\0", "\0")
                        .replace("\\t", "\t")
                        .replace("_", " ");
                int end = raw.indexOf('=');
                lines.add(new RawHttp2.Line(raw.substring(0, end), raw.substring(end + 1)));
            }
        }
        return lines;
    }

    private static String send(String headers, String body, String trailers) throws IOException {
        try (RawHttp2 client = RawHttp2.open(World.B, inway.port())) {
            client.headers(lines(headers), body.isEmpty());
            if (!body.isEmpty()) {
                client.data(body, trailers.isEmpty());
            }
            if (!trailers.isEmpty()) {
                client.headers(lines(trailers), true);
            }
            return client.outcome();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        with a body            | POST+content-length=3 | abc | ''
        of unknown length      | POST+x-a=b            | abc | ''
        with a trailer         | POST+x-a=b            | abc | x-t=u
        with an empty value    | POST+x-a=             | abc | ''
        with te trailers       | POST+te=trailers      | abc | ''
        """)
    void theGoodFormGetsThrough(String name, String headers, String body, String trailers) throws IOException {
        int before = backend.seen.size();
        assertThat(send(headers, body, trailers)).as(name).isEqualTo("200 abc");
        assertThat(backend.seen.get(before).head()).startsWith("POST / HTTP/1.1\r\n");
        assertThat(backend.seen.get(before).body()).isEqualTo("abc");
    }

    /// The network library takes these; the service hears nothing of them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a trailer that looks like a length | POST+x-a=b | abc | content-length=9
        a protocol with another method     | :method=POST,:scheme=https,:authority=a,:path=/,:protocol=websocket,FSC | abc | ''
        two hosts                          | :method=POST,:scheme=https,:path=/,host=one,host=two,FSC | abc | ''
        """)
    void whatHasNoMeaningHereStaysBehind(String name, String headers, String body, String trailers) throws IOException {
        int before = backend.seen.size();
        assertThat(send(headers, body, trailers)).as(name).isEqualTo("200 abc");
        Backend.Seen seen = backend.seen.get(before);
        assertThat(seen.head()).startsWith("POST / HTTP/1.1\r\n").doesNotContain("websocket", "protocol");
        assertThat(seen.head().lines().filter(line -> line.toLowerCase(Locale.ROOT)
                        .startsWith("host:")))
                .containsExactly("host: " + backend.uri().getAuthority());
        assertThat(seen.header("Content-Length")).isEmpty();
        assertThat(seen.body()).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a length that is too short      | POST+content-length=2                        | abc | ''
        a length that is too long       | POST+content-length=4                        | abc | ''
        a length without a body         | POST+content-length=4                        | ''  | ''
        two lengths                     | POST+content-length=3,content-length=4       | abc | ''
        a length with a sign            | POST+content-length=+3                       | abc | ''
        a length in hexadecimal         | POST+content-length=0x3                      | abc | ''
        a length that is empty          | POST+content-length=                         | abc | ''
        transfer encoding               | POST+transfer-encoding=chunked               | abc | ''
        transfer encoding and length    | POST+transfer-encoding=chunked,content-length=3 | abc | ''
        header Connection               | POST+connection=close                        | abc | ''
        header Keep-Alive               | POST+keep-alive=1                            | abc | ''
        header Proxy-Connection         | POST+proxy-connection=close                  | abc | ''
        header Upgrade                  | POST+upgrade=websocket                       | abc | ''
        te other than trailers          | POST+te=gzip                                 | abc | ''
        a name in capitals              | POST+X-A=b                                   | abc | ''
        a name with a space             | POST+x_a=b                                   | abc | ''
        a name with a colon             | POST+x-a:b=c                                 | abc | ''
        a name with a line end          | POST+x-a: b\\r\\ntransfer-encoding=chunked     | abc | ''
        a name with a null              | POST+x\\0a=b                                  | abc | ''
        an empty name                   | POST+=b                                      | abc | ''
        a value with a line end         | POST+x-a=b\\r\\nx-c: d                         | abc | ''
        a value with a line feed        | POST+x-a=b\\nx-c: d                           | abc | ''
        a value with a carriage return  | POST+x-a=b\\rx-c: d                           | abc | ''
        a value with a null             | POST+x-a=b\\0                                 | abc | ''
        a value behind a space          | POST+x-a=_b                                  | abc | ''
        a value before a tab            | POST+x-a=b\\t                                 | abc | ''
        a trailer with a pseudo-header  | POST+x-a=b                                   | abc | :path=/b
        a trailer with a line end       | POST+x-a=b                                   | abc | x-t=u\\r\\nx-v: w
        a trailer that says how long    | POST+x-a=b                                   | abc | transfer-encoding=chunked
        two paths                       | :method=POST,:scheme=https,:authority=a,:path=/,:path=/b,FSC | abc | ''
        two methods                     | :method=POST,:method=PUT,:scheme=https,:authority=a,:path=/,FSC | abc | ''
        two authorities                 | :method=POST,:scheme=https,:authority=a,:authority=b,:path=/,FSC | abc | ''
        an authority and another host   | POST+host=b                                  | abc | ''
        an authority with a line end    | :method=POST,:scheme=https,:authority=a\\r\\nx-a: b,:path=/,FSC | abc | ''
        an authority with a user        | :method=POST,:scheme=https,:authority=u@a,:path=/,FSC | abc | ''
        an authority with a path        | :method=POST,:scheme=https,:authority=a/b,:path=/,FSC | abc | ''
        no path                         | :method=POST,:scheme=https,:authority=a,FSC  | abc | ''
        no method                       | :scheme=https,:authority=a,:path=/,FSC       | abc | ''
        no scheme                       | :method=POST,:authority=a,:path=/,FSC        | abc | ''
        an empty path                   | :method=POST,:scheme=https,:authority=a,:path=,FSC | abc | ''
        an absolute form                | :method=POST,:scheme=https,:authority=a,:path=http://other/,FSC | abc | ''
        an asterisk                     | :method=POST,:scheme=https,:authority=a,:path=*,FSC | abc | ''
        a path without slash            | :method=POST,:scheme=https,:authority=a,:path=b,FSC | abc | ''
        a path with a space             | :method=POST,:scheme=https,:authority=a,:path=/a_b,FSC | abc | ''
        a path with a request behind it | :method=POST,:scheme=https,:authority=a,:path=/_HTTP/1.1\\r\\nHost: a\\r\\n\\r\\nGET_/b,FSC | abc | ''
        a path with a tab               | :method=POST,:scheme=https,:authority=a,:path=/a\\tb,FSC | abc | ''
        a path with a fragment          | :method=POST,:scheme=https,:authority=a,:path=/a#b,FSC | abc | ''
        a method with a space           | :method=POST_/b HTTP/1.1,:scheme=https,:authority=a,:path=/,FSC | abc | ''
        a method with a line end        | :method=POST\\r\\nx,:scheme=https,:authority=a,:path=/,FSC | abc | ''
        an empty method                 | :method=,:scheme=https,:authority=a,:path=/,FSC | abc | ''
        a pseudo-header too late        | :method=POST,:scheme=https,:authority=a,FSC,:path=/ | abc | ''
        an unknown pseudo-header        | :method=POST,:scheme=https,:authority=a,:path=/,:x=y,FSC | abc | ''
        a status in a request           | :method=POST,:scheme=https,:authority=a,:path=/,:status=200,FSC | abc | ''
        an extended CONNECT             | :method=CONNECT,:scheme=https,:authority=a,:path=/,:protocol=websocket,FSC | abc | ''
        a CONNECT                       | :method=CONNECT,:authority=a:443,FSC         | abc | ''
        """)
    void whatIsMalformedNeverReachesTheService(String name, String headers, String body, String trailers)
            throws IOException {
        int before = backend.seen.size();
        String outcome = send(headers, body, trailers);
        assertThat(outcome)
                .as(name)
                .matches(
                        text -> text.matches("(4\\d\\d|501) .*|") || text.endsWith(" reset") || text.endsWith(" gone"));
        assertThat(backend.seen).as(name).hasSize(before);
    }
}
