// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import nl.ddas.access.Decision;
import nl.ddas.access.Decision.Decided;
import nl.ddas.access.Decision.Undecided;
import nl.ddas.access.DecisionPoint;
import nl.ddas.access.Evaluation;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.TlsReload;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.TlsPeer;

/// What our own organisation has to say about a token, once the contract allows it: whether it is given, and
/// what stands in its claim `add` (AuthZEN Authorization API 1.0, access evaluation). The standard leaves open
/// where `add` comes from.
record TokenRules(DecisionPoint decisions, Self self) {

    /// Bytes of the claim `add`: all headers of a request are 32 KB together.
    private static final int LONGEST = 8 * 1024;

    /// Without a decision point each token that the contract allows is given.
    ///
    /// @param internal key material of our own organisation, when there is any
    static TokenRules open(
            ManagerConfig config, ManagerServer.Parts parts, Self self, List<TlsReload> internal, Opened opened) {
        return new TokenRules(
                config.inside()
                        .tokenPdp()
                        .map(pdp -> pdp.open(parts, internal, opened))
                        .orElse(question -> Decision.permit(JsonObject.EMPTY)),
                self);
    }

    /// Asks; blocks until there is an answer, or it takes too long.
    ///
    /// @return permitted with a context that is the claim `add`, small enough to travel in a header; never
    ///     throws
    Decision decide(GrantHash grant, Grant.Connection connection, TlsPeer caller) {
        return switch (decisions.decide(question(grant, connection, caller))) {
            case Decided(boolean allowed, JsonObject context) when allowed -> permitted(context);
            case Decided refused -> refused;
            case Undecided undecided -> undecided;
        };
    }

    private static Decision permitted(JsonObject context) {
        Optional<JsonObject> claims =
                context.get("add").isEmpty() ? Optional.of(JsonObject.EMPTY) : context.object("add");
        return claims.filter(found -> found.toBytes().length <= LONGEST)
                .map(Decision::permit)
                .orElseGet(() -> new Undecided("expected add to be an object of at most " + LONGEST + " bytes"));
    }

    private Evaluation question(GrantHash grant, Grant.Connection connection, TlsPeer caller) {
        return new Evaluation(
                new Evaluation.Entity(
                        "peer",
                        caller.id().value(),
                        connection
                                .delegator()
                                .map(peer -> named("delegator", peer))
                                .orElse(JsonObject.EMPTY)
                                .with("name", caller.identity().name())),
                new Evaluation.Action("connect"),
                new Evaluation.Entity(
                        "service",
                        connection.service().name(),
                        connection
                                .service()
                                .publisher()
                                .map(peer -> named("publisher", peer))
                                .orElse(JsonObject.EMPTY)
                                .with("provider", self.id().value())
                                .with("grantHash", grant.value())),
                JsonObject.EMPTY.with("time", self.now().toString()));
    }

    private static JsonObject named(String role, PeerId peer) {
        return JsonObject.EMPTY.with(role, peer.value());
    }
}
