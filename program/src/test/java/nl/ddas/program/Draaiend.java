// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;

/// A log that runs until it is closed.
final class Draaiend implements AutoCloseable {

    static final Headers JSON = Headers.of("Content-Type", "application/json");

    private static final Pattern ADRES =
            Pattern.compile("luistert op (127\\.0\\.0\\.1:\\d+).*(http://127\\S+?)/health");

    private final ByteArrayOutputStream fout = new ByteArrayOutputStream();
    private final CountDownLatch begonnen = new CountDownLatch(1);
    private final CompletableFuture<Integer> klaar = new CompletableFuture<>();
    private final Thread thread;
    private final Network network = Network.open();
    private final HttpClient client = client(network, Optional.empty());

    /// @param map where it keeps what it needs
    Draaiend(Path instellingen, Path map) throws InterruptedException {
        PrintStream stroom = new PrintStream(fout, true, UTF_8) {
            @Override
            public void println(String tekst) {
                super.println(tekst);
                begonnen.countDown();
            }
        };
        Omgeving omgeving = new Omgeving(System.out, stroom, Clock.systemUTC(), Map.of(), map);
        thread = Thread.ofPlatform().start(() -> {
            int uitgang = Main.run(omgeving, "logboek", "dienst", "--config", instellingen.toString());
            klaar.complete(uitgang);
            begonnen.countDown();
        });
        assertThat(begonnen.await(120, TimeUnit.SECONDS)).isTrue();
    }

    String adres(int groep) {
        Matcher matcher = ADRES.matcher(fout.toString(UTF_8));
        assertThat(matcher.find()).as(fout.toString(UTF_8)).isTrue();
        return matcher.group(groep);
    }

    String stuur(String body) throws IOException {
        return vraag(new HttpClient.Call(
                "POST", URI.create("http://" + adres(1) + "/v1/traces"), JSON, body.getBytes(UTF_8)));
    }

    String beheer(String pad) throws IOException {
        return vraag(new HttpClient.Call("GET", URI.create(adres(2) + pad), Headers.NONE, new byte[0]));
    }

    String vraag(HttpClient.Call vraag) throws IOException {
        try (HttpClient.Answer antwoord = client.send(vraag)) {
            return new String(antwoord.body().readAllBytes(), UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
        network.close();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks a log, with a certificate or without TLS.
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    static HttpClient client(Network network, Optional<Tls> tls) {
        return HttpClient.open(network, new HttpClient.Config(tls, Duration.ofSeconds(60), Duration.ofSeconds(60)));
    }

    /// What it answers.
    static int status(HttpClient client, String methode, String adres, byte[] body) throws IOException {
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call(methode, URI.create(adres), JSON, body))) {
            return antwoord.status();
        }
    }

    /// The certificate of a party with this OIN.
    static Tls tls(AuthorityFolder uitgever, String oin) throws IOException {
        return uitgever.tls(uitgever.party("Partij " + oin, new Oin(oin), List.of("127.0.0.1")));
    }
}
