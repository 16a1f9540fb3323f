// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.Proefopstelling.Antwoord;
import nl.ddas.trust.PayloadSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines for nginx in `docs/nl/leveren.md`, in nginx itself, between CBS and a supplier. It calls the
/// supplier with the certificate of CBS, as no proxy of another could: what is tried is whether messages fit.
class NginxTest {

    private static final Pattern LINES = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final byte[] QUESTION = "{\"pageSize\":1,\"page\":1}".getBytes(StandardCharsets.UTF_8);

    /// As a signature with long keys and long names would be.
    private static final int LARGE = 20_000;

    @TempDir
    private Path map;

    private Proefopstelling opstelling;
    private String nginx;

    @BeforeEach
    void open() throws IOException {
        Optional<String> there = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx")
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
        nginx = there.orElseGet(() -> Launched.missing("nginx (Debian: apt-get install nginx-light)"));
        Proefopstelling.bron(map, 7, 10);
        opstelling = new Proefopstelling(map);
        opstelling.bron.ververs();
    }

    @AfterEach
    void close() {
        if (opstelling != null) {
            opstelling.close();
        }
    }

    @Test
    void withTheLinesOfTheGuideALargeSignedMessagePassesUntouched() throws Exception {
        Matcher found = LINES.matcher(Files.readString(Checkout.ROOT.resolve("docs/nl/leveren.md")));
        assertThat(found.find()).isTrue();

        Antwoord through = through(found.group(1));
        Antwoord straight = ask(opstelling.bron.poort());

        assertThat(through.status()).isEqualTo(200);
        assertThat(through.inhoud()).isEqualTo(straight.inhoud());
        for (String name : List.of(PayloadSigner.PAYLOAD_SIG, PayloadSigner.DIGEST)) {
            assertThat(through.headers().all(name))
                    .hasSize(1)
                    .isEqualTo(straight.headers().all(name));
        }
    }

    /// So that the test above can fail.
    @Test
    void withoutThemItIsRefused() throws Exception {
        assertThat(through("").status()).isEqualTo(400);
    }

    private Antwoord through(String lines) throws IOException, InterruptedException {
        int port = freePort();
        Path config = Files.writeString(map.resolve("nginx.conf"), config(lines, port));
        List<String> command = List.of(nginx, "-p", map.toString(), "-c", config.toString());
        // Comes back when it listens.
        Launched started = Launched.run(command);
        assertThat(started.status()).as(started.said()).isZero();
        try {
            return ask(port);
        } finally {
            Launched _ = Launched.run(
                    Stream.concat(command.stream(), Stream.of("-s", "stop")).toList());
        }
    }

    private Antwoord ask(int port) throws IOException {
        Headers headers = Proefopstelling.ondertekend(opstelling.cbs, QUESTION)
                .with("Accept", "application/json")
                .with("X-Large", "x".repeat(LARGE));
        return opstelling.stuur(opstelling.cbs, port, "POST", "/v1/gegevens", headers, QUESTION);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String config(String lines, int port) throws IOException {
        return """
                pid MAP/nginx.pid;
                error_log MAP/nginx.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path MAP/nginx-body;
                    proxy_temp_path MAP/nginx-proxy;
                    fastcgi_temp_path MAP/nginx-fastcgi;
                    uwsgi_temp_path MAP/nginx-uwsgi;
                    scgi_temp_path MAP/nginx-scgi;
                    LINES
                    server {
                        listen 127.0.0.1:PORT ssl;
                        ssl_certificate OURS;
                        ssl_certificate_key OURS;
                        location / {
                            proxy_pass https://127.0.0.1:BEHIND;
                            proxy_http_version 1.1;
                            proxy_ssl_certificate THEIRS;
                            proxy_ssl_certificate_key THEIRS;
                        }
                    }
                }
                """.replace("MAP", map.toString())
                .replace("LINES", lines)
                .replace("PORT", Integer.toString(port))
                .replace("BEHIND", Integer.toString(opstelling.bron.poort()))
                .replace("OURS", tls(opstelling.leverancier.oin().value()))
                .replace("THEIRS", tls(opstelling.cbs.oin().value()));
    }

    private String tls(String oin) throws IOException {
        try (Stream<Path> folders = Files.list(map.resolve("ca/partijen"))) {
            return folders.filter(folder -> folder.toString().endsWith(oin))
                    .findFirst()
                    .orElseThrow()
                    .resolve("tls.pem")
                    .toString();
        }
    }
}
