// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two parties of one authority over a real connection: mutual TLS below, a signature on the message.
class SignedOverTlsTest {

    /// Both ends of TLS look at the system clock, whatever clock we pass.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final Duration WAIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    @Requirement({"S25", "S37", "S96"})
    void receivesASignedMessageOverMutualTlsWithCertificatesOfTheOwnAuthority() throws IOException {
        AuthorityFolder authority =
                AuthorityFolder.open(folder, Environment.TEST, new KeyMaker(2048, new SecureRandom()), CLOCK);
        List<Party> parties = authority.parties(List.of(
                new Holder("Leverancier", new Oin("00000099000000001000"), List.of("localhost", "127.0.0.1")),
                new Holder("Afnemer", new Oin("00000099000000002000"), List.of())));
        Party server = parties.getFirst();
        Party client = parties.getLast();
        PayloadVerifier verifier =
                new PayloadVerifier(authority::trust, new Freshness.Request(), Strictness.BASELINE_B, CLOCK);
        try (Network network = Network.open();
                HttpServer http = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(authority.tls(server)), 1 << 20, WAIT),
                        request -> Response.text(200, "text/plain", answer(verifier, request)))) {
            byte[] body = new byte[200_000];

            assertThat(send(network, authority.tls(client), http.port(), client.signing(), body))
                    .isEqualTo("00000099000000002000");
            assertThatThrownBy(() ->
                            send(network, tlsOf(authority, client.signing()), http.port(), client.signing(), body))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @Requirement("S37")
    void anotherProgramRevokesAndTheNextConnectionIsRefused() throws IOException {
        KeyMaker keys = new KeyMaker(2048, new SecureRandom());
        AuthorityFolder ours = AuthorityFolder.open(folder, Environment.TEST, keys, CLOCK);
        Party server = ours.party("Leverancier", new Oin("00000099000000001000"), List.of("localhost", "127.0.0.1"));
        Party client = ours.party("Afnemer", new Oin("00000099000000002000"), List.of());
        Tls caller = ours.tls(client);
        TlsReload reload = new TlsReload(() -> ours.tls(server), CLOCK, Duration.ZERO);
        try (Network network = Network.open();
                HttpServer http = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(reload.now()), 1 << 20, WAIT),
                        request -> Response.text(200, "text/plain", "in"))) {
            reload.attach(http);
            assertThat(send(network, caller, http.port(), client.signing(), new byte[1]))
                    .isEqualTo("in");
            AuthorityFolder.open(folder, Environment.TEST, keys, CLOCK)
                    .revoke(client.tls().leaf().getSerialNumber());

            assertThat(reload.tick()).contains(new TlsReload.Outcome.Renewed());

            assertThatThrownBy(() -> send(network, caller, http.port(), client.signing(), new byte[1]))
                    .isInstanceOf(IOException.class);
        }
    }

    private static String answer(PayloadVerifier verifier, Request request) throws IOException {
        try (PayloadVerifier.Verifying verifying =
                verifier.start(request.headers(), request.peer().getFirst())) {
            request.body().transferTo(verifying);
            return switch (verifying.finish()) {
                case PayloadVerifier.Verdict.Verified verified -> verified.oin();
                case PayloadVerifier.Verdict.Refused refused -> refused.code();
            };
        }
    }

    private static String send(Network network, Tls tls, int port, Identity signing, byte[] body) throws IOException {
        Headers headers = new PayloadSigner(signing, CLOCK).sign(body).addTo(Headers.NONE);
        URI uri = URI.create("https://localhost:" + port + "/");
        try (HttpClient http = HttpClient.open(network, new HttpClient.Config(Optional.of(tls), WAIT, WAIT));
                HttpClient.Answer answer = http.send(new HttpClient.Call("POST", uri, headers, body))) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Tls tlsOf(AuthorityFolder authority, Identity identity) {
        return new Tls(
                identity.key(), identity.chain(), authority.anchors(), new Revocation.Checked(authority.crls(), CLOCK));
    }
}
