// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.FscError;

/// What a client hears that names no Grant, or one that it cannot use: those that it can. Not in the standard;
/// users of OpenFSC know it.
record Suggestion(Grants grants) {

    private static final int MOST = 10;

    /// An error as it is, or with the Grants that can be used in its message.
    ///
    /// @param context on which it completes; never fails
    Future<FscError> to(FscError error, Context context) {
        return error.code() == ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER
                ? Future.fromCompletionStage(grants.usable(), context)
                        .map(usable -> with(error, usable))
                        .otherwise(error)
                : Future.succeededFuture(error);
    }

    private static FscError with(FscError error, List<Grants.Route> usable) {
        if (usable.isEmpty()) {
            return error;
        }
        String some = usable.stream().limit(MOST).map(Suggestion::text).collect(Collectors.joining(", "));
        String more = usable.size() > MOST ? ", and " + (usable.size() - MOST) + " more" : "";
        return error.code().because(error.domain(), error.message() + "; usable here now: " + some + more);
    }

    private static String text(Grants.Route route) {
        return route.grant() + " (service " + route.connection().service().name() + " of "
                + route.connection().service().peer() + ")";
    }
}
