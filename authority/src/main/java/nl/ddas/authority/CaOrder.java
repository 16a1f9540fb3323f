// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Proposal;

/// What an operator asks of the authority and another approves.
sealed interface CaOrder {

    String ISSUE = "ca.issue";
    String REVOKE = "ca.revoke";
    String SUCCESSOR = "ca.successor";

    /// Three certificates for a party.
    ///
    /// @param renews number of the request whose certificates these follow up; 0 for a party's first
    record Issue(PartyRequest request, long renews) implements CaOrder {}

    /// Certificates that count no more.
    record Revoke(List<BigInteger> serials, RevocationReason reason) implements CaOrder {}

    /// A new issuing authority.
    ///
    /// @param compromised whether the one of now is revoked, and all that counts issued again
    record Successor(boolean compromised) implements CaOrder {}

    /// Something that cannot be read any more.
    record Unreadable(List<String> faults) implements CaOrder {}

    static JsonObject issue(PartyRequest request, IdentityProof proof, long renews) {
        return JsonObject.EMPTY
                .with("requests", request.toJson())
                .with("identity", proof.toJson())
                .with("renews", renews);
    }

    static JsonObject revoke(List<BigInteger> serials, RevocationReason reason) {
        return JsonObject.EMPTY
                .with(
                        "serials",
                        JsonArray.ofTexts(serials.stream()
                                .map(serial -> serial.toString(16))
                                .toList()))
                .with("reason", reason.word());
    }

    static JsonObject successor(boolean compromised) {
        return JsonObject.EMPTY.with("compromised", compromised);
    }

    /// The order in a proposal; empty when it is about something else, such as operators.
    static Optional<CaOrder> of(Proposal proposal, CaSettings settings) {
        JsonObject content = proposal.content();
        return switch (proposal.kind()) {
            case ISSUE ->
                Optional.of(
                        switch (PartyRequest.read(content.object("requests").orElse(JsonObject.EMPTY), settings)) {
                            case RequestReading.Accepted(PartyRequest request) ->
                                new Issue(request, content.whole("renews").orElse(0L));
                            case RequestReading.Refused(List<String> faults) -> new Unreadable(faults);
                        });
            case REVOKE ->
                Optional.of(new Revoke(
                        serials(content),
                        content.text("reason").flatMap(RevocationReason::of).orElse(RevocationReason.UNSPECIFIED)));
            case SUCCESSOR ->
                Optional.of(new Successor(content.bool("compromised").orElse(true)));
            default -> Optional.empty();
        };
    }

    private static List<BigInteger> serials(JsonObject content) {
        List<JsonValue> texts = content.array("serials").orElse(List.of());
        return texts.stream()
                .map(value -> value instanceof JsonText(String text) ? text : "0")
                .map(text -> new BigInteger(text, 16))
                .toList();
    }
}
