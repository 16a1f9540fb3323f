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
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.SignatureType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contracts that come in at a real Manager, in memory; the FSC test suite itself runs in `systemtest`.
class SubmitContractTest {

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static ContractContent connection() {
        return Stage.content(Members.connection(B, A));
    }

    private static void taken(Tester from, ContractContent content) throws IOException {
        Tester.Reply reply = from.submit(content);
        assertThat(reply.verdict()).isEqualTo("201");
        JsonObject list = from.get("/contracts?grant_hash="
                        + URLEncoder.encode(content.grantHashes().getFirst().value(), StandardCharsets.UTF_8))
                .json();
        JsonObject contract = (JsonObject) list.array("contracts").orElseThrow().getFirst();
        assertThat(contract.object("content")).contains(content.tree());
        assertThat(contract.object("signatures")
                        .flatMap(s -> s.object("accept"))
                        .flatMap(s -> s.text(from.id().value())))
                .isPresent();
    }

    /// The authority is that of the Group, but the subject has no Peer ID as the Group wants it.
    @Test
    void aCertificateWithoutPeerIdIsRefusedOnEachRoute() throws IOException {
        ContractContent content = Stage.content(Members.connection(B, A));
        try (Tester nobody = Tester.open(stage.network, new PeerId("12345678"), stage.manager.port())) {
            String verdict = "400 PEER_CERTIFICATE_VERIFICATION_FAILED";
            assertThat(nobody.submit(content).verdict()).isEqualTo(verdict);
            assertThat(nobody.put(content, SignatureType.ACCEPT).verdict()).isEqualTo(verdict);
            for (String path : List.of("/peer", "/peers", "/services", "/contracts", "/logs")) {
                assertThat(nobody.get(path).verdict()).as(path).isEqualTo(verdict);
            }
        }
        assertThat(stage.state(content)).isEqualTo("nothing");
    }

    @Test
    void aConnection() throws IOException {
        taken(stage.peer(B), connection());
    }

    @Test
    void aPublication() throws IOException {
        taken(stage.peer(B), Stage.content(publication()));
    }

