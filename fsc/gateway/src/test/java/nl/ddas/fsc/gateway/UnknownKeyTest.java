// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.ddas.basis.Metrics;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.InwayTokenCheck;
import org.junit.jupiter.api.Test;

/// Tokens by a key that the Inway does not know, while its Manager hangs: some of the requests wait for its
/// word, the others are refused at once, so that whoever sends them cannot fill the memory.
class UnknownKeyTest extends InwayStage {

    private final CompletableFuture<Void> word = new CompletableFuture<>();

    private Inway waiting() {
        InwayTokenCheck.OwnCertificates none = new InwayTokenCheck.OwnCertificates() {
            @Override
            public Optional<X509Certificate> find(CertificateThumbprint thumbprint) {
                return Optional.empty();
            }

            @Override
            public CompletionStage<?> lookAgain() {
                return word;
            }
        };
        return Inway.start(
                World.inwayConfig("127.0.0.1", 0, "https://127.0.0.1:8443", backend.uri()),
                new Inway.Parts(
                        network,
                        World.ONE.tls(World.A),
                        World.group(),
                        World.A,
                        none,
                        GrantStates.NOT_ASKED,
                        Authorization.NONE,
                        log,
                        new Metrics(),
                        World.CLOCK));
    }

    /// All by one connection, so that they come one after another.
    private List<RawHttp2.Line> lines() {
        return List.of(
                new RawHttp2.Line(":method", "GET"),
                new RawHttp2.Line(":scheme", "https"),
                new RawHttp2.Line(":authority", "a"),
                new RawHttp2.Line(":path", "/"),
                new RawHttp2.Line("fsc-authorization", "Bearer " + token),
                new RawHttp2.Line("fsc-transaction-id", World.TRANSACTION));
    }

    @Test
    void noMoreThanSomeWaitForTheManager() throws Exception {
        int tooMany = 2 * Inway.MOST_LOOKING + 1;
        try (Inway waiting = waiting();
                RawHttp2 caller = RawHttp2.open(World.B, waiting.port())) {
            for (int stream = 1; stream <= tooMany; stream += 2) {
                caller.headers(stream, lines(), true);
            }
            assertThat(caller.story(tooMany, "fin")).startsWith("503 ");

            word.complete(null);

            assertThat(caller.story(tooMany - 2, "fin")).startsWith("401 ");
            caller.headers(tooMany + 2, lines(), true);
            assertThat(caller.story(tooMany + 2, "fin")).startsWith("401 ");
            assertThat(log.records).isEmpty();
        }
    }
}
