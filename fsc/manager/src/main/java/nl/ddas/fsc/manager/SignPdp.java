// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.SignatureType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a policy decision point say whether we sign (AuthZEN Authorization API 1.0, access evaluation). It sees the
/// whole content. Without an answer of it the operator decides.
///
/// `decision` true signs. False refuses when the answer has a text `reason` in its `context`, for the other side; else
/// the contract waits for the operator.
///
/// @param base address of the policy decision point, to which the path of the standard is added
record SignPdp(HttpClient client, URI base, Clock clock) implements AutoSign {

    private static final Logger LOG = LoggerFactory.getLogger(SignPdp.class);
    private static final String PATH = "/access/v1/evaluation";
    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_REASON = 500;

    @Override
    public Decision decide(Proposal proposal) {
        try {
            return ask(proposal);
        } catch (IOException away) {
            LOG.warn(
                    "the policy decision point does not say whether to sign {}; it waits for an operator",
                    proposal.content().hash(),
                    away);
            return new Decision.Leave();
        }
    }

    private Decision ask(Proposal proposal) throws IOException {
        Headers headers = Headers.of("Content-Type", "application/json", "Accept", "application/json");
        byte[] body = evaluation(proposal).toBytes();
        try (HttpClient.Answer answer = client.send(new HttpClient.Call("POST", evaluation(), headers, body))) {
            if (answer.status() != 200
                    || !(JsonReading.of(answer.body(), MOST_BYTES) instanceof JsonReading.Read(JsonObject json))
                    || json.bool("decision").isEmpty()) {
                throw new IOException("it answers " + answer.status() + " without a decision");
            }
            Optional<String> reason = json.object("context")
                    .flatMap(context -> context.text("reason"))
                    .filter(text -> !text.isBlank());
            return json.bool("decision").get()
                    ? new Decision.Sign("the policy decision point")
                    : reason.<Decision>map(text -> new Decision.Refuse(shortened(text)))
                            .orElseGet(Decision.Leave::new);
        }
    }

    private URI evaluation() {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /// The question in the form of the standard.
    JsonObject evaluation(Proposal proposal) {
        JsonObject contract = JsonObject.EMPTY
                .with("content", proposal.content().tree())
                .with(
                        "grantHashes",
                        JsonArray.ofTexts(proposal.content().grantHashes().stream()
                                .map(GrantHash::value)
                                .toList()))
                .with(
                        "accepted",
                        JsonArray.ofTexts(proposal.contract()
                                .of(SignatureType.ACCEPT)
                                .map(signature -> signature.peer().value())
                                .toList()));
        return JsonObject.EMPTY
                .with(
                        "subject",
                        JsonObject.EMPTY
                                .with("type", "peer")
                                .with("id", proposal.from().id().value())
                                .with(
                                        "properties",
                                        JsonObject.EMPTY.with(
                                                "name", proposal.from().name())))
                .with("action", JsonObject.EMPTY.with("name", "accept"))
                .with(
                        "resource",
                        JsonObject.EMPTY
                                .with("type", "contract")
                                .with("id", proposal.content().hash().value())
                                .with("properties", contract))
                .with(
                        "context",
                        JsonObject.EMPTY
                                .with("time", clock.instant().toString())
                                .with("self", proposal.self().value()));
    }
}