    private static Grant publication() {
        return new Grant.ServicePublication(A, new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1), Optional.empty());
    }

    private static Grant delegatedPublication() {
        return new Grant.DelegatedServicePublication(
                A, new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1), C, Optional.empty());
    }

    @Test
    void aDelegatedPublication() throws IOException {
        taken(stage.peer(C), Stage.content(delegatedPublication()));
    }

    @Test
    void aDelegatedConnection() throws IOException {
        taken(
                stage.peer(C),
                Stage.content(new Grant.DelegatedServiceConnection(
                        Members.outway(B), new ServiceRef.Plain(A, "parkeren"), C, Optional.empty())));
    }

    @Test
    void aConnectionToADelegatedService() throws IOException {
        taken(
                stage.peer(B),
                Stage.content(new Grant.ServiceConnection(
                        Members.outway(B), new ServiceRef.Delegated(A, "parkeren", D), Optional.empty())));
    }

    @Test
    void aDelegatedConnectionToADelegatedService() throws IOException {
        taken(
                stage.peer(C),
                Stage.content(new Grant.DelegatedServiceConnection(
                        Members.outway(B), new ServiceRef.Delegated(A, "parkeren", D), C, Optional.empty())));
    }

    private static void refused(Tester from, JsonObject content, String jws, String verdict) throws IOException {
        assertThat(from.submit(content, jws).verdict()).isEqualTo(verdict);
        if (ContractContent.read(content) instanceof ContentReading.Read(ContractContent read)) {
            assertThat(stage.state(read)).isEqualTo("nothing");
        }
    }

    @Test
    void bySomebodyWhoIsNotOnIt() throws IOException {
        ContractContent content = connection();
        Tester x = stage.peer(X);
        refused(x, content.tree(), x.sign(SignatureType.ACCEPT, content), "422 SUBMITTING_PEER_NOT_PART_OF_CONTRACT");
    }

    @Test
    void grantsThatDoNotGoTogether() throws IOException {
        Tester b = stage.peer(B);
        for (List<Grant> grants : List.of(
                List.of(publication(), Members.connection(B, A)),
                List.of(publication(), delegatedPublication()),
                List.of(delegatedPublication(), Members.connection(B, A)))) {
            ContractContent content = Stage.content(grants.toArray(Grant[]::new));
            refused(b, content.tree(), b.sign(SignatureType.ACCEPT, content), "422 GRANT_COMBINATION_NOT_ALLOWED");
        }
    }

    @Test
    void anotherGroup() throws IOException {
        Tester b = stage.peer(B);
        JsonObject changed = connection().tree().with("group_id", "other");
        refused(b, changed, b.sign(SignatureType.ACCEPT, read(changed)), "422 INCORRECT_GROUP_ID");
    }

    private static ContractContent read(JsonObject tree) {
        return switch (ContractContent.read(tree)) {
            case ContentReading.Read(ContractContent content) -> content;
            case ContentReading.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void anotherHashAlgorithm() throws IOException {
        Tester b = stage.peer(B);
        JsonObject changed = connection().tree().with("hash_algorithm", "HASH_ALGORITHM_SHA3_256");
        refused(b, changed, b.sign(SignatureType.ACCEPT, read(changed)), "422 UNKNOWN_HASH_ALGORITHM_HASH");
        ContractContent content = connection();
        String[] jws = b.sign(SignatureType.ACCEPT, content).split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(jws[1]), StandardCharsets.UTF_8).replace("$1$1$", "$9$1$");
        refused(
                b,
                content.tree(),
                jws[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                        + "." + jws[2],
                "422 UNKNOWN_HASH_ALGORITHM_HASH");
    }

    @Test
    void signedWithRsa() throws IOException {
        Tester b = stage.peer(B);
        for (JwsAlgorithm algorithm : List.of(JwsAlgorithm.RS256, JwsAlgorithm.RS384, JwsAlgorithm.RS512)) {
            ContractContent content = connection();
            String jws = new SignatureMaker(B, Members.signer(B, "RSA"))
                    .sign(
                            algorithm,
                            SignatureType.ACCEPT,
                            content.hash(),
                            Clock.systemUTC().instant().minusSeconds(5))
                    .jws();
            assertThat(b.submit(content.tree(), jws).verdict()).isEqualTo("201");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "P-521"})
    void signedOnACurve(String curve) throws IOException {
        Tester b = stage.peer(B);
        ContractContent content = connection();
        assertThat(b.submit(content.tree(), b.sign(Members.signer(B, curve), SignatureType.ACCEPT, content))
                        .verdict())
                .isEqualTo("201");
    }

    @Test
    void theSameTwiceIsTheSameOnce() throws IOException {
        Tester b = stage.peer(B);
        ContractContent content = connection();
        String jws = b.sign(SignatureType.ACCEPT, content);
        assertThat(b.submit(content.tree(), jws).verdict()).isEqualTo("201");
        String before = stage.state(content);
        assertThat(b.submit(content.tree(), jws).verdict()).isEqualTo("201");
        assertThat(stage.state(content)).isEqualTo(before);
    }

    @Test
    void refusesBrokenBodiesAndHeaders() throws IOException {
        Tester b = stage.peer(B);
        assertThat(b.send("POST", "/v1/contracts", new byte[] {'{'}).verdict()).isEqualTo("400 MALFORMED_REQUEST");
        assertThat(b.send("POST", "/v1/contracts", new byte[0], Headers.NONE).verdict())
                .isEqualTo("400 MALFORMED_REQUEST");
        JsonObject none = connection().tree().with("grants", new JsonArray(List.of()));
        assertThat(b.submit(none, "a.b.c").status()).isBetween(400, 422);
    }
}
