// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.trust.PemFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Services behind an Inway, which may change while it runs. Safe for many threads.
final class Targets implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Targets.class);

    /// So long running requests may take when their Service is replaced or gone.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Network network;
    private final InwayConfig config;
    private final PeerIdRule rule;
    private Tls own;
    private volatile Map<String, Target> current = Map.of();

    /// @param own key material of the Inway, for Services that want to see it
    Targets(Network network, InwayConfig config, PeerIdRule rule, Tls own) {
        this.network = network;
        this.config = config;
        this.rule = rule;
        this.own = own;
    }

    /// From now on these; one that stays as it was, its roots too, keeps its connections. Blocks until requests to
    /// those that are gone have ended. When a way to one of them cannot be opened, all stays as it was.
    ///
    /// @throws UncheckedIOException when a file with roots cannot be used
    void offer(Collection<InwayConfig.Service> services) {
        // Not under the lock: who waits for other Services or for our keys need not wait for this.
        drain(replace(services));
    }

    /// As [#offer] of what is offered now: its files may hold other roots.
    void readAnchors() {
        drain(reopen());
    }

    private synchronized List<Target> reopen() {
        return replace(current.values().stream().map(Target::service).toList());
    }

    /// @return those that are gone
    private synchronized List<Target> replace(Collection<InwayConfig.Service> services) {
        Map<String, Target> before = current;
        Map<String, Target> now = new HashMap<>();
        List<X509Certificate> common = config.anchors().map(Targets::read).orElse(List.of());
        try {
            for (InwayConfig.Service service : services) {
                List<X509Certificate> anchors = anchors(service, common);
                Optional<Target> old = Optional.ofNullable(before.get(service.name()))
                        .filter(target -> target.service().equals(service))
                        .filter(target -> target.anchors().equals(anchors));
                now.put(service.name(), old.orElseGet(() -> open(service, anchors)));
            }
        } catch (RuntimeException failed) {
            close(notIn(before, now));
            throw failed;
        }
        current = Map.copyOf(now);
        return notIn(now, before);
    }

    /// Lets requests end that got in, also those that did not reach their Service yet, then closes the connections.
    private static void drain(List<Target> gone) {
        List<Future<Void>> empty = gone.stream()
                .map(target -> Future.fromCompletionStage(target.places().close()))
                .toList();
        try {
            Waiting.await(Future.all(empty), LONGEST, "requests to services that are gone");
        } catch (IllegalStateException late) {
            LOG.info("{}; they are broken off", late.getMessage());
            close(gone);
            return;
        }
        Onward.drain(gone.stream().map(Target::onward).toList());
    }

    private static List<X509Certificate> anchors(InwayConfig.Service service, List<X509Certificate> common) {
        boolean isServerTls = "https".equals(service.endpoint().getScheme()) && !service.mutual();
        return service.anchors().map(Targets::read).orElse(isServerTls ? common : List.of());
    }

    private static List<X509Certificate> read(Path file) {
        try {
            return PemFiles.certificates(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("anchors: the roots of services cannot be read", unusable);
        }
    }

    private static List<Target> notIn(Map<String, Target> these, Map<String, Target> of) {
        return of.values().stream().filter(one -> !these.containsValue(one)).toList();
    }

    private Target open(InwayConfig.Service service, List<X509Certificate> anchors) {
        Onward.Config onward = new Onward.Config(
                trust(service, anchors), service.protocol(), config.connect(), config.idle(), service.atOnce());
        return new Target(service, anchors, Onward.open(network, onward, rule), new Places(service.atOnce()));
    }

    private Onward.Trust trust(InwayConfig.Service service, List<X509Certificate> anchors) {
        if (service.mutual()) {
            return new Onward.Trust.Mutual(own, true);
        }
        return "https".equals(service.endpoint().getScheme())
                ? new Onward.Trust.Server(anchors)
                : new Onward.Trust.Plain();
    }

    /// From now on this key material.
    @Override
    public synchronized void renew(Tls tls) {
        own = tls;
        mutual().forEach(onward -> onward.renew(tls));
    }

    @Override
    public synchronized void closeUntrusted(Tls tls) {
        mutual().forEach(onward -> onward.closeUntrusted(tls));
    }

    private Stream<Onward> mutual() {
        return current.values().stream()
                .filter(target -> target.service().mutual())
                .map(Target::onward);
    }

    Optional<Target> find(String name) {
        return Optional.ofNullable(current.get(name));
    }

    /// Takes a place at a Service for a request.
    ///
    /// @param peer who connects
    /// @return nothing when there is none for this Peer now
    Optional<Target.Entered> enter(String name, PeerId peer) {
        Optional<Target> target = find(name);
        Optional<Target.Entered> entered =
                target.flatMap(one -> one.places().enter(peer).map(done -> new Target.Entered(one, done)));
        // Places are closed after their Service was replaced: the one in its place is there now.
        boolean replaced = entered.isEmpty()
                && target.filter(one -> one.places().isClosed()).isPresent();
        return replaced ? enter(name, peer) : entered;
    }

    Set<String> names() {
        return current.keySet();
    }

    /// How many requests are on their way.
    double running() {
        return current.values().stream()
                .mapToInt(target -> target.places().taken())
                .sum();
    }

    @Override
    public synchronized void close() {
        Collection<Target> gone = current.values();
        current = Map.of();
        close(gone);
    }

    private static void close(Collection<Target> gone) {
        Closing.all(
                gone.stream().<Runnable>map(target -> target.onward()::close).toArray(Runnable[]::new));
    }
}
