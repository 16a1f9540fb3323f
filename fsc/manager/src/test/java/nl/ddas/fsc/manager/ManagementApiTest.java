// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.StrictJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What operators do through the management interface.
class ManagementApiTest {

    private static Trio trio;
    private static Organisation directory;
    private static Organisation provider;
    private static Organisation consumer;

    @BeforeAll
    static void start() {
        trio = new Trio();
        directory = trio.directory;
        provider = trio.provider;
        consumer = trio.consumer;
    }

    @AfterAll
    static void stop() {
        trio.close();
    }

    private static String inDays(int days) {
        return Moments.text(Clock.systemUTC().instant().plus(Duration.ofDays(days)));
    }

    private static JsonObject proposal(JsonObject grant) {
        return JsonObject.EMPTY.with("notAfter", inDays(30)).with("grants", new JsonArray(List.of(grant)));
    }

    private static JsonObject connection(PeerId provider, String service) {
        return JsonObject.EMPTY
                .with("type", "connection")
                .with("serviceName", service)
                .with("servicePeerId", provider.value())
                .with("publicKeyThumbprint", "a".repeat(64));
    }

    private static JsonObject type(String type) {
        return JsonObject.EMPTY.with("type", type);
    }

    @Test
    void theReasonOfADirectoryReachesWhoeverOffersTheService() throws IOException {
        JsonObject proposal = JsonObject.EMPTY
                .with("notAfter", inDays(4000))
                .with("grants", new JsonArray(List.of(type("publication").with("serviceName", "eeuwig"))));
        Organisation.Reply proposed = provider.manage("POST", "/contracts", proposal);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        provider.deliver();
        JsonObject delivery =
                provider.look(contract(proposed)).items("deliveries").getFirst();
        assertThat(delivery.text("status")).contains("FAILED");
        assertThat(delivery.text("reason").orElse("")).contains("422", "at most 3653 days");
        assertThat(directory.look("/audit-records").items("records"))
                .anyMatch(r -> r.text("outcome").orElse("").contains("at most 3653 days"));
    }

    private static String contract(Organisation.Reply reply) {
        return "/contracts/"
                + Organisation.encode(reply.json().text("contentHash").orElse("geen: " + reply.text()));
    }

