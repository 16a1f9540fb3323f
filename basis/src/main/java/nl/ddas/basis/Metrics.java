// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/// The figures of one part for Prometheus; each part has its own, nothing is shared between parts in one process.
///
/// Names are snake case with the unit at the end, such as `snapshot_age_seconds`; a counter gets `_total` behind it.
/// Labels take few values, never anything from a message. Safe for many threads.
public final class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /// A figure that only grows.
    public static final class Counter {
        private final io.prometheus.metrics.core.metrics.Counter counter;

        private Counter(io.prometheus.metrics.core.metrics.Counter counter) {
            this.counter = counter;
        }

        /// Adds one.
        ///
        /// @param labels values in the order of the label names
        public void add(String... labels) {
            counter.labelValues(labels).inc();
        }

        /// Adds an amount that is not negative.
        public void add(double amount, String... labels) {
            counter.labelValues(labels).inc(amount);
        }
    }

    /// A figure that goes up and down.
    public static final class Gauge {
        private final io.prometheus.metrics.core.metrics.Gauge gauge;

        private Gauge(io.prometheus.metrics.core.metrics.Gauge gauge) {
            this.gauge = gauge;
        }

        /// @param labels values in the order of the label names
        public void set(double value, String... labels) {
            gauge.labelValues(labels).set(value);
        }

        /// @param amount may be negative
        /// @param labels values in the order of the label names
        public void add(double amount, String... labels) {
            gauge.labelValues(labels).inc(amount);
        }
    }

    /// @param labelNames may be none
    /// @throws IllegalArgumentException when the name is not snake case or is there already
    public Counter counter(String name, String help, String... labelNames) {
        return new Counter(io.prometheus.metrics.core.metrics.Counter.builder()
                .name(unused(name))
                .help(help)
                .labelNames(labelNames)
                .register(registry));
    }

    /// @param labelNames may be none
    /// @throws IllegalArgumentException when the name is not snake case or is there already
    public Gauge gauge(String name, String help, String... labelNames) {
        return new Gauge(io.prometheus.metrics.core.metrics.Gauge.builder()
                .name(unused(name))
                .help(help)
                .labelNames(labelNames)
                .register(registry));
    }

    /// A gauge that is asked for its value each time the figures are read.
    ///
    /// @throws IllegalArgumentException when the name is not snake case or is there already
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(unused(name))
                .help(help)
                .callback(figure -> figure.call(value.getAsDouble()))
                .register(registry);
    }

    private String unused(String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("metric " + name + " is there already");
        }
        return name;
    }

    /// All figures now, in the text format of Prometheus.
    public Response toResponse() {
        PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Response.of(200, Headers.of("Content-Type", writer.getContentType()), text.toByteArray());
    }
}
