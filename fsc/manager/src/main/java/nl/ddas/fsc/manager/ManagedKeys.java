// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.FscError;

/// Contracts for a new key of an Outway, for operators: to see what is needed, and to propose it.
record ManagedKeys(Self self, Registrations registrations, NewKeys newKeys, Operations operations, ContractView view) {

    private static final String KEY = "publicKeyThumbprint";
    private static final String OLD = "earlierKeyThumbprint";

    /// A change of key.
    private record Change(String key, List<NewKeys.Needed> needed) {}

    /// Which contracts name an old key.
    Response needed(ManagementApi.Question question) {
        Parameters parameters = name -> question.query().value(name).filter(text -> !text.isEmpty());
        return registrations
                .outway(question.at(1))
                .map(outway -> listed(change(outway, parameters)))
                .orElseGet(ManagedKeys::unknown);
    }

    private Response listed(Change change) {
        return Replies.json(
                200,
                JsonObject.EMPTY
                        .with(KEY, change.key())
                        .with(
                                "contracts",
                                Json.array(change.needed().stream().map(n -> view.brief(n.old(), self.now())))));
    }

    /// Proposes all that is needed.
    Response propose(ManagementApi.Question question) {
        JsonObject body = question.body();
        if (!Json.isTextOrAbsent(body, KEY) || !Json.isTextOrAbsent(body, OLD)) {
            throw new BadForm(KEY + " en " + OLD + ": verwacht werd een tekst.");
        }
        return registrations
                .outway(question.at(1))
                .map(outway -> propose(change(outway, body::text)))
                .orElseGet(ManagedKeys::unknown);
    }

    private Response propose(Change change) {
        List<JsonObject> proposed = new ArrayList<>();
        List<JsonObject> refused = new ArrayList<>();
        for (NewKeys.Needed needed : change.needed()) {
            ContractContent content = operations.draft(needed.validity(self.stamp()), needed.grants());
            switch (operations.propose(content)) {
                case Operations.Outcome.Done done -> proposed.add(view.brief(done.contract(), self.now()));
                case Operations.Outcome.Refused(FscError error) ->
                    refused.add(view.brief(needed.old(), self.now()).with("reason", error.message()));
                case Operations.Outcome.Unknown _, Operations.Outcome.NotNow _ ->
                    throw new IllegalStateException("a contract that is new cannot stand otherwise");
            }
        }
        newKeys.look();
        return Replies.json(
                200,
                JsonObject.EMPTY
                        .with(KEY, change.key())
                        .with("contracts", Json.array(proposed.stream()))
                        .with("refused", Json.array(refused.stream())));
    }

    /// Gives the value of a parameter.
    private interface Parameters {
        Optional<String> value(String name);
    }

    private static Response unknown() {
        return Replies.notThere(
                "Er heeft zich hier geen Outway met deze naam gemeld. Welke er wel zijn, geeft /v1/outways.");
    }

    private Change change(RegisteredOutway outway, Parameters parameters) {
        String key = parameters.value(KEY).map(ManagedKeys::key).orElse(outway.publicKey());
        Set<String> old = new HashSet<>(outway.earlier());
        old.add(outway.publicKey());
        parameters.value(OLD).map(ManagedKeys::key).ifPresent(old::add);
        return new Change(key, newKeys.needed(key, old));
    }

    private static String key(String text) {
        if (!RegisteredOutway.isKey(text)) {
            throw new BadForm("Een sleutel wordt genoemd met zijn SHA-256: 64 tekens, 0 tot 9 en a tot f.");
        }
        return text;
    }
}
