// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
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
import nl.ddas.fsc.model.PeerIdRule;
import nl.ddas.trust.PemFiles;

/// The Services behind an Inway, which may change while it runs. Safe for many threads.
final class Targets implements TlsEnd, AutoCloseable {

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
    synchronized void offer(Collection<InwayConfig.Service> services) {
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
        Onward.drain(notIn(now, before).stream().map(Target::onward).toList());
    }

    /// As [#offer] of what is offered now: its files may hold other roots.
    synchronized void readAnchors() {
        offer(current.values().stream().map(Target::service).toList());
    }

    private static List<X509Certificate> anchors(InwayConfig.Service service, List<X509Certificate> common) {
        boolean shows = "https".equals(service.endpoint().getScheme()) && !service.mutual();
        return service.anchors().map(Targets::read).orElse(shows ? common : List.of());
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
        return Target.of(service, anchors, Onward.open(network, onward, rule));
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

    Set<String> names() {
        return current.keySet();
    }

    /// How many requests are on their way.
    double running() {
        return current.values().stream()
                .mapToInt(target -> target.running().get())
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
