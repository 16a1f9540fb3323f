// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.basis.TlsProfile;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.transactionlog.TransactionLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes requests of our own clients, gets an access token, writes the request down, and sends it to the Inway
/// of the provider (FSC Core, "Outway").
public final class Outway implements TlsEnd, AutoCloseable {

    /// Header by which a client says under which Grant it connects. Not in the standard; what OpenFSC's users send.
    public static final String GRANT_HASH = "Fsc-Grant-Hash";

    private static final Logger LOG = LoggerFactory.getLogger(Outway.class);
    private static final int CONNECTIONS_PER_INWAY = 256;

    /// A Manager that is asked for a token gets no longer than this.
    private static final Duration TOKEN = Duration.ofSeconds(20);

    /// Of the client's headers these stay here, or are replaced.
    private static final Set<String> OWN = Set.of("fsc-grant-hash", "fsc-authorization", "fsc-transaction-id");

    /// What an Outway stands on.
    ///
    /// @param tls Group certificate of the Outway; tokens are bound to it
    /// @param self the Peer whose Outway it is
    /// @param tls of the Group, for Managers and Inways
    /// @param internal of our own organisation, for our clients; of no meaning when they come without TLS
    /// @param random for transaction ids; safe for many threads
    public record Parts(
            Network network,
            Tls tls,
            Optional<Tls> internal,
            Group group,
            PeerId self,
            Grants grants,
            Authorization authorization,
            TransactionLog log,
            Metrics metrics,
            Clock clock,
            RandomGenerator random) {

        /// For clients that come without TLS.
        public Parts(
                Network network,
                Tls tls,
                Group group,
                PeerId self,
                Grants grants,
                Authorization authorization,
                TransactionLog log,
                Metrics metrics,
                Clock clock,
                RandomGenerator random) {
            this(network, tls, Optional.empty(), group, self, grants, authorization, log, metrics, clock, random);
        }
    }

    /// A request on its way, with what was found out about it.
    private record Trip(HttpServerRequest request, TransactionId transaction, Grants.Route route, Context context) {}

    private final OutwayConfig config;
    private final Parts parts;
    private final Vertx vertx;
    private final Map<Protocol, Onward> inways = new EnumMap<>(Protocol.class);
    private final Onward managers;
    private final TokenSource tokens;
    private final Guard guard;
    private final Suggestion suggestion;
    private final Metrics.Counter passed;
    private final Metrics.Counter refused;
    private final Listener listener;
    private volatile CertificateThumbprint own;

    private Outway(OutwayConfig config, Parts parts) {
        this.config = config;
        this.parts = parts;
        this.vertx = parts.network().vertx();
        this.own = CertificateThumbprint.of(parts.tls().chain().getFirst());
        // First what may fail and opens nothing.
        this.suggestion = new Suggestion(parts.grants());
        this.passed = parts.metrics().counter("outway_requests", "Requests passed on");
        this.refused = parts.metrics().counter("outway_refusals", "Requests refused", "code");
        this.managers = onward(Protocol.HTTP_1_1);
        for (Protocol protocol : Protocol.values()) {
            inways.put(protocol, onward(protocol));
        }
        this.tokens = new TokenSource(vertx, parts.group(), parts.self(), managers, patience(config), parts.clock());
        this.guard = new Guard(vertx, Domain.OUTWAY, parts.authorization(), parts.log(), config.logWait());
        this.listener = listener();
    }

    /// A client that waits for a token must hear what became of it before its own connection has been silent
    /// too long.
    private static Duration patience(OutwayConfig config) {
        Duration half = config.idle().dividedBy(2);
        return half.compareTo(TOKEN) < 0 ? half : TOKEN;
    }

    private Listener listener() {
        try {
            return Listener.start(
                    parts.network(), door(), new Connections(parts.group().peerIds()), this::handle);
        } catch (RuntimeException failed) {
            Closing.all(this::closeClients, guard::close);
            throw failed;
        }
    }

    private Listener.Config door() {
        Optional<Tls> tls =
                switch (config.clients()) {
                    case PLAIN -> Optional.empty();
                    case TLS, MUTUAL ->
                        Optional.of(parts.internal()
                                .orElseThrow(() ->
                                        new IllegalArgumentException("clients: expected a certificate of our own")));
                };
        ClientAuth callers = config.clients() == OutwayConfig.Clients.MUTUAL ? ClientAuth.REQUIRED : ClientAuth.NONE;
        return new Listener.Config(
                Domain.OUTWAY, config.host(), config.port(), tls, TlsProfile.GOED, callers, config.waiting());
    }

