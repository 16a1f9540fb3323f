// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.Domain;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.TraceParent;
import nl.ddas.fsc.model.TransactionId;
import nl.ddas.fsc.transactionlog.TransactionLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Inway and Outway both do with a request under a good token before it goes on: ask the authorization
/// plugin, and write the log record.
final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final Domain domain;
    private final Authorization authorization;
    private final TransactionLog log;
    private final Waits waits;
    private final LogRecord.Direction direction;

    Guard(Vertx vertx, Domain domain, Authorization authorization, TransactionLog log, Duration logWait) {
        this.domain = domain;
        this.authorization = authorization;
        this.log = log;
        this.waits = new Waits(vertx, logWait, this::unwritten);
        this.direction = domain == Domain.INWAY ? LogRecord.Direction.INCOMING : LogRecord.Direction.OUTGOING;
    }

    /// Completes when the rules allow the request, in the context; fails with [Stop] otherwise.
    Future<Void> allowed(Context context, HttpServerRequest request, AccessToken token, Instant now) {
        if (authorization == Authorization.NONE) {
            return Future.succeededFuture();
        }
        Authorization.Question question = new Authorization.Question(
                direction, request.method().name(), request.uri(), headers(request), token, now);
        return Future.fromCompletionStage(authorization.ask(question), context)
                .recover(failed -> {
                    LOG.error("the authorization rules could not be asked: {}", failed.toString());
                    return Future.failedFuture(denied("the authorization rules of the organisation cannot be asked"));
                })
                .compose(decision -> switch (decision) {
                    case Authorization.Decision.Permitted _ -> Future.succeededFuture();
                    case Authorization.Decision.Denied(String reason) -> Future.failedFuture(denied(reason));
                });
    }

    private Stop denied(String reason) {
        return new Stop(ErrorCode.ACCESS_DENIED, domain, reason);
    }

    private static Headers headers(HttpServerRequest request) {
        List<Headers.Line> lines = new ArrayList<>();
        request.headers().forEach((name, value) -> {
            if (!name.toLowerCase(Locale.ROOT).equals(InwayTokenCheck.HEADER.toLowerCase(Locale.ROOT))) {
                lines.add(new Headers.Line(name, value));
            }
        });
        return new Headers(lines);
    }

    /// Completes when the record is safe, in the context; fails with [Stop] when it is not.
    Future<Void> logged(
            Context context, HttpServerRequest request, TransactionId transaction, AccessToken token, Instant now) {
        Optional<TraceParent> trace =
                Optional.ofNullable(request.getHeader(TraceParent.HEADER)).flatMap(TraceParent::read);
        LogRecord bare = LogRecord.of(transaction, direction, token, now);
        LogRecord traced = trace.map(bare::with).orElse(bare);
        LogRecord whole = Additional.of(token).map(traced::with).orElse(traced);
        return waits.within(context, log.append(whole));
    }

    private Stop unwritten(Throwable failed) {
        if (TimedLog.isDoubled(failed)) {
            LOG.info("a request came with a transaction id that was used before");
            return new Stop(
                    ErrorCode.TRANSACTION_LOG_WRITE_ERROR,
                    domain,
                    "this transaction id was used before; use a new one");
        }
        LOG.error("the log record could not be written: {}", failed.toString());
        return new Stop(ErrorCode.TRANSACTION_LOG_WRITE_ERROR, domain, "the transaction log does not take the record");
    }

    @Override
    public void close() {
        waits.close();
    }
}
