// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TlsPeer;
import nl.ddas.fsc.model.TokenVerdict;
import nl.ddas.fsc.model.TraceParent;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.transactionlog.TransactionLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives requests of Outways, checks the access token, writes them down, and passes them on to the Service (FSC
/// Core, "Inway").
public final class Inway implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inway.class);
    private static final long FORGET_MILLIS = 60_000;

    /// What an Inway stands on.
    ///
    /// @param self the Peer whose Inway it is
    /// @param certificates by which that Peer signs tokens
    /// @param metrics of this Inway alone
    public record Parts(
            Network network,
            Tls tls,
            Group group,
            PeerId self,
            InwayTokenCheck.OwnCertificates certificates,
            TransactionLog log,
            Metrics metrics,
            Clock clock) {}

    /// A service with its connections.
    private record Target(InwayConfig.Service service, Onward onward, AtomicInteger running) {}

    /// A request that passed all checks.
    private record Admitted(Target target, LogRecord record) {}

    private final InwayConfig config;
    private final Parts parts;
    private final Vertx vertx;
    private final InwayTokenCheck tokens;
    private final Connections connections;
    private final Map<String, Target> targets = new HashMap<>();
    private final Metrics.Counter passed;
    private final Metrics.Counter refused;
    private final Listener listener;
    private final long forgetting;

    private Inway(InwayConfig config, Parts parts) {
        this.config = config;
        this.parts = parts;
        this.vertx = parts.network().vertx();
        this.tokens = new InwayTokenCheck(parts.group(), parts.self(), parts.certificates(), Set.of(config.self()));
        this.connections = new Connections(parts.group().peerIds());
        this.passed = parts.metrics().counter("inway_requests", "Requests passed on", "service");
        this.refused = parts.metrics().counter("inway_refusals", "Requests refused", "code");
        config.services().forEach((name, service) -> targets.put(name, target(service)));
        this.listener = Listener.start(
                parts.network(),
                new Listener.Config(config.host(), config.port(), Optional.of(parts.tls()), config.idle()),
                connections,
                this::handle);
        this.forgetting = vertx.setPeriodic(
                FORGET_MILLIS, tick -> tokens.forgetExpired(parts.clock().instant()));
    }

    private Target target(InwayConfig.Service service) {
        Onward.Trust trust = "https".equals(service.endpoint().getScheme())
                ? new Onward.Trust.Server(service.anchors())
                : new Onward.Trust.Plain();
        Onward.Config onward =
                new Onward.Config(trust, service.protocol(), config.connect(), config.idle(), service.atOnce());
        return new Target(
                service, Onward.open(parts.network(), onward, parts.group().peerIds()), new AtomicInteger());
    }

    /// Starts listening.
    ///
    /// @throws IllegalStateException when the port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used
    public static Inway start(InwayConfig config, Parts parts) {
        return new Inway(config, parts);
    }

    private void handle(HttpServerRequest request) {
        request.pause();
        try {
            if (Hops.upgrades(request.headers()) || request.method().equals(HttpMethod.CONNECT)) {
                throw stop(ErrorCode.PROTOCOL_UNSUPPORTED, "this inway passes on HTTP only, no other protocol");
            }
            Admitted admitted = admit(request);
            if (admitted.target().running().incrementAndGet()
                    > admitted.target().service().atOnce()) {
                admitted.target().running().decrementAndGet();
                throw stop(ErrorCode.SERVICE_BUSY, "the service has as many requests at once as it may have");
            }
            log(request, admitted);
        } catch (Stop stop) {
            refuse(request, stop.error());
        }
    }

    /// The checks, in the order of the standard.
    private Admitted admit(HttpServerRequest request) {
        Instant now = parts.clock().instant();
        TlsPeer peer = connections
                .peer(request.connection())
                .orElseThrow(() -> stop(ErrorCode.ACCESS_TOKEN_INVALID, "the client certificate names no peer"));
        AccessToken token = token(request, peer, now);
        Target target = Optional.ofNullable(targets.get(token.service()))
                .orElseThrow(() -> stop(ErrorCode.SERVICE_NOT_FOUND, "this inway does not offer the service"));
        TransactionId transaction = transaction(request);
        Optional<TraceParent> trace =
                Optional.ofNullable(request.getHeader(TraceParent.HEADER)).flatMap(TraceParent::read);
        LogRecord record = LogRecord.of(transaction, LogRecord.Direction.INCOMING, token, now, Optional.empty(), trace);
        return new Admitted(target, record);
    }

    private AccessToken token(HttpServerRequest request, TlsPeer peer, Instant now) {
        return switch (tokens.check(request.headers().getAll(InwayTokenCheck.HEADER), peer, now)) {
            case TokenVerdict.Admitted(AccessToken token) -> token;
            case TokenVerdict.Refused(FscError error) -> throw new Stop(error);
        };
    }

    private TransactionId transaction(HttpServerRequest request) {
        List<String> lines = request.headers().getAll(TransactionId.HEADER);
        if (lines.isEmpty()) {
            throw stop(ErrorCode.MISSING_LOG_RECORD_ID, "expected header " + TransactionId.HEADER);
        }
        return lines.size() > 1
                ? throwInvalid()
                : TransactionId.read(lines.getFirst(), parts.group().transactionId())
                        .orElseGet(Inway::throwInvalid);
    }

    private static TransactionId throwInvalid() {
        throw stop(
                ErrorCode.INVALID_LOG_RECORD_ID,
                "expected one header " + TransactionId.HEADER + " in the form of the group");
    }

    /// Nothing goes on before the record is safe.
    private void log(HttpServerRequest request, Admitted admitted) {
        Context context = vertx.getOrCreateContext();
        CompletableFuture<?> _ = parts.log()
                .append(admitted.record())
                .toCompletableFuture()
                .orTimeout(config.logWait().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((written, failed) -> context.runOnContext(back -> {
                    if (failed == null) {
                        forward(request, admitted);
                    } else {
                        LOG.error("the log record could not be written: {}", failed.toString());
                        admitted.target().running().decrementAndGet();
                        refuse(
                                request,
                                ErrorCode.TRANSACTION_LOG_WRITE_ERROR.because(
                                        Domain.INWAY, "the transaction log does not take the record"));
                    }
                }));
    }

    private void forward(HttpServerRequest request, Admitted admitted) {
        Target target = admitted.target();
        Runnable done = once(target.running()::decrementAndGet);
        target.onward()
                .request(
                        request.method(),
                        target.service().endpoint(),
                        target.service().uri(request.uri()))
                .onSuccess(onward -> pass(request, onward, target, done))
                .onFailure(failed -> {
                    done.run();
                    unreachable(request, failed);
                });
    }

    private void pass(HttpServerRequest request, HttpClientRequest onward, Target target, Runnable done) {
        passed.add(target.service().name());
        Forwarding.Changes unchanged = new Forwarding.Changes(Set.of(), Headers.NONE, Headers.NONE);
        Forwarding.Ends ends = new Forwarding.Ends(answer -> false, failed -> unreachable(request, failed), done);
        new Forwarding(vertx, request, onward, unchanged, ends).start();
    }

    private static Runnable once(Runnable work) {
        AtomicBoolean did = new AtomicBoolean();
        return () -> {
            if (did.compareAndSet(false, true)) {
                work.run();
            }
        };
    }

    private void unreachable(HttpServerRequest request, Throwable failed) {
        LOG.warn("a service does not answer: {}", failed.toString());
        refuse(request, unreachable("the service does not answer"));
    }

    private static FscError unreachable(String message) {
        return ErrorCode.SERVICE_UNREACHABLE.because(Domain.INWAY, message);
    }

    private void refuse(HttpServerRequest request, FscError error) {
        refused.add(error.code().wire());
        Answers.refuse(vertx, request, error);
    }

    private static Stop stop(ErrorCode code, String message) {
        return new Stop(code, Domain.INWAY, message);
    }

    @Override
    public void renew(Tls tls) {
        listener.renew(tls);
    }

    /// The port that is really listened on.
    public int port() {
        return listener.port();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        boolean cancelled = vertx.cancelTimer(forgetting);
        LOG.debug("closing, timer stopped: {}", cancelled);
        listener.close();
        targets.values().forEach(target -> target.onward().close());
    }
}
