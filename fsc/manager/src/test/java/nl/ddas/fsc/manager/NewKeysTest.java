// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Validity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An Outway with a new key, and the contracts that name the old one.
class NewKeysTest {

    private static final String OLD = "a".repeat(64);
    private static final String NEW = "b".repeat(64);
    private static final String NEXT = "c".repeat(64);
    private static final String RENEWALS = "/outways/uit/renewals";

    private final Instant now =
            Instant.ofEpochSecond(Clock.systemUTC().instant().getEpochSecond());
    private final Validity term = new Validity(now.minusSeconds(60), now.plusSeconds(86_400));

    private Trio trio;
    private Organisation consumer;

    @BeforeEach
    void start() {
        trio = new Trio();
        consumer = trio.consumer;
    }

    @AfterEach
    void stop() {
        trio.close();
    }

    private static Outway byKey(String key) {
        return new Outway(B, new OutwayIdentification.PublicKeyThumbprint(key));
    }

    private static Grant grant(String key, String service) {
        return new Grant.ServiceConnection(byKey(key), new ServiceRef.Plain(C, service), Optional.empty());
    }

    private Contract proposed(Validity validity, Grant... grants) {
        ContractContent content = consumer.manager.operations().draft(validity, List.of(grants));
        assertThat(consumer.manager.operations().propose(content)).isInstanceOf(Operations.Outcome.Done.class);
        return Contract.of(content);
    }

    private void hasKey(String key) throws IOException {
        JsonObject outway = JsonObject.EMPTY
                .with("publicKeyThumbprint", key)
                .with(
                        "certificateThumbprint",
                        CertificateThumbprint.of(Members.tls(B).leaf()).base64url())
                .with("domainNames", JsonArray.ofTexts(List.of("outway.test")));
        assertThat(consumer.register("PUT", "/outways/uit", outway).status()).isEqualTo(200);
    }

    private List<String> notes() throws IOException {
        return consumer.monitor("/health/ready").json().array("notes").orElseThrow().stream()
                .map(note -> ((JsonText) note).value())
                .toList();
    }

    private List<Grant> proposedNow(Organisation.Reply reply) {
        return reply.items("contracts").stream()
                .flatMap(json -> consumer
                        .manager
                        .operations()
                        .find(new ContentHash(json.text("contentHash").orElseThrow()))
                        .orElseThrow()
                        .content()
                        .grants()
                        .stream())
                .toList();
    }

    @Test
    void theOperatorIsWarnedUntilAllIsProposedAnew() throws IOException {
        hasKey(OLD);
        Contract one = proposed(term, grant(OLD, "een"));
        Contract two = proposed(term, grant(OLD, "twee"));
        assertThat(notes()).isEmpty();

        hasKey(NEW);
        assertThat(notes()).singleElement().asString().contains("Outway uit", "2 contracten", "nieuwe-sleutel");
        assertThat(consumer.look(RENEWALS).items("contracts"))
                .extracting(json -> json.text("contentHash").orElseThrow())
                .containsExactlyInAnyOrder(
                        one.content().hash().value(), two.content().hash().value());
        assertThat(consumer.manage("POST", "/outways/uit/renewals", JsonObject.EMPTY)
                        .items("contracts"))
                .hasSize(2);
        assertThat(notes()).as("the rest is up to the others").isEmpty();
        assertThat(proposedNow(consumer.manage("POST", RENEWALS, JsonObject.EMPTY)))
                .as("nothing is proposed twice")
                .isEmpty();
        assertThat(consumer.look("/audit-records").items("records"))
                .anyMatch(record -> record.text("act").equals(Optional.of("contracts-renew")));
    }

    @Test
    void theNewContractIsAsTheOldButForTheKey() throws IOException {
        hasKey(OLD);
        Grant rich = new Grant.DelegatedServiceConnection(
                byKey(OLD),
                new ServiceRef.Delegated(C, "rijk", D),
                D,
                Optional.of(new Properties(JsonObject.EMPTY.with("doel", "x"))));
        Grant named = new Grant.ServiceConnection(
                new Outway(B, new OutwayIdentification.DomainName("outway.test")),
                new ServiceRef.Plain(C, "op-naam"),
                Optional.empty());
        Validity later = new Validity(now.plusSeconds(1_000), now.plusSeconds(90_000));
        proposed(later, rich, named, grant(OLD, "arm"));

        hasKey(NEW);
        Organisation.Reply reply = consumer.manage("POST", RENEWALS, JsonObject.EMPTY);

        assertThat(proposedNow(reply)).containsExactly(rich.with(byKey(NEW)), grant(NEW, "arm"));
        assertThat(reply.items("contracts")).hasSize(1).allSatisfy(json -> {
            assertThat(json.text("notBefore")).contains(Moments.text(later.notBefore()));
            assertThat(json.text("notAfter")).contains(Moments.text(later.notAfter()));
        });
    }

    @Test
    void beforeTheNewKeyIsUsedItsContractsCanBeMade() throws IOException {
        hasKey(OLD);
        proposed(term, grant(OLD, "een"));

        JsonObject next = JsonObject.EMPTY.with("publicKeyThumbprint", NEXT);
        assertThat(proposedNow(consumer.manage("POST", RENEWALS, next))).containsExactly(grant(NEXT, "een"));

        hasKey(NEXT);
        assertThat(notes()).isEmpty();
    }

    @Test
    void ofTwoAboutTheSameTheLongestIsProposed() throws IOException {
        hasKey(OLD);
        proposed(term, grant(OLD, "een"));
        hasKey(NEW);
        Instant end = now.plusSeconds(200_000);
        proposed(new Validity(now, end), grant(NEW, "een"));
        hasKey(NEXT);

        Organisation.Reply reply = consumer.manage("POST", RENEWALS, JsonObject.EMPTY);

        assertThat(proposedNow(reply)).containsExactly(grant(NEXT, "een"));
        assertThat(reply.items("contracts").getFirst().text("notAfter")).contains(Moments.text(end));
    }

    @Test
    void aKeyThatTheManagerNeverSawCanBeNamed() throws IOException {
        proposed(term, grant(OLD, "een"));
        hasKey(NEW);
        assertThat(consumer.look(RENEWALS).items("contracts")).isEmpty();
        assertThat(consumer.look(RENEWALS + "?earlierKeyThumbprint=" + OLD).items("contracts"))
                .hasSize(1);
    }

    @Test
    void whatWeDidNotAcceptOrTookBackIsNotProposed() throws IOException {
        hasKey(OLD);
        Contract revoked = proposed(term, grant(OLD, "een"));
        consumer.manager.operations().revoke(revoked.content().hash());
        hasKey(NEW);
        assertThat(notes()).isEmpty();
        assertThat(consumer.look(RENEWALS).items("contracts")).isEmpty();
    }

    @Test
    void anOutwayOrKeyThatIsNoneIsRefused() throws IOException {
        hasKey(OLD);
        assertThat(consumer.look("/outways/ander/renewals").status()).isEqualTo(404);
        assertThat(consumer.look(RENEWALS + "?publicKeyThumbprint=abc").status())
                .isEqualTo(400);
        assertThat(consumer.manage("POST", RENEWALS, JsonObject.EMPTY.with("publicKeyThumbprint", 5))
                        .status())
                .isEqualTo(400);
        assertThat(consumer.call(
                                Organisation.READER,
                                consumer.manager.managementPort().orElseThrow(),
                                "POST",
                                RENEWALS,
                                JsonObject.EMPTY)
                        .status())
                .isEqualTo(403);
    }
}
