// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/// One Peer cannot keep the others away from a service.
class PeerShareTest extends InwayStage {

    private static final int MAY_HOLD = 3;

    private final CountDownLatch held = new CountDownLatch(MAY_HOLD);

    /// Reads uploads as slowly as they come; answers all the rest.
    private void startSlowService() {
        backend.behave((in, out, seen) -> {
            if (Backend.head(in).startsWith("POST")) {
                held.countDown();
                long _ = in.transferTo(OutputStream.nullOutputStream());
            }
            out.write("HTTP/1.1 204 Fine\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    /// An upload of B of which a byte comes now and then: it never stands still.
    private SSLSocket trickle(Inway target) throws IOException {
        SSLSocket socket =
                (SSLSocket) World.ONE.context(World.B).getSocketFactory().createSocket("127.0.0.1", target.port());
        String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\nFsc-Authorization: Bearer " + token
                + "\r\nFsc-Transaction-Id: " + World.TRANSACTION + "\r\n\r\nx";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoHoldsAllThatItMayIsRefusedAndAnotherGetsIn() throws Exception {
        startSlowService();
        Deque<SSLSocket> uploads = new ArrayDeque<>();
        String tokenOfC = World.ONE.token(World.ONE.claims(audience, World.C));
        try (Inway narrow = World.inway(network, log, backend.uri(), World.Rules.NONE.atOnce(MAY_HOLD + 1));
                HttpClient ofC = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(World.ONE.context(World.C))
                        .build()) {
            for (int upload = 0; upload < MAY_HOLD; upload++) {
                uploads.add(trickle(narrow));
            }
            held.await();

            HttpResponse<String> more = at(narrow, good("/"));
            assertThat(more.statusCode()).isEqualTo(503);
            assertThat(more.headers().firstValue("Fsc-Error-Code")).contains("ERROR_CODE_SERVICE_BUSY");
            assertThat(more.headers().firstValue("Retry-After")).contains("1");
            HttpResponse<Void> other = ofC.send(
                    request(narrow, "/")
                            .header("Fsc-Authorization", "Bearer " + tokenOfC)
                            .header("Fsc-Transaction-Id", World.TRANSACTION)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(other.statusCode()).isEqualTo(204);
        } finally {
            for (SSLSocket upload : uploads) {
                upload.close();
            }
        }
    }
}
