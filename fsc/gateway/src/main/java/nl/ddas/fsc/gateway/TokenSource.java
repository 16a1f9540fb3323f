// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.OwnMachine;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.OutwayTokenCheck;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TlsPeer;
import nl.ddas.fsc.model.TokenVerdict;

/// Gets access tokens from the Managers of providers, one request at a time for each Grant, and keeps them until
/// shortly before they end. A token that ends soon is renewed while it is still used.
final class TokenSource {

    /// So long before its end a token is renewed, and no longer used; less when it does not last five minutes.
    private static final Duration RENEW = Duration.ofSeconds(60);
    private static final Duration LAST_USE = Duration.ofSeconds(30);

    /// An Inway that is away costs one token in so long, not one for each request.
    private static final Duration NEW = Duration.ofSeconds(5);

    private static final Duration USUAL = Duration.ofMinutes(5);
    private static final int MAX_ANSWER = 256 * 1024;
    private static final Pattern OAUTH_ERROR = Pattern.compile("[a-z_]{1,40}");

    /// A token to send.
    ///
    /// @param compact never log it
    record Held(String compact, AccessToken token) {
        /// @param before its end, of a token of five minutes and more; of a shorter one as large a part
        private boolean servesUntil(Duration before, Instant now) {
            Duration life = Duration.between(token.notBefore(), token.expires());
            Duration part = life.compareTo(USUAL) >= 0
                    ? before
                    : life.multipliedBy(before.toSeconds()).dividedBy(USUAL.toSeconds());
            return now.isBefore(token.expires().minus(part));
        }

        @Override
        public String toString() {
            return token.toString();
        }
    }

    /// Tokens are bound to a certificate: with another one, another token.
    private record Key(GrantHash grant, CertificateThumbprint own) {}

    private final Vertx vertx;
    private final Group group;
    private final PeerId self;
    private final Onward managers;
    private final Duration longest;
    private final Clock clock;
    private final Map<Key, Future<Held>> asked = new ConcurrentHashMap<>();
    private final Map<Key, Held> held = new ConcurrentHashMap<>();

    /// Tokens whose Inway was away: still good when there is no other.
    private final Map<Key, Held> doubted = new ConcurrentHashMap<>();

    /// @param managers client with the certificate of the Outway
    /// @param longest time that a Manager gets for a token: all requests under that Grant wait for it
    TokenSource(Vertx vertx, Group group, PeerId self, Onward managers, Duration longest, Clock clock) {
        this.vertx = vertx;
        this.group = group;
        this.self = self;
        this.managers = managers;
        this.longest = longest;
        this.clock = clock;
    }

    /// A token for a connection; fails with [Stop].
    ///
    /// @param own certificate of the Outway
    Future<Held> get(Grants.Route route, CertificateThumbprint own) {
        Key key = new Key(route.grant(), own);
        Optional<Held> kept = Optional.ofNullable(held.get(key));
        Instant now = clock.instant();
        if (kept.filter(token -> token.servesUntil(LAST_USE, now)).isEmpty()) {
            return ask(key, route);
        }
        if (kept.filter(token -> token.servesUntil(RENEW, now)).isEmpty()) {
            // The old one still serves; a renewal that fails is tried again by the next request.
            Future<Held> _ = ask(key, route);
        }
        return kept.<Future<Held>>map(Future::succeededFuture).orElseThrow();
    }

    /// The Inway that a token names is away: the next request gets another, unless this one was just given out,
    /// or the Manager is away too.
    void doubt(Held away) {
        if (clock.instant().isAfter(away.token().notBefore().plus(NEW))) {
            held.forEach((key, kept) -> {
                if (kept.equals(away) && held.remove(key, kept)) {
                    doubted.put(key, kept);
                }
            });
        }
    }

    /// An Inway did not want this token: the next request gets another.
    void drop(Held refused) {
        held.values().removeIf(refused::equals);
    }

    /// Whether the Inway itself does not want the token, or not any more.
    static boolean isRefusedBy(HttpClientResponse answer) {
        String code = answer.getHeader(FscError.HEADER);
        return answer.statusCode() == 401
                && (ErrorCode.ACCESS_TOKEN_EXPIRED.wire().equals(code)
                        || ErrorCode.ACCESS_TOKEN_INVALID.wire().equals(code));
    }

    private Future<Held> ask(Key key, Grants.Route route) {
        Future<Held> running =
                asked.computeIfAbsent(key, first -> fetch(key, route).recover(failed -> instead(key, failed)));
        return running.onComplete(done -> {
            if (asked.remove(key, running) && done.succeeded()) {
                Instant now = clock.instant();
                held.values().removeIf(old -> !old.token().expires().isAfter(now));
                held.put(key, done.result());
                doubted.remove(key);
            }
        });
    }

