// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.CertificateEnd;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Monitoring;
import nl.ddas.basis.Rounds;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.KeyFigures;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TlsPeer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands around an Inway or Outway: keys that renew themselves, the Manager, the transaction log, health and
/// metrics, and work that goes round.
final class Surroundings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);
    private static final Duration READ_KEYS = Duration.ofMinutes(1);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /// A Manager that answers has long answered all; one that hangs must not keep health from being told.
    private static final Duration FIRST_ROUND = Duration.ofSeconds(10);

    private static final long MOST_BODY = 64 * 1024;

    private final GatewayConfig config;
    private final GatewayParts parts;
    private final Metrics metrics = new Metrics();
    private final TlsReload group;
    private final TlsReload internal;
    private final HttpClient client;
    private final OwnManager manager;
    private final LogKeeping log;
    private final KeyFigures keyFigures;
    private final Map<Chore, Rounds.Work> work = new EnumMap<>(Chore.class);
    private final List<Supplier<Optional<String>>> remarks = new ArrayList<>();
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    private Surroundings(String part, GatewayConfig config, GatewayParts parts) throws IOException {
        this.config = config;
        this.parts = parts;
        this.group = new TlsReload(parts.group(), parts.clock(), READ_KEYS);
        this.internal = new TlsReload(parts.internal(), parts.clock(), READ_KEYS);
        this.log = LogKeeping.open(config.logFolder(), parts);
        closing.push(log);
        try {
            this.client = HttpClient.open(
                    parts.network(), new HttpClient.Config(Optional.of(internal.now()), CONNECT, SILENCE));
            closing.push(client);
            internal.attach(client);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
        this.manager = new OwnManager(
                client, config.manager(), config.name(), config.group().ports());
        this.keyFigures =
                new KeyFigures(metrics, part, List.of(() -> leaf(group), () -> leaf(internal)), parts.clock());
        work.put(Chore.READ_KEYS, () -> {
            group.tick().ifPresent(keyFigures::connections);
            internal.tick().ifPresent(keyFigures::connections);
        });
        work.put(Chore.LOAD_LOG, log::load);
        remarks.add(group::remark);
        remarks.add(internal::remark);
        remarks.add(log.log()::fault);
        metrics.gauge("certificate_days_left", "Days until the Group certificate ends", this::daysLeft);
    }

    /// @param part `inway` or `outway`, before the names of figures
    static Surroundings open(String part, GatewayConfig config, GatewayParts parts) throws IOException {
        return new Surroundings(part, config, parts);
    }

    private static X509Certificate leaf(TlsReload keys) {
        return keys.now().chain().getFirst();
    }

    private double daysLeft() {
        return ChronoUnit.DAYS.between(
                parts.clock().instant(), leaf(group).getNotAfter().toInstant());
    }

    /// Who we are, as our Group certificate tells.
    ///
    /// @throws IllegalArgumentException when it tells no Peer of the Group
    PeerId self() {
        return config.group()
                .peerIds()
                .peer(group.now().chain().getFirst())
                .map(TlsPeer::id)
                .orElseThrow(
                        () -> new IllegalArgumentException("the certificate for other Peers names no Peer of group "
                                + config.group().id()));
    }

    /// Key material for other Peers, as it is now.
    Tls keys() {
        return group.now();
    }

    /// Key material of our own organisation, as it is now.
    Tls internalKeys() {
        return internal.now();
    }

    /// From now on this end gets key material of our own organisation when it is renewed.
    void followInternal(TlsEnd end) {
        internal.attach(end);
    }

    KeyFigures keyFigures() {
        return keyFigures;
    }

    Metrics metrics() {
        return metrics;
    }

    OwnManager manager() {
        return manager;
    }

    LogKeeping log() {
        return log;
    }

    /// The plugin of the settings.
    Authorization openAuthorization() {
        if (config.pdp().isEmpty()) {
            return Authorization.NONE;
        }
        boolean secure = "https".equals(config.pdp().get().getScheme());
        Optional<Tls> tls = secure ? Optional.of(internal.now()) : Optional.empty();
        HttpClient own =
                HttpClient.open(parts.network(), new HttpClient.Config(tls, config.pdpWait(), config.pdpWait()));
        closing.push(own);
        if (secure) {
            internal.attach(own);
        }
        return new AuthzenPdp(own, config.pdp().get(), config.pdpWait());
    }

    /// Work to do in each round.
    void each(Chore chore, Rounds.Work more) {
        work.put(chore, more);
    }

    /// Takes the gateway itself, starts rounds and health. Waits for the first round, ten seconds at most.
    ///
    /// @param gateway follows the key material for other Peers
    /// @param close closes it, before all that it stands on
    /// @return the port of health and metrics
    int start(TlsEnd gateway, Runnable close) {
        closing.push(close::run);
        group.attach(gateway);
        Rounds<Chore> rounds = Rounds.startWithin(work, config.round(), FIRST_ROUND, Surroundings::tell);
        closing.push(rounds);
        remarks.add(rounds::remark);
        HttpServer monitor = HttpServer.start(
                parts.network(),
                new HttpServer.Config("127.0.0.1", config.monitorPort(), Optional.empty(), MOST_BODY, SILENCE),
                new Monitoring(metrics, remarks, notes()));
        closing.push(monitor);
        return monitor.port();
    }

    /// Where in our code it was says nothing about a file that is missing or a Manager that is away.
    private static void tell(Chore chore, Throwable failed) {
        switch (failed) {
            case IOException why -> LOG.warn("{} failed, and is tried again: {}", chore.english(), why.toString());
            case UncheckedIOException why ->
                LOG.warn(
                        "{} failed, and is tried again: {}: {}",
                        chore.english(),
                        why.getMessage(),
                        String.valueOf(why.getCause()));
            default -> LOG.warn("{} failed, and is tried again", chore.english(), failed);
        }
    }

    private List<Supplier<Optional<String>>> notes() {
        List<Supplier<Optional<String>>> notes = new ArrayList<>(parts.notes());
        notes.add(log::note);
        notes.add(() -> ending("verbindingen met andere deelnemers", group));
        notes.add(() -> ending("verbindingen binnen de eigen organisatie", internal));
        return notes;
    }

    private Optional<String> ending(String purpose, TlsReload keys) {
        return CertificateEnd.remark(purpose, keys.now().chain(), parts.clock().instant());
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception failed) {
                // Closing may throw anything, and the rest must still be closed.
                if (failed instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                LOG.error("a part of the gateway did not close", failed);
            }
        }
    }
}