    private Onward onward(Protocol protocol) {
        Onward.Trust trust = new Onward.Trust.Mutual(parts.tls(), config.checkHost());
        Onward.Config onward =
                new Onward.Config(trust, protocol, config.connect(), config.waiting(), CONNECTIONS_PER_INWAY);
        return Onward.open(parts.network(), onward, parts.group().peerIds());
    }

    /// Starts listening.
    ///
    /// @throws IllegalStateException when the port cannot be opened
    /// @throws IllegalArgumentException when the key material cannot be used
    public static Outway start(OutwayConfig config, Parts parts) {
        return new Outway(config, parts);
    }

    private void handle(HttpServerRequest request) {
        request.pause();
        try {
            if (request.method().equals(HttpMethod.CONNECT)) {
                throw stop(ErrorCode.METHOD_UNSUPPORTED, "method CONNECT is not supported");
            }
            if (Hops.upgrades(request.headers())) {
                throw stop(ErrorCode.PROTOCOL_UNSUPPORTED, "this outway passes on HTTP only, no other protocol");
            }
            TransactionId transaction = transaction(request);
            request.response().putHeader(TransactionId.HEADER, transaction.value());
            travel(request, transaction, wanted(request));
        } catch (RuntimeException refused) {
            // Not only what we refuse: whatever breaks, the request is answered.
            refuse(request, error(refused));
        }
    }

    private TransactionId transaction(HttpServerRequest request) {
        List<String> lines = request.headers().getAll(TransactionId.HEADER);
        if (lines.isEmpty() || !config.adoptTransactionId()) {
            return TransactionId.create(parts.clock(), parts.random());
        }
        return Optional.of(lines)
                .filter(all -> all.size() == 1)
                .flatMap(all -> TransactionId.read(all.getFirst(), parts.group().transactionId()))
                .orElseThrow(() -> stop(
                        ErrorCode.INVALID_LOG_RECORD_ID,
                        "expected one header " + TransactionId.HEADER + " in the form of the group, or none"));
    }