    /// The token that was doubted, when the Manager is away; not when it refused.
    private Future<Held> instead(Key key, Throwable failed) {
        boolean away = failed instanceof Stop stop && stop.error().code() == ErrorCode.MANAGER_UNREACHABLE;
        Instant now = clock.instant();
        return Optional.ofNullable(doubted.get(key))
                .filter(old -> away && old.servesUntil(LAST_USE, now))
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(failed));
    }

    private Future<Held> fetch(Key key, Grants.Route route) {
        return managers.request(HttpMethod.POST, route.manager().uri(), "/v1/token")
                .recover(failed -> Future.failedFuture(unreachable("the provider's manager does not answer")))
                .compose(request -> send(request, key, route));
    }

    private Future<Held> send(HttpClientRequest request, Key key, Grants.Route route) {
        Optional<TlsPeer> server = managers.connections().peer(request.connection());
        PeerId provider = route.connection().service().peer();
        if (server.filter(peer -> peer.id().equals(provider)).isEmpty()) {
            return request.reset()
                    .transform(gone -> Future.failedFuture(
                            unreachable("the manager at the address of the provider is of another peer")));
        }
        String form = "grant_type=client_credentials&scope="
                + encoded(route.grant().value()) + "&client_id=" + encoded(self.value());
        request.putHeader("Content-Type", "application/x-www-form-urlencoded").putHeader("Accept", "application/json");
        return request.send(Buffer.buffer(form))
                .compose(answer -> limited(answer).map(body -> read(answer.statusCode(), body, key, route)))
                .compose(token -> elsewhere(token, request.connection()))
                // Who sends a byte now and then is never silent.
                .timeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failed -> failed(request, failed));
    }

    /// The provider names the address of its Inway: it must not lead us into our own machine, unless its Manager is
    /// here too. Our own Manager takes that for a Manager only when `local-peers` is set.
    private Future<Held> elsewhere(Held token, HttpConnection manager) {
        if (OwnMachine.has(manager.remoteAddress().hostAddress())) {
            return Future.succeededFuture(token);
        }
        return vertx.executeBlocking(
                        () -> OwnMachine.has(token.token().audience().getHost()), false)
                .map(here -> {
                    if (here) {
                        throw new Stop(
                                ErrorCode.ACCESS_TOKEN_INVALID,
                                Domain.OUTWAY,
                                "aud: expected an inway elsewhere, got an address of this machine");
                    }
                    return token;
                });
    }

    private static Future<Held> failed(HttpClientRequest request, Throwable why) {
        if (why instanceof TimeoutException) {
            return request.reset()
                    .transform(gone -> Future.failedFuture(unreachable("the provider's manager takes too long")));
        }
        return Future.failedFuture(
                why instanceof Stop stop ? stop : unreachable("the provider's manager broke off its answer"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Future<Buffer> limited(HttpClientResponse answer) {
        Buffer all = Buffer.buffer();
        answer.handler(part -> {
            if (all.length() + part.length() > MAX_ANSWER) {
                answer.request().reset();
            } else {
                all.appendBuffer(part);
            }
        });
        return answer.end().map(all);
    }

    private Held read(int status, Buffer body, Key key, Grants.Route route) {
        JsonObject json = JsonReading.of(body.getBytes()) instanceof JsonReading.Read(JsonObject object)
                ? object
                : JsonObject.EMPTY;
        if (status == 400) {
            String error = json.text("error")
                    .filter(text -> OAUTH_ERROR.matcher(text).matches())
                    .orElse("no reason given");
            throw new Stop(
                    ErrorCode.ACCESS_TOKEN_REFUSED, Domain.OUTWAY, "the provider gives no access token: " + error);
        }
        Optional<String> compact = json.text("access_token");
        if (status != 200 || compact.isEmpty()) {
            throw unreachable("the provider's manager answers " + status + " to a request for a token");
        }
        return switch (new OutwayTokenCheck(group, self, key.own())
                .check(compact.get(), key.grant(), route.connection(), clock.instant())) {
            case TokenVerdict.Admitted(AccessToken token) -> new Held(compact.get(), token);
            case TokenVerdict.Refused(var error) -> throw new Stop(error);
        };
    }

    private static Stop unreachable(String message) {
        return new Stop(ErrorCode.MANAGER_UNREACHABLE, Domain.OUTWAY, message);
    }
}
