// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The certificate of an Outway is revoked while a request of it is on its way. As soon as the Inway has the new
/// lists, that request is cut off, and looks whole to neither side; the next is not let in.
class RevokedMidFlowTest extends OutwayStage {

    private static final int SOME = 200_000;
    private static final int LARGE = 50_000_000;

    private final Identity doomed = World.ONE.fresh(World.B, Purpose.TLS);

    RevokedMidFlowTest() {
        own = doomed;
    }

    private void revoke() {
        World.ONE.revoke(doomed);
        inway.renew(World.ONE.tls(World.A));
    }

    /// A request of which the body is never whole.
    private static Socket begin(Outway outway, String method, int promised) throws IOException {
        Socket caller = new Socket(InetAddress.getLoopbackAddress(), outway.port());
        caller.setSoTimeout(60_000);
        String head = method + " / HTTP/1.1\r\nHost: localhost\r\n" + Outway.GRANT_HASH + ": " + World.GRANT.value()
                + (promised > 0 ? "\r\nContent-Length: " + promised : "") + "\r\n\r\n";
        caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().write(new byte[promised > 0 ? SOME : 0]);
        caller.getOutputStream().flush();
        return caller;
    }

    /// Neither has got further than the door: no record, nothing at the service.
    private void theNextIsNotLetIn(Outway outway) throws Exception {
        int before = backend.connections.get();
        HttpResponse<String> answer = at(outway, request("/"));
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_INWAY_UNREACHABLE");
        assertThat(inwayLog.records).hasSize(1);
        assertThat(backend.connections).hasValue(before);
    }

    private void anotherOfTheSamePeerIs(Protocol protocol) throws Exception {
        backend.behave(Backend.ECHO);
        own = World.ONE.identity(World.B, Purpose.TLS);
        try (Outway good = outway(manager.port(), World.CLOCK, protocol)) {
            assertThat(at(good, request("/")).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUploadIsCutOff(Protocol protocol) throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Integer> arrived = new CompletableFuture<>();
        backend.behave((in, out, seen) -> {
            String _ = Backend.head(in);
            int bytes = 0;
            try {
                while (in.read() >= 0) {
                    began.countDown();
                    bytes++;
                }
            } finally {
                boolean _ = arrived.complete(bytes);
            }
        });
        try (Outway outway = outway(manager.port(), World.CLOCK, protocol);
                Socket caller = begin(outway, "POST", LARGE)) {
            assertThat(began.await(60, TimeUnit.SECONDS)).isTrue();

            revoke();

            assertThat(arrived.get(60, TimeUnit.SECONDS)).isLessThanOrEqualTo(SOME);
            assertThat(Backend.head(caller.getInputStream()))
                    .startsWith("HTTP/1.1 502 ")
                    .containsIgnoringCase("Fsc-Error-Code: ERROR_CODE_INWAY_UNREACHABLE");
            theNextIsNotLetIn(outway);
        }
        anotherOfTheSamePeerIs(protocol);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsCutOff(Protocol protocol) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        backend.behave((in, out, seen) -> {
            String _ = Backend.head(in);
            out.write(
                    ("HTTP/1.1 200 Fine\r\nContent-Length: " + LARGE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[SOME]);
            out.flush();
            try {
                long _ = in.skip(Long.MAX_VALUE);
            } finally {
                gone.countDown();
            }
        });
        try (Outway outway = outway(manager.port(), World.CLOCK, protocol);
                Socket caller = begin(outway, "GET", 0)) {
            InputStream in = caller.getInputStream();
            assertThat(Backend.head(in)).startsWith("HTTP/1.1 200 ");
            assertThat(in.read()).isZero();

            revoke();

            assertThat(rest(in)).isLessThan(LARGE - 1);
            assertThat(gone.await(60, TimeUnit.SECONDS))
                    .as("the service hears it")
                    .isTrue();
            theNextIsNotLetIn(outway);
        }
        anotherOfTheSamePeerIs(protocol);
    }

    /// How many bytes come until it ends, in whatever way.
    private static long rest(InputStream in) {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        } catch (SocketTimeoutException waiting) {
            throw new AssertionError("it never ended", waiting);
        } catch (IOException reset) {
            return bytes;
        }
        return bytes;
    }
}
