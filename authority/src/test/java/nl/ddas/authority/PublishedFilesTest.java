// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.PemFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists and certificates of an authority, fetched over a socket.
class PublishedFilesTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    static Path place;

    private static OwnAuthority authority;
    private static Network network;
    private static HttpServer server;
    private static HttpClient client;

    private record Got(int status, String kind, String cache, String allow, byte[] body) {}

    @BeforeAll
    static void serve() throws IOException {
        authority = new Stage(BEGIN).begun(place.resolve("ca"), CaSignature.PSS_SHA512, new TestClock(BEGIN));
        Files.writeString(authority.published().resolve("geheim.txt"), "niet voor het web");
        network = Network.open();
        Duration patience = Duration.ofSeconds(20);
        server = HttpServer.start(
                network,
                new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 1024, patience),
                new PublishedFiles(authority.published()));
        client = HttpClient.open(network, new HttpClient.Config(Optional.empty(), patience, patience));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        network.close();
    }

    private static Got ask(String method, String path) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient.Answer answer = client.send(new HttpClient.Call(method, uri, Headers.NONE, new byte[0]))) {
            return new Got(
                    answer.status(),
                    answer.headers().first("Content-Type").orElse(""),
                    answer.headers().first("Cache-Control").orElse(""),
                    answer.headers().first("Allow").orElse(""),
                    answer.body().readAllBytes());
        }
    }

    @Test
    void everyListAndCertificateIsThereToTheByte() throws Exception {
        List<String> names;
        try (var files = Files.list(authority.published())) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("geheim.txt"))
                    .toList();
        }
        assertThat(names).contains("stam.crl", "stam.cer", "uitgever-1.crl", "uitgever-1.cer");
        for (String name : names) {
            Got got = ask("GET", "/" + name);
            assertThat(got.status()).as(name).isEqualTo(200);
            assertThat(got.kind()).isEqualTo(name.endsWith(".crl") ? "application/pkix-crl" : "application/pkix-cert");
            assertThat(got.cache()).isEqualTo("public, max-age=3600");
            assertThat(got.body())
                    .isEqualTo(Files.readAllBytes(authority.published().resolve(name)));
        }
    }

    /// What comes over the wire is a list that its issuer signed, of now.
    @Test
    void aListFromTheWireIsOneOfTheIssuer() throws Exception {
        X509CRL list =
                PemFiles.revocationLists("web", ask("GET", "/stam.crl").body()).getFirst();

        list.verify(authority.root().getPublicKey());
        assertThat(list.getNextUpdate().toInstant()).isAfter(BEGIN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /geheim.txt",
        "GET, /../ca.yaml",
        "GET, /%2e%2e/stam-sleutel.pem",
        "GET, /stam.crl/",
        "GET, /stam.crl?x=1",
        "GET, /STAM.crl",
        "GET, /niet-hier.crl",
        "POST, /niet-hier.crl",
        "POST, /geheim.txt"
    })
    void nothingElseIsThere(String method, String path) throws IOException {
        Got got = ask(method, path);

        assertThat(got.status()).isEqualTo(404);
        assertThat(got.kind()).startsWith("text/plain");
        assertThat(new String(got.body(), StandardCharsets.UTF_8)).contains("alleen intrekkingslijsten");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "EA"})
    void whatIsThereIsOnlyRead(String method) throws IOException {
        Got got = ask(method, "/stam.crl");

        assertThat(got.status()).isEqualTo(405);
        assertThat(got.allow()).isEqualTo("GET, HEAD");
        assertThat(new String(got.body(), StandardCharsets.UTF_8)).contains("GET of HEAD");
    }

    @Test
    void theHeadAloneSaysTheSameWithoutTheFile() throws IOException {
        Got head = ask("HEAD", "/stam.crl");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.kind()).isEqualTo("application/pkix-crl");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aRenewedListIsServedAtOnce() throws Exception {
        byte[] before = ask("GET", "/uitgever-1.crl").body();
        assertThat(authority.publish(Stage.secrets(place.resolve("ca")), true)).isNotEmpty();
        assertThat(ask("GET", "/uitgever-1.crl").body())
                .isNotEqualTo(before)
                .isEqualTo(Files.readAllBytes(authority.published().resolve("uitgever-1.crl")));
    }
}
