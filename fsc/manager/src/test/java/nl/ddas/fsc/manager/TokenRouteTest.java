// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static nl.ddas.fsc.manager.Members.D;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Properties;
import nl.ddas.fsc.model.ServiceRef;
import nl.ddas.fsc.model.SignatureType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Access tokens of a real Manager, in memory; the FSC test suite itself runs in `systemtest`.
class TokenRouteTest {

    private static final Properties PROPERTIES =
            new Properties(JsonObject.EMPTY.with("reference", "2026-17").with("number", 1));

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    /// Accepted by everybody.
    private static ContractContent valid(Grant grant) throws IOException {
        ContractContent content = Stage.content(grant);
        for (PeerId peer : content.peers()) {
            if (!peer.equals(A)) {
                assertThat(stage.peer(peer).put(content, SignatureType.ACCEPT).verdict())
                        .isEqualTo("201");
            }
        }
        assertThat(stage.manager.operations().accept(content.hash())).isInstanceOf(Operations.Outcome.Done.class);
        return content;
    }

    private static JsonObject claims(ContractContent content) throws IOException {
        Tester.Reply reply = stage.peer(B).token(content.grantHashes().getFirst());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().text("token_type")).contains("bearer");
        assertThat(reply.headers().first("Cache-Control")).contains("no-store");
        String token = reply.json().text("access_token").orElseThrow();
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return JsonReading.of(payload) instanceof JsonReading.Read(JsonObject claims) ? claims : JsonObject.EMPTY;
    }

    private static void refused(Tester.Reply reply, String error) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().text("error")).contains(error);
        assertThat(reply.text()).doesNotContain("access_token");
    }

    private static Grant delegated(Optional<Properties> properties) {
        return new Grant.DelegatedServiceConnection(
                Members.outway(B), new ServiceRef.Plain(A, "parkeren"), C, properties);
    }

    @Test
    void aFormThatIsTooLongIsNotReadInPart() throws IOException {
        String padded = "grant_type=client_credentials&x=" + "a".repeat(70_000) + "&grant_type=other";
        Tester.Reply reply = stage.peer(B).form(padded);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().text("error")).contains("invalid_request");
        assertThat(reply.json().text("error_description").orElse("")).contains("65536");
    }

    @Test
    void forAConnection() throws IOException {
        ContractContent content = valid(Members.connection(B, A));
        JsonObject claims = claims(content);
        assertThat(claims.text("gth")).contains(content.grantHashes().getFirst().value());
        assertThat(claims.text("gid")).contains("test-group");
        assertThat(claims.text("sub")).contains(B.value());
        assertThat(claims.text("iss")).contains(A.value());
        assertThat(claims.text("svc")).contains("parkeren");
        assertThat(claims.text("aud")).contains(Stage.INWAY.toString());
        assertThat(claims.object("cnf").flatMap(cnf -> cnf.text("x5t#S256")))
                .contains(CertificateThumbprint.of(Members.tls(B).leaf()).base64url());
        assertThat(claims.object("add")).contains(JsonObject.EMPTY);
        assertThat(claims.get("act")).isEmpty();
    }

    @Test
    void notForAProposal() throws IOException {
        ContractContent content = Stage.content(Members.connection(B, A));
        assertThat(stage.peer(B).submit(content).verdict()).isEqualTo("201");
        refused(stage.peer(B).token(content.grantHashes().getFirst()), "invalid_grant");
        refused(stage.peer(B).token(new GrantHash("$1$3$" + "A".repeat(86))), "invalid_scope");
    }

    @Test
    void notAfterARevoke() throws IOException {
        ContractContent content = valid(Members.connection(B, A));
        assertThat(stage.peer(B).put(content, SignatureType.REVOKE).verdict()).isEqualTo("201");
        refused(stage.peer(B).token(content.grantHashes().getFirst()), "invalid_grant");
    }

    @Test
    void notForWhatIsNoGrantHash() throws IOException {
        for (String scope : new String[] {"abc", "$1$4$", "$1$3$" + "A".repeat(85)}) {
            refused(
                    stage.peer(B).form("grant_type=client_credentials&scope=" + scope + "&client_id=" + B),
                    "invalid_scope");
        }
    }

    /// The one is easily taken for the other.
    @Test
    void aContentHashIsToldFromAGrantHash() throws IOException {
        String hash = Stage.content(Members.connection(B, A)).hash().value();
        Tester.Reply reply = stage.peer(B).form("grant_type=client_credentials&scope=" + hash + "&client_id=" + B);
        refused(reply, "invalid_scope");
        assertThat(reply.text()).contains("this is the hash of a contract");
    }

    @Test
    void notByAnotherFlow() throws IOException {
        refused(stage.peer(B).form("grant_type=authorization_code&scope=abc&client_id=" + B), "unsupported_grant_type");
    }

    @Test
    void forADelegatedConnection() throws IOException {
        JsonObject claims = claims(valid(delegated(Optional.empty())));
        assertThat(claims.object("act").flatMap(act -> act.text("sub"))).contains(C.value());
        assertThat(claims.text("sub")).contains(B.value());
    }

    @Test
    void forADelegatedService() throws IOException {
        JsonObject claims = claims(valid(new Grant.ServiceConnection(
                Members.outway(B), new ServiceRef.Delegated(A, "parkeren", D), Optional.empty())));
        assertThat(claims.text("pdi")).contains(D.value());
    }

    @Test
    void notWithoutClient() throws IOException {
        refused(stage.peer(B).form("grant_type=client_credentials&scope=abc"), "invalid_request");
        refused(
                stage.peer(B).form("grant_type=client_credentials&scope=abc&scope=abc&client_id=" + B),
                "invalid_request");
    }

    @Test
    void notForAnotherClient() throws IOException {
        refused(stage.peer(B).form("grant_type=client_credentials&scope=abc&client_id=" + C), "invalid_client");
    }

    @Test
    void withProperties() throws IOException {
        JsonObject claims = claims(valid(new Grant.ServiceConnection(
                Members.outway(B), new ServiceRef.Plain(A, "parkeren"), Optional.of(PROPERTIES))));
        assertThat(claims.object("prp")).contains(PROPERTIES.members());
    }

    @Test
    void delegatedWithProperties() throws IOException {
        assertThat(claims(valid(delegated(Optional.of(PROPERTIES)))).object("prp"))
                .contains(PROPERTIES.members());
    }

    @Test
    void notForAnotherOutwayOfThatContract() throws IOException {
        ContractContent content = valid(delegated(Optional.empty()));
        refused(stage.peer(C).token(content.grantHashes().getFirst()), "unauthorized_client");
        refused(stage.peer(D).token(content.grantHashes().getFirst()), "invalid_scope");
    }

    @Test
    void readsTheFormAsUtf8() throws IOException {
        byte[] odd = "%zz".getBytes(StandardCharsets.UTF_8);
        assertThat(stage.peer(B)
                        .form(new String(odd, StandardCharsets.UTF_8))
                        .json()
                        .text("error"))
                .contains("invalid_request");
    }
}
