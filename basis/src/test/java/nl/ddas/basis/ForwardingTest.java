// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nl.ddas.basis.HttpClient.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A small proxy made of our server and client, between a caller and a server behind it.
@ExtendWith(NoBlockedLoop.class)
@Timeout(120)
class ForwardingTest {

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int LARGE = 60_000_000;

    private Network network;
    private TestAuthority authority;

    @BeforeEach
    void open() throws Exception {
        network = Network.open();
        authority = new TestAuthority("authority");
    }

    @AfterEach
    void close() {
        network.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aLargeBodyStreamsThroughBothWaysWithoutBeingKept(Protocol protocol) throws Exception {
        Handler echo = request -> new Response(
                200, Headers.NONE, new Response.Body.Copy(request.headers().contentLength(), request.body()));
        try (Chain chain = new Chain(protocol, echo);
                var answer = chain.client.send(chain.call(
                        "POST",
                        Headers.NONE,
                        new HttpClient.Body.Stream(OptionalLong.of(LARGE), new Numbers(LARGE))))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().contentLength()).hasValue(LARGE);
            assertThat(digest(answer.body())).isEqualTo(digest(new Numbers(LARGE)));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aBodyOfUnknownLengthPassesWhileTheAnswerComesInAlready(Protocol protocol) throws Exception {
        Handler echo = request ->
                new Response(200, Headers.NONE, new Response.Body.Copy(OptionalLong.empty(), request.body()));
        Steps steps = new Steps();
        steps.say("one"); // on HTTP/2 only the first bytes tell that there is a body
        try (Chain chain = new Chain(protocol, echo);
                var answer = chain.client.send(
                        chain.call("POST", Headers.NONE, new HttpClient.Body.Stream(OptionalLong.empty(), steps)))) {
            InputStream in = answer.body();
            for (String word : List.of("one", "two", "three")) {
                if (!word.equals("one")) {
                    steps.say(word);
                }
                assertThat(new String(in.readNBytes(word.length()), StandardCharsets.US_ASCII))
                        .isEqualTo(word);
            }
            steps.say("");
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, 200000000, 120000000", "HTTP_2, 40000000, 20000000"})
    void aSlowReaderHoldsTheWholeChainBack(Protocol protocol, int size, long most) throws Exception {
        AtomicLong made = new AtomicLong();
        AtomicLong lead = new AtomicLong();
        Handler slow = request -> {
            MessageDigest work = sha256();
            byte[] piece = new byte[10_000];
            long taken = 0;
            for (int n = request.body().read(piece); n >= 0; n = request.body().read(piece)) {
                taken += n;
                lead.accumulateAndGet(made.get() - taken, Math::max);
                for (int i = 0; i < 3; i++) {
                    work.update(piece);
                }
            }
            return Response.text(200, "text/plain", Long.toString(taken));
        };
        InputStream source = new Numbers(size) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int n = super.read(to, offset, length);
                made.addAndGet(Math.max(0, n));
                return n;
            }
        };
        HttpClient.Body body = new HttpClient.Body.Stream(OptionalLong.of(size), source);
        try (Chain chain = new Chain(protocol, slow);
                var answer = chain.client.send(chain.call("POST", Headers.NONE, body))) {
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(Integer.toString(size));
        }
        // What the sockets of two connections hold (on Linux 37 MB each), and a little of ours.
        assertThat(lead.get()).isBetween(1L, most);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void methodPathHeadersAndCallerComeThroughAsTheyWere(Protocol protocol) throws Exception {
        Handler tell = request -> Response.text(
                207,
                "text/plain",
                request.method() + " " + request.path() + " "
                        + request.headers().all("x-two") + " "
                        + request.headers().first("host").isPresent() + " "
                        + request.headers().first("x-hop").isPresent() + " "
                        + request.headers().first("content-length") + " "
                        + request.peer().getFirst().getSubjectX500Principal());
        Headers headers = Headers.of("X-Two", "1", "x-two", "2", "Connection", "X-Hop", "X-Hop", "no");
        try (Chain chain = new Chain(protocol, tell);
                var answer = chain.client.send(chain.call("PROPFIND", headers, new HttpClient.Body.None()))) {
            assertThat(answer.status()).isEqualTo(207);
            assertThat(new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("PROPFIND /x?y=%20 [1, 2] true false Optional.empty CN=proxy");
            assertThat(chain.callers).containsExactly("CN=caller");
            // The proxy adds nothing of its own.
            assertThat(answer.headers().all("x-content-type-options")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aBodyThatBreaksOffIsNoWholeBodyBehindTheProxy(Protocol protocol) throws Exception {
        AtomicBoolean whole = new AtomicBoolean();
        Handler reads = request -> {
            byte[] body = request.body().readAllBytes(); // breaks off, when the request comes this far at all
            whole.set(true);
            return Response.text(200, "text/plain", "" + body.length);
        };
        try (Chain chain = new Chain(protocol, reads)) {
            var body = new HttpClient.Body.Stream(OptionalLong.of(2_000_000), new Numbers(1_000_000));
            assertThatThrownBy(() -> chain.client.send(chain.call("POST", Headers.NONE, body)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("announced were 2000000");
        }
        assertThat(whole).isFalse();
    }

    @Test
    void aCallerThatLeavesEndsTheCallBehindTheProxy() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Handler endless = request -> new Response(200, Headers.NONE, new Response.Body.Stream(Long.MAX_VALUE, out -> {
            try {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException gone) {
                seen.complete(gone);
                throw gone;
            }
        }));
        try (Chain chain = new Chain(Protocol.HTTP_1_1, endless)) {
            try (var answer = chain.client.send(chain.call("GET", Headers.NONE, new HttpClient.Body.None()))) {
                assertThat(answer.body().readNBytes(100_000)).hasSize(100_000);
            }
            assertThat(seen.get()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anAnswerToHeadKeepsItsLength() throws Exception {
        Handler tell = request -> Response.text(200, "text/plain", "12345");
        try (Chain chain = new Chain(Protocol.HTTP_1_1, tell);
                var answer = chain.client.send(chain.call("HEAD", Headers.NONE, new HttpClient.Body.None()))) {
            assertThat(answer.headers().contentLength()).hasValue(5);
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
    }

    /// Caller, proxy and server behind it, on mutual TLS.
    private final class Chain implements AutoCloseable {

        final HttpServer behind;
        final HttpClient onward;
        final HttpServer proxy;
        final HttpClient client;
        final List<String> callers = new CopyOnWriteArrayList<>();

        Chain(Protocol protocol, Handler handler) throws Exception {
            behind = serve(authority.issue("behind", "EC"), SecurityHeaders.DEFAULTS, handler);
            onward = HttpClient.open(network, config(authority.issue("proxy", "EC"), protocol));
            proxy = serve(authority.issue("proxy", "EC"), Headers.NONE, this::forward);
            client = HttpClient.open(network, config(authority.issue("caller", "EC"), protocol));
        }

        private Response forward(Request request) throws IOException {
            callers.add(request.peer().getFirst().getSubjectX500Principal().getName());
            URI uri = URI.create("https://127.0.0.1:" + behind.port() + request.path());
            Headers headers = request.headers().endToEnd().without(Set.of("host"));
            var answer = onward.send(new HttpClient.Call(request.method(), uri, headers, HttpClient.Body.of(request)));
            return answer.onward(answer.headers().endToEnd());
        }

        HttpClient.Call call(String method, Headers headers, HttpClient.Body body) {
            return new HttpClient.Call(
                    method, URI.create("https://127.0.0.1:" + proxy.port() + "/x?y=%20"), headers, body);
        }

        private HttpServer serve(Tls tls, Headers always, Handler handler) {
            return HttpServer.start(
                    network,
                    new HttpServer.Config("127.0.0.1", 0, Optional.of(tls), 10L * LARGE, IDLE, always),
                    handler);
        }

        private HttpClient.Config config(Tls tls, Protocol protocol) {
            return new HttpClient.Config(Optional.of(tls), IDLE, IDLE, protocol, Map.of());
        }

        @Override
        public void close() {
            client.close();
            proxy.close();
            onward.close();
            behind.close();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String digest(InputStream in) throws Exception {
        MessageDigest digest = sha256();
        byte[] piece = new byte[100_000];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            digest.update(piece, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Bytes that are made while they are read.
    private static class Numbers extends InputStream {
        private final int size;
        private int at;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at < size ? ((at++ * 31) >>> 3) & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (at == size) {
                return -1;
            }
            int n = Math.min(length, size - at);
            for (int i = 0; i < n; i++) {
                to[offset + i] = (byte) (((at + i) * 31) >>> 3);
            }
            at += n;
            return n;
        }
    }

    /// Words that come in one at a time; the empty one ends.
    private static final class Steps extends InputStream {
        private final BlockingQueue<byte[]> words = new LinkedBlockingQueue<>();

        void say(String word) {
            words.add(word.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("in pieces only");
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            try {
                byte[] word = words.take();
                System.arraycopy(word, 0, to, offset, word.length);
                return word.length == 0 ? -1 : word.length;
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }
}
