// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;
import static nl.ddas.fsc.manager.Members.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.LogRecord;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.TransactionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What can be looked up at a real Manager that is a Directory; the FSC test suite itself runs in `systemtest`.
class ListRoutesTest {

    private static final Properties PROPERTIES = new Properties(JsonObject.EMPTY.with("reference", "2026-17"));

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Stream<JsonObject> items(Tester.Reply reply, String member) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().object("pagination").flatMap(p -> p.text("next_cursor")))
                .isPresent();
        return reply.json().array(member).orElse(List.<JsonValue>of()).stream().map(item -> (JsonObject) item);
    }

    private static List<String> hashes(Tester.Reply reply) {
        return items(reply, "contracts")
                .map(contract -> ((ContentReading.Read)
                                ContractContent.read(contract.object("content").orElseThrow()))
                        .content()
                        .hash()
                        .value())
                .toList();
    }

    private static String encode(GrantHash hash) {
        return URLEncoder.encode(hash.value(), StandardCharsets.UTF_8);
    }

    @Test
    void showsContractsOfTheCaller() throws IOException {
        ContractContent content = Stage.content(Members.connection(B, A));
        assertThat(stage.peer(B).submit(content).verdict()).isEqualTo("201");
        assertThat(hashes(stage.peer(B).get("/contracts?limit=1000")))
                .contains(content.hash().value());
        assertThat(hashes(stage.peer(B).get("/contracts?limit=1000&grant_type=GRANT_TYPE_SERVICE_CONNECTION")))
                .contains(content.hash().value());
        assertThat(hashes(stage.peer(B).get("/contracts?grant_type=GRANT_TYPE_DELEGATED_SERVICE_CONNECTION")))
                .doesNotContain(content.hash().value());
    }

    @Test
    void hidesContractsOfOthers() throws IOException {
        ContractContent content = Stage.content(Members.connection(C, A));
        assertThat(stage.peer(C).submit(content).verdict()).isEqualTo("201");
        assertThat(hashes(stage.peer(B).get("/contracts?limit=1000")))
                .doesNotContain(content.hash().value());
        assertThat(hashes(stage.peer(B)
                        .get("/contracts?grant_hash="
                                + encode(content.grantHashes().getFirst()))))
                .isEmpty();
    }

    @Test
    void walksThroughPages() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(stage.peer(X)
                            .submit(Stage.content(Members.connection(X, A)))
                            .verdict())
                    .isEqualTo("201");
        }
        List<String> all = hashes(stage.peer(X).get("/contracts"));
        Tester.Reply first = stage.peer(X).get("/contracts?limit=3");
        String cursor = first.json()
                .object("pagination")
                .orElseThrow()
                .text("next_cursor")
                .orElseThrow();
        Tester.Reply second = stage.peer(X).get("/contracts?limit=3&cursor=" + cursor);
        assertThat(Stream.concat(hashes(first).stream(), hashes(second).stream())
                        .toList())
                .isEqualTo(all)
                .hasSize(5);
        assertThat(stage.peer(X).get("/contracts?limit=1001").verdict()).isEqualTo("400 MALFORMED_REQUEST");
        assertThat(stage.peer(X).get("/contracts?cursor=abc").verdict()).isEqualTo("400 MALFORMED_REQUEST");
    }

    @Test
    void contractsThatAreLongComeOnMorePages() throws IOException {
        Properties large = new Properties(JsonObject.EMPTY.with("text", "x".repeat(1_000_000)));
        List<String> grants = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ContractContent content = Stage.content(new Grant.ServiceConnection(
                    Members.outway(D), new ServiceRef.Plain(A, "parkeren"), Optional.of(large)));
            assertThat(stage.peer(D).submit(content).verdict()).isEqualTo("201");
            grants.add(encode(content.grantHashes().getFirst()));
        }
        Tester.Reply first = stage.peer(D).get("/contracts?limit=1000");
        assertThat(first.text().length()).isLessThan(12_000_000);
        assertThat(hashes(first)).hasSizeBetween(5, 9);
        String cursor = first.json()
                .object("pagination")
                .flatMap(p -> p.text("next_cursor"))
                .orElseThrow();
        Tester.Reply second = stage.peer(D).get("/contracts?limit=1000&cursor=" + cursor);
        assertThat(hashes(first).size() + hashes(second).size()).isEqualTo(10);

        assertThat(stage.peer(D)
                        .get("/contracts?grant_hash=" + String.join(",", grants))
                        .verdict())
                .isEqualTo("413");
        assertThat(hashes(stage.peer(D).get("/contracts?grant_hash=" + String.join(",", grants.subList(0, 5)))))
                .hasSize(5);
    }

    private static Optional<JsonObject> service(String name) throws IOException {
        return items(stage.peer(B).get("/services?service_name=" + name.toUpperCase(Locale.ROOT)), "services")
                .map(item -> item.object("data").orElseThrow())
                .findFirst();
    }

    private static JsonObject published(String name, boolean delegated, Optional<Properties> properties)
            throws IOException {
        ServiceOffer offer = new ServiceOffer(B, name, Protocol.HTTP_1_1);
        Grant grant = delegated
                ? new Grant.DelegatedServicePublication(A, offer, C, properties)
                : new Grant.ServicePublication(A, offer, properties);
        ContractContent content = Stage.content(grant);
        assertThat(stage.peer(B).submit(content).verdict()).isEqualTo("201");
        if (delegated) {
            assertThat(service(name)).isEmpty();
            assertThat(stage.peer(C).put(content, SignatureType.ACCEPT).verdict())
                    .isEqualTo("201");
        }
        JsonObject data = service(name).orElseThrow();
        assertThat(data.object("peer").flatMap(peer -> peer.text("id"))).contains(B.value());
        assertThat(data.text("name")).contains(name);
        assertThat(data.text("protocol")).contains("PROTOCOL_TCP_HTTP_1.1");
        return data;
    }

    @Test
    void listsAService() throws IOException {
        assertThat(published("gewoon", false, Optional.empty()).text("type")).contains("SERVICE_TYPE_SERVICE");
    }

    @Test
    void findsNothingByAnIdThatIsNone() throws IOException {
        assertThat(published("vindbaar", false, Optional.empty()).text("name")).isPresent();
        for (String id : List.of("%20", "%20,%20", "x".repeat(256))) {
            assertThat(items(stage.peer(B).get("/services?peer_id=" + id), "services"))
                    .as(id)
                    .isEmpty();
        }
        assertThat(items(stage.peer(B).get("/services?peer_id=%20," + B), "services"))
                .isNotEmpty();
    }

    @Test
    void listsADelegatedService() throws IOException {
        JsonObject data = published("namens", true, Optional.empty());
        assertThat(data.text("type")).contains("SERVICE_TYPE_DELEGATED_SERVICE");
        assertThat(data.object("delegator").flatMap(d -> d.text("peer_id"))).contains(C.value());
        assertThat(data.object("delegator").flatMap(d -> d.text("peer_name"))).contains("Peer " + C);
    }

    @Test
    void listsProperties() throws IOException {
        assertThat(published("eigenschap", false, Optional.of(PROPERTIES)).object("properties"))
                .contains(PROPERTIES.members());
    }

    @Test
    void listsPropertiesOfADelegatedService() throws IOException {
        assertThat(published("beide", true, Optional.of(PROPERTIES)).object("properties"))
                .contains(PROPERTIES.members());
    }

    @Test
    void tellsWhoItIs() throws IOException {
        JsonObject peer = stage.peer(B).get("/peer").json();
        assertThat(peer.members()).containsOnlyKeys("peer_id", "peer_name", "fsc_version", "enabled_extensions");
        assertThat(peer.text("peer_id")).contains(A.value());
        assertThat(peer.text("fsc_version")).contains("2.0.0");
        assertThat(peer.object("enabled_extensions"))
                .as("the versions that manager.yaml knows")
                .contains(JsonObject.EMPTY
                        .with("EXTENSION_DELEGATION", "1.0.0")
                        .with("EXTENSION_TRANSACTION_LOGGING", "1.0.0"));
    }

    @Test
    void listsWhoAnnouncedItself() throws IOException {
        assertThat(stage.peer(B).send("PUT", "/v1/announce", new byte[0]).status())
                .isEqualTo(200);
        assertThat(items(stage.peer(C).get("/peers?peer_id=" + B), "peers")
                        .map(peer -> peer.text("manager_address").orElseThrow())
                        .toList())
                .containsExactly(stage.peer(B).address().toString());
        assertThat(items(stage.peer(C).get("/peers?peer_name=PEER&limit=1000"), "peers"))
                .isNotEmpty();
    }

    @Test
    void refusesAnAddressWhereAnotherPeerAnswers() throws IOException {
        Tester.Reply reply = stage.peer(X)
                .send(
                        "PUT",
                        "/v1/announce",
                        new byte[0],
                        Headers.of(
                                "fsc-manager-address", stage.peer(C).address().toString()));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(stage.store.peer(X).map(Peer::address))
                .isNotEqualTo(Optional.of(stage.peer(C).address()));
    }

    private static LogRecord record(PeerId outway, PeerId provider) {
        return new LogRecord(
                TransactionId.create(Clock.systemUTC(), new SecureRandom()),
                LogRecord.Direction.INCOMING,
                new GrantHash("$1$3$" + "A".repeat(86)),
                outway,
                Optional.empty(),
                provider,
                Optional.empty(),
                "parkeren",
                Clock.systemUTC().instant(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void showsLogRecordsOfTheCallerOnly() throws IOException {
        LogRecord withB = record(B, A);
        stage.log.add(withB);
        stage.log.add(record(C, A));
        assertThat(items(stage.peer(B).get("/logs"), "records").toList()).containsExactly(withB.toJson());
        assertThat(items(stage.peer(B).get("/logs?service_name=anders"), "records"))
                .isEmpty();
        assertThat(items(stage.peer(B).get("/logs?transaction_ids=" + withB.transaction()), "records"))
                .hasSize(1);
        assertThat(items(stage.peer(B).get("/logs?after=4000000000"), "records"))
                .isEmpty();
    }

    @Test
    void logRecordsThatAreTooLongTogetherMustBeAskedForInParts() throws IOException {
        LogRecord one = record(C, A);
        stage.log.addAll(Collections.nCopies(101, one));
        Tester.Reply reply = stage.peer(C).get("/logs?transaction_ids=" + one.transaction());
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("ask for fewer at a time");
    }

    @Test
    void givesItsCertificates() throws IOException {
        CertificateThumbprint signer =
                CertificateThumbprint.of(Members.signer(A).leaf());
        Tester b = stage.peer(B);
        for (String path : List.of("/v1/.well-known/jwks.json", "/.well-known/jwks.json")) {
            Jwks jwks = Jwks.read(b.send("GET", path, new byte[0]).json());
            assertThat(jwks.chain(signer).orElseThrow()).doesNotContain(Members.AUTHORITY.root());
        }
    }

    @Test
    void listensOnThePortThatItAnnounces() throws IOException {
        assertThat(stage.manager.address().port()).isEqualTo(stage.manager.port());
        assertThat(stage.peer(B).get("/peer").status()).isEqualTo(200);
        assertThat(stage.peer(B).get("/nothing").status()).isEqualTo(404);
        assertThat(Group.of("g").ports()).containsExactlyInAnyOrder(443, 8443);
    }
}
