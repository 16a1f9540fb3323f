// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TlsPeer;
import nl.ddas.fsc.model.TokenVerdict;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.transactionlog.TransactionLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives requests of Outways, checks the access token, writes them down, and passes them on to the Service (FSC
/// Core, "Inway").
public final class Inway implements TlsEnd, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inway.class);
    private static final long FORGET_MILLIS = 60_000;

    /// How many requests may wait until our Manager says which keys it has: what they hold is not counted for a
    /// Service yet.
    static final int MOST_LOOKING = 64;

    /// What an Inway stands on.
    ///
    /// @param self the Peer whose Inway it is
    /// @param certificates by which that Peer signs tokens
    /// @param states whether the contract behind a token is still good
    /// @param metrics of this Inway alone
    public record Parts(
            Network network,
            Tls tls,
            Group group,
            PeerId self,
            InwayTokenCheck.OwnCertificates certificates,
            GrantStates states,
            Authorization authorization,
            TransactionLog log,
            Metrics metrics,
            Clock clock) {}

    /// A request that passed the checks that need nobody else.
    private record Admitted(AccessToken token, TransactionId transaction, Instant now) {}

    private final Parts parts;
    private final Vertx vertx;
    private final InwayTokenCheck tokens;
    private final Guard guard;
    private final Targets targets;
    private final Connections connections;
    private final Metrics.Counter passed;
    private final Metrics.Counter refused;
    private final AtomicInteger looking = new AtomicInteger();
    private final Listener listener;
    private final long forgetting;
    private final Duration idle;

    private Inway(InwayConfig config, Parts parts) {
        this.parts = parts;
        this.idle = config.idle();
        this.vertx = parts.network().vertx();
        this.tokens = new InwayTokenCheck(parts.group(), parts.self(), parts.certificates(), Set.of(config.self()));
        this.connections = new Connections(parts.group().peerIds());
        this.passed = parts.metrics().counter("inway_requests", "Requests passed on", "service");
        this.refused = parts.metrics().counter("inway_refusals", "Requests refused", "code");
        this.targets = new Targets(parts.network(), config, parts.group().peerIds(), parts.tls());
        parts.metrics().gauge("inway_running", "Requests on their way now", targets::running);
        this.guard = new Guard(vertx, Domain.INWAY, parts.authorization(), parts.log(), config.logWait());
        this.listener = open(config);
        this.forgetting = vertx.setPeriodic(
                FORGET_MILLIS, tick -> tokens.forgetExpired(parts.clock().instant()));
    }

    /// Starts listening.
    ///
    /// @throws IllegalStateException when the port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used, or other Peers could not
    ///     come: they reach an Inway on the ports of the Group only
    /// @throws java.io.UncheckedIOException when a file with roots of Services cannot be used
    public static Inway start(InwayConfig config, Parts parts) {
        Set<Integer> ports = parts.group().ports();
        if (!ports.contains(config.self().getPort())) {
            throw new IllegalArgumentException(
                    "self: expected a port of the group " + ports + ", got " + config.self());
        }
        return new Inway(config, parts);
    }

    /// Ways to the Services and a door for callers; when one of them fails, nothing stays open.
    private Listener open(InwayConfig config) {
        try {
            targets.offer(config.services().values());
            return Listener.start(
                    parts.network(),
                    new Listener.Config(
                            Domain.INWAY, config.host(), config.port(), Optional.of(parts.tls()), config.idle()),
                    connections,
                    this::handle);
        } catch (RuntimeException failed) {
            Closing.all(targets::close, guard::close);
            throw failed;
        }
    }

    /// From now on these Services; those that are gone end their running requests first. Blocks.
    ///
    /// @throws java.io.UncheckedIOException when a file with roots of Services cannot be used; then all stays
    ///     as it was
    public void offer(Collection<InwayConfig.Service> services) {
        targets.offer(services);
    }

    /// Goes on with the roots of Services that their files hold now. Blocks.
    ///
    /// @throws java.io.UncheckedIOException when one of the files cannot be used; then all stays as it was
    void readAnchors() {
        targets.readAnchors();
    }

    /// Names of the Services that are offered now.
    public Set<String> offered() {
        return targets.names();
    }

    private void handle(HttpServerRequest request) {
        if (Forwarding.hasBody(request)) {
            request.pause();
        }
        try {
            take(request);
        } catch (RuntimeException refused) {
            // Not only what we refuse: whatever breaks, the request is answered.
            if (!tokens.isOfUnknownKey(authorization(request))) {
                refuse(request, error(refused));
            } else if (mayLook()) {
                takeAfterLooking(request);
            } else {
                // Nobody knows yet whether the token is good.
                refuse(
                        request,
                        ErrorCode.SERVICE_BUSY.because(
                                Domain.INWAY, "too many requests wait for what the manager knows of their tokens"));
            }
        }
    }

    private void take(HttpServerRequest request) {
        if (Hops.upgrades(request.headers()) || request.method().equals(HttpMethod.CONNECT)) {
            throw stop(ErrorCode.PROTOCOL_UNSUPPORTED, "this inway passes on HTTP only, no other protocol");
        }
        Admitted admitted = admit(request);
        Target.Entered entered = targets.enter(
                        admitted.token().service(), admitted.token().connectingPeer())
                .orElseThrow(() -> stop(
                        ErrorCode.SERVICE_BUSY,
                        "the service has as many requests at once as it may have, or as it may have of one peer"));
        guarded(request, entered.done(), () -> ask(request, admitted, entered));
    }

    private boolean mayLook() {
        boolean room = looking.incrementAndGet() <= MOST_LOOKING;
        if (!room) {
            looking.decrementAndGet();
        }
        return room;
    }

    /// Our Manager may sign with a key that is newer than what it told us last.
    private void takeAfterLooking(HttpServerRequest request) {
        Context context = vertx.getOrCreateContext();
        Future.fromCompletionStage(parts.certificates().lookAgain(), context).onComplete((looked, failed) -> {
            looking.decrementAndGet();
            try {
                take(request);
            } catch (RuntimeException refused) {
                // As above. Who does not know its own keys cannot say that a token is not good.
                refuse(
                        request,
                        parts.certificates().areKnown()
                                ? error(refused)
                                : ErrorCode.INTERNAL_ERROR.because(
                                        Domain.INWAY, "this inway has not heard from its manager yet"));
            }
        });
    }

    private static List<String> authorization(HttpServerRequest request) {
        return request.headers().getAll(InwayTokenCheck.HEADER);
    }

    /// Whatever breaks: the request is answered, and makes room for another.
    private void guarded(HttpServerRequest request, Runnable done, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException broken) {
            done.run();
            refuse(request, error(broken));
        }
    }

    /// The checks that need nobody else, in the order of the standard.
    private Admitted admit(HttpServerRequest request) {
        Instant now = parts.clock().instant();
        TlsPeer peer = connections
                .peer(request.connection())
                .orElseThrow(() -> stop(ErrorCode.ACCESS_TOKEN_INVALID, "the client certificate names no peer"));
        AccessToken token = token(request, peer, now);
        if (targets.find(token.service()).isEmpty()) {
            throw stop(ErrorCode.SERVICE_NOT_FOUND, "this inway does not offer the service");
        }
        return new Admitted(token, transaction(request), now);
    }

    private AccessToken token(HttpServerRequest request, TlsPeer peer, Instant now) {
        return switch (tokens.check(authorization(request), peer, now)) {
            case TokenVerdict.Admitted(AccessToken token) -> token;
            case TokenVerdict.Refused(FscError error) -> throw new Stop(error);
        };
    }

    private TransactionId transaction(HttpServerRequest request) {
        List<String> lines = request.headers().getAll(TransactionId.HEADER);
        if (lines.isEmpty()) {
            throw stop(ErrorCode.MISSING_LOG_RECORD_ID, "expected header " + TransactionId.HEADER);
        }
        return Optional.of(lines)
                .filter(all -> all.size() == 1)
                .flatMap(all -> TransactionId.read(all.getFirst(), parts.group().transactionId()))
                .orElseThrow(() -> stop(
                        ErrorCode.INVALID_LOG_RECORD_ID,
                        "expected one header " + TransactionId.HEADER + " in the form of the group"));
    }

    /// The checks that others answer, then the log: nothing goes on before the record is safe.
    private void ask(HttpServerRequest request, Admitted admitted, Target.Entered entered) {
        Context context = vertx.getOrCreateContext();
        Future<Void> usable = usable(context, admitted);
        Future<Void> allowed = after(usable, () -> guard.allowed(context, request, admitted.token(), admitted.now()));
        Future<Void> logged = after(
                allowed,
                () -> guard.logged(context, request, admitted.transaction(), admitted.token(), admitted.now()));
        logged.onComplete((safe, failed) -> {
            if (failed == null) {
                guarded(request, entered.done(), () -> forward(request, entered.target(), entered.done()));
            } else {
                entered.done().run();
                refuse(request, error(failed));
            }
        });
    }

    /// Chained only when there is something to wait for: that is seldom, and each link costs.
    private static Future<Void> after(Future<Void> first, Supplier<Future<Void>> next) {
        return first.succeeded() ? next.get() : first.compose(done -> next.get());
    }

    private Future<Void> usable(Context context, Admitted admitted) {
        if (parts.states() == GrantStates.NOT_ASKED) {
            return Future.succeededFuture();
        }
        CompletableFuture<Boolean> answer =
                parts.states().usable(admitted.token().grant()).toCompletableFuture();
        if (answer.isDone() && !answer.isCompletedExceptionally() && answer.resultNow()) {
            return Future.succeededFuture();
        }
        return Future.fromCompletionStage(answer, context)
                .compose(usable -> usable
                        ? Future.succeededFuture()
                        : Future.failedFuture(stop(
                                ErrorCode.ACCESS_TOKEN_INVALID,
                                "gth: the contract of this access token is not valid any more")));
    }

    private static FscError error(Throwable failed) {
        if (failed instanceof Stop stop) {
            return stop.error();
        }
        LOG.error("a request broke", failed);
        return ErrorCode.INTERNAL_ERROR.because(Domain.INWAY, "the inway cannot handle this request now");
    }

    private void forward(HttpServerRequest request, Target target, Runnable done) {
        target.onward()
                .request(
                        request.method(),
                        target.service().endpoint(),
                        target.service().uri(request.uri()))
                .onSuccess(onward -> passGuarded(request, onward, target, done))
                .onFailure(failed -> {
                    done.run();
                    unreachable(request, target, failed);
                });
    }

    /// Whatever breaks: the request is answered, makes room for another, and leaves nothing at the Service.
    private void passGuarded(HttpServerRequest request, HttpClientRequest onward, Target target, Runnable done) {
        guarded(request, done, () -> {
            try {
                pass(request, onward, target, done);
            } catch (RuntimeException broken) {
                onward.reset();
                throw broken;
            }
        });
    }

    private void pass(HttpServerRequest request, HttpClientRequest onward, Target target, Runnable done) {
        passed.add(target.service().name());
        Forwarding.Ends ends =
                new Forwarding.Ends(answer -> false, failed -> unreachable(request, target, failed), done, idle);
        new Forwarding(vertx, request, onward, Forwarding.Changes.NONE, ends).start();
    }

    private void unreachable(HttpServerRequest request, Target target, Throwable failed) {
        if (Answers.isTooLargeToSend(failed)) {
            refuse(
                    request,
                    ErrorCode.HEAD_TOO_LARGE.because(
                            Domain.INWAY, "the head of the request is larger than the service takes"));
            return;
        }
        LOG.warn("service {} does not answer: {}", target.service().name(), failed.toString());
        refuse(request, ErrorCode.SERVICE_UNREACHABLE.because(Domain.INWAY, "the service does not answer"));
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
        targets.renew(tls);
    }

    @Override
    public void closeUntrusted(Tls tls) {
        listener.closeUntrusted(tls);
        targets.closeUntrusted(tls);
    }

    /// From now on shows the certificates of each Peer that connects.
    void show(Consumer<List<X509Certificate>> watcher) {
        connections.show(watcher);
    }

    /// The port that is really listened on.
    public int port() {
        return listener.port();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        boolean _ = vertx.cancelTimer(forgetting);
        Closing.all(listener::close, targets::close, guard::close);
    }
}
