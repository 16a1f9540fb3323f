// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.D;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// FSC test suite: an Outway gets an access token.
@OnStage
class FscGetTokenTest {

    private final Stage stage;
    private final Drafts drafts;

    FscGetTokenTest(Stage stage) {
        this.stage = stage;
        this.drafts = stage.drafts;
    }

    /// The claims of the token that B gets.
    private JsonObject claims(ContractContent content) throws IOException {
        Reply reply = stage.peer(B).token(content.grantHashes().getFirst());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().text("token_type")).contains("bearer");
        assertThat(reply.headers().first("Cache-Control")).contains("no-store");
        assertThat(reply.headers().first("Pragma")).contains("no-cache");
        String token = reply.json().text("access_token").orElseThrow();
        assertThat(Forgery.header(token).text("x5t#S256"))
                .contains(CertificateThumbprint.of(stage.peers.signer(A, "RSA").leaf())
                        .base64url());
        return Forgery.claims(token);
    }

    private static void refused(Reply reply, String error) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().text("error")).contains(error);
        assertThat(reply.text()).doesNotContain("access_token");
    }

    private static GrantHash grant(ContractContent content) {
        return content.grantHashes().getFirst();
    }

    private void refused(String form, String error) throws IOException {
        refused(stage.peer(B).form(form), error);
    }

    @Test
    @DisplayName("Manager-GetToken-1")
    @Requirement("Manager-GetToken-1")
    void isBoundToTheCertificateOfTheOutway() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        long now = Peers.CLOCK.instant().getEpochSecond();

        JsonObject claims = claims(content);

        assertThat(claims.text("gth")).contains(grant(content).value());
        assertThat(claims.text("gid")).contains(Peers.GROUP.id());
        assertThat(claims.text("sub")).contains(B.value());
        assertThat(claims.text("iss")).contains(A.value());
        assertThat(claims.text("svc")).contains(Drafts.SERVICE);
        assertThat(claims.text("aud")).contains(Peers.inway(A).toString());
        assertThat(claims.object("cnf").flatMap(cnf -> cnf.text("x5t#S256")))
                .contains(CertificateThumbprint.of(stage.peers.tls(B).leaf()).base64url());
        assertThat(claims.object("add")).contains(JsonObject.EMPTY);
        assertThat(claims.members()).doesNotContainKeys("act", "pdi", "prp");
        assertThat(claims.whole("nbf").orElseThrow()).isBetween(now - 1, now + 10);
        assertThat(claims.whole("exp").orElseThrow()).isBetween(now + 299, now + 3600);
    }

    @Test
    @DisplayName("Manager-GetToken-2")
    @Requirement("Manager-GetToken-2")
    void isNotGivenUnderAContractThatIsNotValid() throws Exception {
        ContractContent content = Drafts.content(drafts.connection(B, A));
        assertThat(stage.peer(B).submit(content).verdict()).isEqualTo("201");
        refused(stage.peer(B).token(grant(content)), "invalid_grant");
        refused(stage.peer(B).token(new GrantHash("$1$3$" + "A".repeat(86))), "invalid_scope");
    }

    @Test
    @DisplayName("Manager-GetToken-3")
    @Requirement("Manager-GetToken-3")
    void isNotGivenAfterARevoke() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        assertThat(stage.peer(B).token(grant(content)).status()).isEqualTo(200);
        assertThat(stage.peer(B).put(content, SignatureType.REVOKE).verdict()).isEqualTo("201");
        refused(stage.peer(B).token(grant(content)), "invalid_grant");
    }

    @Test
    @DisplayName("Manager-GetToken-4")
    @Requirement("Manager-GetToken-4")
    void isNotGivenForWhatIsNoGrantHash() throws Exception {
        for (String scope : List.of("abc", "$1$4$", "$1$3$" + "A".repeat(85), "$1$3$" + "A".repeat(87))) {
            refused("grant_type=client_credentials&client_id=" + B + "&scope=" + Tester.encode(scope), "invalid_scope");
        }
    }

    @Test
    @DisplayName("Manager-GetToken-5")
    @Requirement("Manager-GetToken-5")
    void isNotGivenForAnotherGrantType() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        String scope = Tester.encode(grant(content).value());
        refused("grant_type=authorization_code&client_id=" + B + "&scope=" + scope, "unsupported_grant_type");
    }

    @Test
    @DisplayName("Manager-GetToken-6")
    @Requirement("Manager-GetToken-6")
    void namesTheDelegatorOfTheConnection() throws Exception {
        JsonObject claims = claims(stage.valid(drafts.delegated(B, Drafts.service(), C, Optional.empty())));
        assertThat(claims.object("act").flatMap(act -> act.text("sub"))).contains(C.value());
        assertThat(claims.text("sub")).contains(B.value());
    }

    @Test
    @DisplayName("Manager-GetToken-7")
    @Requirement("Manager-GetToken-7")
    void namesTheDelegatorOfTheService() throws Exception {
        JsonObject claims = claims(stage.valid(drafts.connection(B, Drafts.delegatedService(), Optional.empty())));
        assertThat(claims.text("pdi")).contains(D.value());
    }

    @Test
    @DisplayName("Manager-GetToken-8")
    @Requirement("Manager-GetToken-8")
    void isNotGivenWithoutClientId() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        refused(
                "grant_type=client_credentials&scope="
                        + Tester.encode(grant(content).value()),
                "invalid_request");
    }

    @Test
    @DisplayName("Manager-GetToken-9")
    @Requirement("Manager-GetToken-9")
    void isNotGivenForTheClientIdOfAnother() throws Exception {
        ContractContent content = stage.valid(drafts.connection(B, A));
        String scope = Tester.encode(grant(content).value());
        refused("grant_type=client_credentials&client_id=" + C + "&scope=" + scope, "invalid_client");
    }

    @Test
    @DisplayName("Manager-GetToken-10")
    @Requirement("Manager-GetToken-10")
    void hasThePropertiesOfTheConnection() throws Exception {
        JsonObject claims = claims(stage.valid(drafts.connection(B, Drafts.service(), Optional.of(Drafts.PROPERTIES))));
        assertThat(claims.object("prp")).contains(Drafts.PROPERTIES.members());
    }

    @Test
    @DisplayName("Manager-GetToken-11")
    @Requirement("Manager-GetToken-11")
    void hasThePropertiesOfTheDelegatedConnection() throws Exception {
        JsonObject claims =
                claims(stage.valid(drafts.delegated(B, Drafts.service(), C, Optional.of(Drafts.PROPERTIES))));
        assertThat(claims.object("prp")).contains(Drafts.PROPERTIES.members());
        assertThat(claims.object("act").flatMap(act -> act.text("sub"))).contains(C.value());
    }
}
