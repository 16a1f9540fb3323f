// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MonitoringTest {

    private final AtomicReference<Optional<String>> remark = new AtomicReference<>(Optional.empty());

    private final AtomicReference<Optional<String>> note = new AtomicReference<>(Optional.empty());

    private String get(String path) throws IOException {
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.empty(), 0, Duration.ofSeconds(10)),
                        new Monitoring(new Metrics(), List.of(remark::get), List.of(note::get)));
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(10)));
                HttpClient.Answer answer = client.send(new HttpClient.Call(
                        "GET", URI.create("http://127.0.0.1:" + server.port() + path), Headers.NONE, new byte[0]))) {
            return answer.status() + " " + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isReadyUntilThereIsARemark() throws IOException {
        assertThat(get("/health/live")).startsWith("200");
        assertThat(get("/health/ready")).startsWith("200");
        remark.set(Optional.of("de schijf is vol"));
        assertThat(get("/health/ready")).startsWith("503").contains("de schijf is vol");
        assertThat(get("/health/live")).startsWith("200");
        assertThat(get("/metrics")).startsWith("200");
        assertThat(get("/anders")).startsWith("404");
    }

    @Test
    void aNoteIsToldAndDoesNotStandInTheWay() throws IOException {
        assertThat(get("/health/ready")).contains("\"notes\":[]");
        note.set(Optional.of("het certificaat loopt af"));
        assertThat(get("/health/ready")).startsWith("200").contains("het certificaat loopt af");
    }
}
