// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void showsCountersAndGauges() {
        Metrics metrics = new Metrics();
        Metrics.Counter requests = metrics.counter("requests", "Requests answered", "status");
        requests.add("200");
        requests.add(2, "200");
        requests.add("500");
        Metrics.Gauge running = metrics.gauge("running", "Requests running now");
        running.set(5);
        running.add(-2);
        metrics.gauge("age_seconds", "Age", () -> 12.5);
        assertThat(text(metrics))
                .contains("# TYPE requests_total counter")
                .contains("requests_total{status=\"200\"} 3.0")
                .contains("requests_total{status=\"500\"} 1.0")
                .contains("running 3.0")
                .contains("age_seconds 12.5");
        assertThat(metrics.toResponse().headers().first("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void twoPartsShareNothing() {
        Metrics one = new Metrics();
        Metrics two = new Metrics();
        one.counter("requests", "h").add();
        two.counter("requests", "h");
        assertThat(text(one)).contains("requests_total 1.0");
        assertThat(text(two)).doesNotContain("requests_total 1.0");
    }

    @Test
    void refusesANameTwice() {
        Metrics metrics = new Metrics();
        metrics.counter("requests", "h");
        assertThatThrownBy(() -> metrics.counter("requests", "h")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Metrics metrics) {
        var body = (Response.Body.Bytes) metrics.toResponse().body();
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }
}
