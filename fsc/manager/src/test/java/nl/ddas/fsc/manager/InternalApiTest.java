// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What Inways and Outways ask of their Manager.
class InternalApiTest {

    private static Trio trio;
    private static Organisation provider;
    private static Organisation consumer;

    @BeforeAll
    static void start() {
        trio = new Trio();
        provider = trio.provider;
        consumer = trio.consumer;
    }

    @AfterAll
    static void stop() {
        trio.close();
    }

    private static final String THUMBPRINT =
            CertificateThumbprint.of(Members.tls(B).leaf()).base64url();
    private static final String KEY =
            OutwayIdentification.PublicKeyThumbprint.of(Members.tls(B).leaf()).hex();

    private static JsonObject inway(String... services) {
        return JsonObject.EMPTY
                .with("address", "https://inway.test:443")
                .with("certificateThumbprint", THUMBPRINT)
                .with("services", JsonArray.ofTexts(List.of(services)));
    }

    private static JsonObject outway(String key) {
        return JsonObject.EMPTY
                .with("publicKeyThumbprint", key)
                .with("certificateThumbprint", THUMBPRINT)
                .with("domainNames", JsonArray.ofTexts(List.of("outway.test")));
    }

    private static ContractContent agreed(String service) {
        Instant now = Clock.systemUTC().instant();
        ContractContent content = consumer.manager
                .operations()
                .draft(
                        new Validity(now.minusSeconds(60), now.plusSeconds(86_400)),
                        List.of(new Grant.ServiceConnection(
                                new Outway(B, new OutwayIdentification.PublicKeyThumbprint(KEY)),
                                new ServiceRef.Plain(C, service),
                                Optional.empty())));
        assertThat(consumer.manager.operations().propose(content)).isInstanceOf(Operations.Outcome.Done.class);
        consumer.deliver();
        assertThat(provider.manager.operations().accept(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
        provider.deliver();
        return content;
    }

    private static String path(GrantHash hash) {
        return "/grants/" + Organisation.encode(hash.value());
    }

    @Test
    void anInwayThatRegistersOffersItsServices() throws IOException {
        assertThat(provider.manager.registrations().inway("registreert")).isEmpty();

        Organisation.Reply reply = provider.register("PUT", "/inways/een", inway("registreert"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().whole("seen")).isPresent();
        assertThat(provider.manager.registrations().inway("registreert"))
                .contains(URI.create("https://inway.test:443"));
    }

    @Test
    void aNewInwayIsInTheAuditTrailAndItsHeartbeatsAreNot() throws IOException {
        for (int beat = 0; beat < 3; beat++) {
            provider.register("PUT", "/inways/gevolgd", inway("gevolgd"));
        }
        provider.register("PUT", "/inways/gevolgd", inway("gevolgd", "nog-een"));

        assertThat(provider.store.audit().list(new AuditTrail.Wanted(Optional.empty(), 100)).stream()
                        .map(AuditTrail.Entry::act)
                        .filter(act -> act.subject().equals("gevolgd")))
                .containsExactly(
                        new AuditTrail.Act(Organisation.INWAY, "inway-register", "gevolgd"),
                        new AuditTrail.Act(Organisation.INWAY, "inway-register", "gevolgd"));
    }

    @Test
    void ofTwoInwaysWithOneNameTheOneBeforeIsToldWhatToDo() throws IOException {
        JsonObject other = inway("naamgenoot").with("address", "https://tweede.test:443");
        provider.register("PUT", "/inways/naamgenoot", inway("naamgenoot"));
        provider.register("PUT", "/inways/naamgenoot", other);
        for (int beat = 0; beat < 3; beat++) {
            Organisation.Reply refused = provider.register("PUT", "/inways/naamgenoot", inway("naamgenoot"));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.detail())
                    .contains("Als Inway naamgenoot meldt zich nu een ander", "https://tweede.test:443", "eigen naam");
            assertThat(provider.register("PUT", "/inways/naamgenoot", other).status())
                    .isEqualTo(200);
        }
        assertThat(provider.store.audit().list(new AuditTrail.Wanted(Optional.empty(), 100)).stream()
                        .filter(entry -> entry.act().subject().equals("naamgenoot")))
                .as("no row for each heartbeat")
                .hasSize(2);
        assertThat(provider.monitor("/health/ready").text()).contains("twee melden zich als Inway naamgenoot");
    }

    @Test
    void ofTwoOutwaysWithOneNameTheOneBeforeIsToldWhatToDo() throws IOException {
        provider.register("PUT", "/outways/naamgenoot", outway("1".repeat(64)));
        provider.register("PUT", "/outways/naamgenoot", outway("2".repeat(64)));
        Organisation.Reply refused = provider.register("PUT", "/outways/naamgenoot", outway("1".repeat(64)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("Als Outway naamgenoot meldt zich nu een ander", " 2222");
    }

    @Test
    void refusesARegistrationThatCannotStandInATokens() throws IOException {
        JsonObject plain = inway("dienst").with("address", "http://inway.test:443");
        JsonObject path = inway("dienst").with("address", "https://inway.test:443/pad");
        for (JsonObject wrong : List.of(plain, path, JsonObject.EMPTY, inway("met spatie"))) {
            assertThat(provider.register("PUT", "/inways/fout", wrong).status()).isEqualTo(400);
        }
        assertThat(provider.manager.registrations().inways())
                .noneMatch(i -> i.name().equals("fout"));
        assertThat(provider.register("PUT", "/outways/fout", outway("abc")).status())
                .isEqualTo(400);
    }

    @Test
    void anOutwayFindsItsRouteByGrantAndByService() throws IOException {
        ContractContent content = agreed("route");
        GrantHash hash = content.grantHashes().getFirst();
        assertThat(consumer.register("PUT", "/outways/een", outway(KEY)).status())
                .isEqualTo(200);

        Organisation.Reply reply = consumer.register("GET", path(hash) + "?outway=een", JsonObject.EMPTY);

        assertThat(reply.status()).isEqualTo(200);
        JsonObject route = reply.json();
        assertThat(route.text("grantHash")).contains(hash.value());
        assertThat(route.text("managerAddress"))
                .contains(provider.manager.address().toString());
        assertThat(route.text("protocol")).contains("PROTOCOL_TCP_HTTP_1.1");
        assertThat(route.object("service").flatMap(s -> s.text("peerId"))).contains(C.value());
        assertThat(route.object("grant").flatMap(g -> g.object("outway"))).isPresent();
        assertThat(consumer.register("GET", "/grants?outway=een&serviceName=route", JsonObject.EMPTY)
                        .items("grants"))
                .containsExactly(route);
        assertThat(consumer.register("GET", "/grants?outway=een&serviceName=andere", JsonObject.EMPTY)
                        .items("grants"))
                .isEmpty();
        assertThat(consumer.register("GET", "/grants?outway=een", JsonObject.EMPTY)
                        .items("grants"))
                .contains(route);
    }

    @Test
    void anOutwayWithAnotherKeyFindsNothing() throws IOException {
        ContractContent content = agreed("andersleutel");
        consumer.register("PUT", "/outways/ander", outway("0".repeat(64)));

        assertThat(consumer.register("GET", path(content.grantHashes().getFirst()) + "?outway=ander", JsonObject.EMPTY)
                        .status())
                .isEqualTo(404);
        assertThat(consumer.register(
                                "GET", path(content.grantHashes().getFirst()) + "?outway=onbekend", JsonObject.EMPTY)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anInwaySeesThatAContractIsRevoked() throws IOException {
        ContractContent content = agreed("ingetrokken");
        String state = path(content.grantHashes().getFirst()) + "/state";
        assertThat(provider.register("GET", state, JsonObject.EMPTY).json().bool("usable"))
                .contains(true);

        assertThat(consumer.manager.operations().revoke(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
        consumer.deliver();

        JsonObject after = provider.register("GET", state, JsonObject.EMPTY).json();
        assertThat(after.bool("usable")).contains(false);
        assertThat(after.text("state")).contains(ContractState.REVOKED.wire());
        assertThat(provider.register("GET", "/grants/onzin/state", JsonObject.EMPTY)
                        .json()
                        .bool("usable"))
                .contains(false);
    }

    @Test
    void tellsWhoWeAreAndByWhichKeysWeSign() throws IOException {
        assertThat(provider.register("GET", "/peer", JsonObject.EMPTY).json().text("peerId"))
                .contains(C.value());
        assertThat(provider.register("GET", "/jwks", JsonObject.EMPTY).items("keys"))
                .isNotEmpty();
        assertThat(provider.register("GET", "/nergens", JsonObject.EMPTY).status())
                .isEqualTo(404);
    }

    @Test
    void anOperatorIsNoInway() throws IOException {
        Organisation.Reply reply = provider.call(
                Organisation.WRITER,
                provider.manager.registrationPort().orElseThrow(),
                "PUT",
                "/inways/vals",
                inway("vals"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(provider.manager.registrations().inway("vals")).isEmpty();
    }

    /// Such as a database or a client program with an internal certificate.
    @Test
    void onlyWhoTheSettingsNameIsAGateway() throws IOException {
        int port = provider.manager.registrationPort().orElseThrow();
        Organisation.Reply reply = provider.call("verslag", port, "PUT", "/inways/vals", inway("vals"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.detail()).contains("gateways");
        assertThat(provider.call("verslag", port, "GET", "/peer", JsonObject.EMPTY)
                        .status())
                .isEqualTo(403);
        assertThat(provider.manager.registrations().inway("vals")).isEmpty();
    }

    @Test
    void aPeerOfTheGroupIsNotLetIn() {
        try (HttpClient stranger = provider.client(Stage.tls(B))) {
            URI uri = URI.create(
                    "https://localhost:" + provider.manager.registrationPort().orElseThrow() + "/v1/peer");
            assertThatThrownBy(() ->
                            Organisation.send(stranger, new HttpClient.Call("GET", uri, Headers.NONE, new byte[0])))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void monitoringSeesHealthAndFigures() throws IOException {
        assertThat(provider.monitor("/health/live").status()).isEqualTo(200);
        assertThat(provider.monitor("/health/ready").status()).isEqualTo(200);
        assertThat(provider.monitor("/metrics").text())
                .contains("fsc_manager_contracts{state=\"valid\"}")
                .contains("fsc_manager_outbox{status=\"pending\"}")
                .contains("fsc_manager_certificate_days{use=\"internal\"}");
    }
}