    private Grants.Wanted wanted(HttpServerRequest request) {
        List<String> lines = request.headers().getAll(GRANT_HASH);
        if (lines.isEmpty()) {
            String host = request.authority() == null ? "" : request.authority().host();
            return Optional.ofNullable(config.names().get(host.toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> stop(
                            ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER,
                            "expected header " + GRANT_HASH + ", or a host name that is set up here"));
        }
        if (lines.size() > 1) {
            throw stop(ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER, "expected one header " + GRANT_HASH);
        }
        return switch (HashText.read(lines.getFirst().strip())) {
            case GrantHash grant -> new Grants.Wanted.ByHash(grant);
            case ContentHash _ ->
                throw stop(
                        ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER,
                        "this is the hash of a contract; expected the hash of a grant in it");
            case HashText.Unreadable(var _, String message) ->
                throw stop(ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER, message);
        };
    }

    /// Route, token, log record, connection: each only when the one before is there.
    private void travel(HttpServerRequest request, TransactionId transaction, Grants.Wanted wanted) {
        Context context = vertx.getOrCreateContext();
        Future.fromCompletionStage(parts.grants().find(wanted), context)
                .recover(failed -> Future.failedFuture(
                        failed instanceof Stop
                                ? failed
                                : unreachable(
                                        ErrorCode.MANAGER_UNREACHABLE, "our own manager does not answer", failed)))
                .map(found -> found.orElseThrow(() ->
                        stop(ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER, "no valid contract lets this outway connect so")))
                .map(route -> new Trip(request, transaction, route, context))
                .compose(trip -> tokens.get(trip.route(), own).compose(held -> guarded(trip, held)))
                .onFailure(failed -> context.runOnContext(back -> refuse(request, error(failed))));
    }

    private Future<Void> guarded(Trip trip, TokenSource.Held held) {
        Instant now = parts.clock().instant();
        return guard.allowed(trip.context(), trip.request(), held.token(), now)
                .compose(allowed -> guard.logged(trip.context(), trip.request(), trip.transaction(), held.token(), now))
                .compose(logged -> send(trip, held, true));
    }

    private static FscError error(Throwable failed) {
        if (failed instanceof Stop stop) {
            return stop.error();
        }
        LOG.error("a request broke", failed);
        return ErrorCode.INTERNAL_ERROR.because(Domain.OUTWAY, "the outway cannot handle this request now");
    }

    private Future<Void> send(Trip trip, TokenSource.Held held, boolean mayRetry) {
        Onward inway = inways.getOrDefault(trip.route().protocol(), managers);
        return inway.request(
                        trip.request().method(),
                        held.token().audience(),
                        trip.request().uri())
                .recover(failed -> {
                    // The provider may name another Inway by now.
                    tokens.doubt(held);
                    return Future.failedFuture(
                            unreachable(ErrorCode.INWAY_UNREACHABLE, "the inway does not answer", failed));
                })
                .compose(onward -> {
                    PeerId provider = trip.route().connection().service().peer();
                    boolean good = inway.connections()
                            .peer(onward.connection())
                            .filter(peer -> peer.id().equals(provider))
                            .isPresent();
                    if (!good) {
                        return onward.reset()
                                .transform(gone -> Future.failedFuture(stop(
                                        ErrorCode.INWAY_UNREACHABLE,
                                        "the inway at the address in the token is of another peer")));
                    }
                    trip.context().runOnContext(back -> passGuarded(trip, onward, held, mayRetry));
                    return Future.succeededFuture();
                });
    }

    /// Whatever breaks: the request is answered.
    private void passGuarded(Trip trip, HttpClientRequest onward, TokenSource.Held held, boolean mayRetry) {
        try {
            pass(trip, onward, held, mayRetry);
        } catch (RuntimeException broken) {
            onward.reset();
            refuse(trip.request(), error(broken));
        }
    }

    private void pass(Trip trip, HttpClientRequest onward, TokenSource.Held held, boolean mayRetry) {
        passed.add();
        Headers token = Headers.of(
                InwayTokenCheck.HEADER,
                "Bearer " + held.compact(),
                TransactionId.HEADER,
                trip.transaction().value());
        Headers answer = Headers.of(TransactionId.HEADER, trip.transaction().value());
        Forwarding.Ends ends = new Forwarding.Ends(
                first -> mayRetry && TokenSource.isRefusedBy(first) && retried(trip, held),
                failed -> refuse(trip.request(), brokenOff(failed).error()),
                () -> {},
                config.waiting());
        new Forwarding(vertx, trip.request(), onward, new Forwarding.Changes(OWN, token, answer), ends).start();
    }

    /// Tries once more with another token, when there is no body that is gone by now.
    private boolean retried(Trip trip, TokenSource.Held refusedToken) {
        tokens.drop(refusedToken);
        if (Forwarding.hasBody(trip.request())) {
            return false;
        }
        // The token may come on the event loop of another request that asked for it too.
        Future.fromCompletionStage(tokens.get(trip.route(), own).toCompletionStage(), trip.context())
                .compose(held -> send(trip, held, false))
                .onFailure(failed -> trip.context().runOnContext(back -> refuse(trip.request(), error(failed))));
        return true;
    }

    private static Stop brokenOff(Throwable failed) {
        return Answers.isTooLargeToSend(failed)
                ? stop(
                        ErrorCode.HEAD_TOO_LARGE,
                        "the head of the request, with the access token, is larger than the inway takes")
                : unreachable(ErrorCode.INWAY_UNREACHABLE, "the inway broke off", failed);
    }

    private static Stop unreachable(ErrorCode code, String message, Throwable failed) {
        LOG.warn("{}: {}", message, failed.toString());
        return stop(code, message);
    }

    private static Stop stop(ErrorCode code, String message) {
        return new Stop(code, Domain.OUTWAY, message);
    }

    private void refuse(HttpServerRequest request, FscError error) {
        refused.add(error.code().wire());
        suggestion.to(error, vertx.getOrCreateContext()).onSuccess(told -> Answers.refuse(vertx, request, told));
    }

    /// Goes on with another Group certificate; tokens that are bound to the old one are not used any more.
    @Override
    public void renew(Tls tls) {
        inways.values().forEach(inway -> inway.renew(tls));
        managers.renew(tls);
        own = CertificateThumbprint.of(tls.chain().getFirst());
    }

    @Override
    public void closeUntrusted(Tls tls) {
        inways.values().forEach(inway -> inway.closeUntrusted(tls));
        managers.closeUntrusted(tls);
    }

    /// What goes on with another certificate of our own organisation.
    ///
    /// @return nothing when clients come without TLS
    Optional<TlsEnd> clients() {
        return config.clients() == OutwayConfig.Clients.PLAIN ? Optional.empty() : Optional.of(listener);
    }

    /// From now on shows the certificates of each Peer that it connects with.
    void show(Consumer<List<X509Certificate>> watcher) {
        managers.connections().show(watcher);
        inways.values().forEach(inway -> inway.connections().show(watcher));
    }

    /// The port that is really listened on.
    public int port() {
        return listener.port();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        Closing.all(listener::close, this::closeClients, guard::close);
    }

    private void closeClients() {
        Closing.all(Stream.concat(inways.values().stream(), Stream.of(managers))
                .<Runnable>map(client -> client::close)
                .toArray(Runnable[]::new));
    }
}