    @Test
    void aContractIsProposedAcceptedAndRevoked() throws IOException {
        Organisation.Reply proposed = consumer.manage("POST", "/contracts", proposal(connection(C, "beheer")));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(proposed.json().text("state")).contains("CONTRACT_STATE_PROPOSED");
        consumer.deliver();

        String path = contract(proposed);
        Organisation.Reply seen = provider.look(path);
        assertThat(seen.json().array("waitingFor"))
                .contains(JsonArray.ofTexts(List.of(C.value())).items());
        assertThat(seen.json().array("cautions").orElseThrow())
                .as("no Inway offers it")
                .hasSize(1);

        Organisation.Reply accepted = provider.manage("POST", path + "/signatures", type("accept"));
        assertThat(accepted.json().text("state")).contains("CONTRACT_STATE_VALID");
        provider.deliver();
        assertThat(consumer.look(path).json().bool("usable")).contains(true);
        assertThat(consumer.look("/contracts?state=VALID&serviceName=beheer").items("contracts"))
                .hasSize(1);
        assertThat(consumer.look("/contracts?state=PROPOSED&serviceName=beheer").items("contracts"))
                .isEmpty();

        Organisation.Reply tooLate = provider.manage("POST", path + "/signatures", type("reject"));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.detail()).contains("Het contract is geldig");
        assertThat(consumer.manage("POST", path + "/signatures", type("revoke"))
                        .json()
                        .text("state"))
                .contains("CONTRACT_STATE_REVOKED");
        consumer.deliver();
        assertThat(provider.look(path).json().text("state")).contains("CONTRACT_STATE_REVOKED");
    }

    @Test
    void tellsBeforeAcceptingThatSomebodyWillActInOurName() throws IOException {
        JsonObject grant = connection(C, "namens-ons").with("delegatorPeerId", C.value());
        Organisation.Reply proposed = consumer.manage("POST", "/contracts", proposal(grant));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        consumer.deliver();

        assertThat(provider.look(contract(proposed)).json().array("cautions").orElseThrow())
                .as("who connects, to what, in whose name")
                .anyMatch(caution -> caution instanceof JsonText(String text)
                        && text.matches("Deelnemer \\d{20} mag hiermee dienst namens-ons .* namens u\\."));
    }

    @Test
    void aServiceIsPublishedAndFoundInTheDirectory() throws IOException {
        JsonObject service = JsonObject.EMPTY
                .with("endpoint", "http://127.0.0.1:8080")
                .with("protocol", "PROTOCOL_TCP_HTTP_2")
                .with("properties", JsonObject.EMPTY.with("uitleg", "een dienst"));
        assertThat(provider.manage("PUT", "/services/gepubliceerd", service).status())
                .isEqualTo(200);
        JsonObject publication = type("publication").with("serviceName", "gepubliceerd");
        Organisation.Reply proposed = provider.manage("POST", "/contracts", proposal(publication));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        provider.deliver();
        directory.deliver();

        Organisation.Reply found = consumer.look("/directory/services?serviceName=PUBLI");
        assertThat(found.items("services")).hasSize(1);
        JsonObject one = found.items("services").getFirst();
        assertThat(one.text("peerId")).contains(C.value());
        assertThat(one.text("protocol")).contains("PROTOCOL_TCP_HTTP_2");
        assertThat(one.object("properties").flatMap(p -> p.text("uitleg"))).contains("een dienst");
        assertThat(consumer.look("/directory/peers?peerId=" + C).items("peers")).hasSize(1);
        assertThat(directory
                        .look("/directory/services?serviceName=gepubliceerd")
                        .items("services"))
                .as("the Directory asks itself")
                .hasSize(1);
        assertThat(directory.look("/audit-records").items("records"))
                .anyMatch(r -> r.text("who").equals(Optional.of("manager"))
                        && r.text("outcome").equals(Optional.of("signed by the rule of a directory")));
    }

    @Test
    void ownServicesAreKeptAndRemoved() throws IOException {
        JsonObject service =
                JsonObject.EMPTY.with("endpoint", "https://intern.test/pad").with("mutual", true);
        assertThat(provider.manage("PUT", "/services/eigen", service).json().whole("atOnce"))
                .contains(256L);
        assertThat(provider.look("/services/eigen").json().text("endpoint")).contains("https://intern.test/pad");
        assertThat(provider.look("/services").items("services"))
                .anyMatch(s -> s.text("name").equals(Optional.of("eigen")));
        assertThat(provider.register("GET", "/services", JsonObject.EMPTY).items("services"))
                .anyMatch(s -> s.text("name").equals(Optional.of("eigen"))
                        && s.bool("mutual").equals(Optional.of(true)));
        assertThat(provider.manage("PUT", "/services/x", service).status()).isEqualTo(400);
        assertThat(provider.manage("PUT", "/services/eigen", JsonObject.EMPTY).detail())
                .contains("endpoint");
        assertThat(provider.manage("PUT", "/services/eigen", service.with("enabled", "false"))
                        .status())
                .as("a text is no switch")
                .isEqualTo(400);
        assertThat(provider.manage("PUT", "/services/eigen", service.with("aantal", 5))
                        .status())
                .as("unknown")
                .isEqualTo(400);
        assertThat(provider.look("/audit-records?limit=1")
                        .items("records")
                        .getFirst()
                        .text("outcome"))
                .contains("refused with 400");
        JsonObject given = provider.look("/services/eigen").json();
        assertThat(provider.manage("PUT", "/services/eigen", given).status())
                .as("what was given can be sent back")
                .isEqualTo(200);
        assertThat(provider.manage("DELETE", "/services/eigen", JsonObject.EMPTY)
                        .status())
                .isEqualTo(204);
        assertThat(provider.look("/services/eigen").status()).isEqualTo(404);
        assertThat(provider.manage("DELETE", "/services/eigen", JsonObject.EMPTY)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoMayOnlyReadChangesNothingAndAStrangerSeesNothing() throws IOException {
        int port = consumer.manager.managementPort().orElseThrow();
        Organisation.Reply reader =
                consumer.call(Organisation.READER, port, "POST", "/contracts", proposal(connection(C, "gelezen")));
        assertThat(reader.status()).isEqualTo(403);
        assertThat(reader.detail()).contains("rol write");
        assertThat(consumer.look("/contracts?serviceName=gelezen").items("contracts"))
                .isEmpty();

        Organisation.Reply stranger = consumer.call(Organisation.INWAY, port, "GET", "/contracts", JsonObject.EMPTY);
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.detail()).contains("Het certificaat is van inway");
        assertThat(stranger.headers().first("Content-Type")).contains("application/problem+json");
    }

    @Test
    void tellsWhatIsWrongWithAProposal() throws IOException {
        assertThat(refused(JsonObject.EMPTY)).contains("notAfter ontbreekt");
        assertThat(refused(proposal(connection(C, "x")).with("notAfter", "morgen")))
                .contains("2026-12-31T23:00:00Z");
        assertThat(refused(proposal(connection(C, "x")).with("notAfter", "2020-01-01T00:00:00Z")))
                .contains("verleden");
        assertThat(refused(proposal(type("iets")))).contains("publication of connection");
        assertThat(refused(proposal(type("connection").with("serviceName", "x"))))
                .contains("servicePeerId ontbreekt");
        assertThat(refused(proposal(connection(new PeerId("kort"), "x")))).contains("20 cijfers");
        assertThat(refused(proposal(connection(C, "x").with("onbekend", "x")))).contains("Een onbekende naam");
        JsonObject noOutway = type("connection").with("serviceName", "x").with("servicePeerId", C.value());
        assertThat(refused(proposal(noOutway))).contains("0 Outways");
    }

    private static String refused(JsonObject proposal) throws IOException {
        Organisation.Reply reply = consumer.manage("POST", "/contracts", proposal);
        assertThat(reply.status()).isEqualTo(400);
        return reply.detail();
    }

    @Test
    void aRuleOfFscIsNamedWhenItIsBroken() throws IOException {
        JsonObject bad = connection(C, "fout").with("publicKeyThumbprint", "kort");
        Organisation.Reply reply = consumer.manage("POST", "/contracts", proposal(bad));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.detail()).contains("ERROR_CODE_INCORRECT_PUBLIC_KEY_THUMBPRINT");
    }

    @Test
    void tellsWhichKindOfHashCameInstead() throws IOException {
        Organisation.Reply proposed = consumer.manage("POST", "/contracts", proposal(connection(C, "hash")));
        String grant = proposed.items("grants").getFirst().text("grantHash").orElseThrow();
        Organisation.Reply reply = consumer.look("/contracts/" + Organisation.encode(grant));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.detail())
                .contains("hash van een grant ($1$3$")
                .contains(proposed.json().text("contentHash").orElseThrow());
        assertThat(consumer.look("/contracts/onzin").detail()).contains("enkele aanhalingstekens");
        assertThat(consumer.look("/contracts/" + Organisation.encode("$1$1$" + "A".repeat(86)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatCouldNotBeDeliveredIsTriedAgain() throws IOException {
        JsonObject toNobody = connection(new PeerId("00000099000000000077"), "nergens");
        Organisation.Reply proposed = consumer.manage("POST", "/contracts", proposal(toNobody));
        assertThat(proposed.json().array("remarks").orElseThrow()).hasSize(1);
        consumer.manager.dispatch();
        JsonObject ofThis = JsonObject.EMPTY.with(
                "contentHash", proposed.json().text("contentHash").orElseThrow());
        assertThat(consumer.look("/deliveries").items("deliveries"))
                .anyMatch(d -> d.text("contentHash").equals(ofThis.text("contentHash"))
                        && d.text("action").equals(Optional.of("SUBMIT")));
        assertThat(consumer.manage("POST", "/deliveries/retries", ofThis).json().whole("retried"))
                .contains(1L);
        assertThat(consumer.manage("POST", contract(proposed) + "/signatures", type("revoke"))
                        .status())
                .isEqualTo(200);
        consumer.store.contracts().undone().forEach(row -> consumer.store
                .contracts()
                .settle(row, row.done()));
    }

    @Test
    void writesDownWhoDidWhat() throws IOException {
        Organisation.Reply proposed = consumer.manage("POST", "/contracts", proposal(connection(C, "spoor")));
        consumer.manage("POST", contract(proposed) + "/signatures", type("reject"));
        List<JsonObject> records = consumer.look("/audit-records?limit=1000").items("records");
        assertThat(records)
                .anyMatch(r -> is(r, "contract-propose", proposed, "done"))
                .anyMatch(r -> is(r, "contract-reject", proposed, "refused with 409"));
        Organisation.Reply page = consumer.look("/audit-records?limit=1");
        assertThat(page.items("records")).hasSize(1);
        assertThat(consumer.look("/audit-records?limit=1&cursor="
                                + page.json().text("nextCursor").orElse(""))
                        .items("records"))
                .doesNotContainAnyElementsOf(page.items("records"))
                .hasSize(1);
    }

    private static boolean is(JsonObject entry, String act, Organisation.Reply contract, String outcome) {
        return entry.text("who").equals(Optional.of(Organisation.WRITER))
                && entry.text("act").equals(Optional.of(act))
                && entry.text("subject").equals(contract.json().text("contentHash"))
                && entry.text("outcome").equals(Optional.of(outcome));
    }

    @Test
    void aListGoesOnWhereItWas() throws IOException {
        for (int i = 0; i < 3; i++) {
            consumer.manage("POST", "/contracts", proposal(connection(C, "lijst")));
        }
        Organisation.Reply first = consumer.look("/contracts?serviceName=lijst&limit=2");
        assertThat(first.items("contracts")).hasSize(2);
        String cursor = first.json().text("nextCursor").orElseThrow();
        Organisation.Reply second = consumer.look("/contracts?serviceName=lijst&limit=2&cursor=" + cursor);
        assertThat(second.items("contracts")).hasSize(1).doesNotContainAnyElementsOf(first.items("contracts"));
        assertThat(second.json().text("nextCursor")).contains("");
        assertThat(consumer.look("/contracts?cursor=onzin").status()).isEqualTo(400);
        assertThat(consumer.look("/contracts?state=onzin").status()).isEqualTo(400);
    }

    @Test
    void looksInTheTransactionLogOfAnother() throws IOException {
        assertThat(consumer.look("/logs").json().object("pagination")).isPresent();
        assertThat(consumer.look("/logs?after=gisteren").status()).isEqualTo(400);
        assertThat(consumer.look("/logs?peerId=%20").status()).isEqualTo(400);
        assertThat(consumer.look("/logs?peerId=" + D).json().array("records"))
                .as("found through the Directory")
                .isPresent();
        assertThat(consumer.look("/logs?peerId=00000099000000000078").status()).isEqualTo(404);
    }

    @Test
    void everythingInTheDescriptionIsThere() throws IOException {
        for (String name : List.of("management-api.json", "internal-api.json")) {
            JsonObject document = document(name);
            boolean management = name.startsWith("management");
            for (var path : document.object("paths").orElseThrow().members().entrySet()) {
                String address = path.getKey().replaceAll("\\{[a-zA-Z]+\\}", "iets");
                for (String method : ((JsonObject) path.getValue()).members().keySet()) {
                    String verb = method.toUpperCase(Locale.ROOT);
                    Organisation.Reply reply = management
                            ? provider.manage(verb, address, JsonObject.EMPTY)
                            : provider.register(verb, address, JsonObject.EMPTY);
                    assertThat(reply.detail())
                            .as("%s %s", verb, address)
                            .doesNotContain("Dit adres bestaat niet")
                            .doesNotContain("Dit kan hier niet");
                    assertThat(reply.headers().first("API-Version"))
                            .as("%s %s", verb, address)
                            .contains("1.0.0");
                }
            }
        }
    }

    private static JsonObject document(String name) throws IOException {
        try (var in = ManagementApiTest.class.getResourceAsStream(name)) {
            return JsonReading.of(in.readAllBytes(), StrictJson.LIMITS) instanceof JsonReading.Read(JsonObject object)
                    ? object
                    : JsonObject.EMPTY;
        }
    }
}
