// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.JwsAlgorithm;
import nl.ddas.fsc.model.SignatureType;

/// What the suite asks alike of accept, reject and revoke: B says it of a contract that A proposed; of a valid one when
/// it is a revoke.
record Signatures(Stage stage, SignatureType type) {

    private ContractContent ready() throws IOException {
        ContractContent content = stage.proposed(stage.drafts.connection(B, A));
        if (type == SignatureType.REVOKE) {
            stage.accept(B, content);
        }
        return content;
    }

    private Optional<String> listed(ContractContent content) throws IOException {
        JsonObject contract =
                stage.peer(B).contract(content).items("contracts").findFirst().orElseThrow();
        return contract.object("signatures")
                .flatMap(signatures -> signatures.object(type.wire()))
                .flatMap(said -> said.text(B.value()));
    }

    /// Refused with this, and all see what they saw before.
    private void refused(Tester from, String path, ContractContent content, String jws, String verdict)
            throws IOException {
        String before = stage.views(content);
        assertThat(from.put(path, content, type, jws).verdict()).isEqualTo(verdict);
        assertThat(stage.views(content)).isEqualTo(before);
        assertThat(listed(content)).isEmpty();
    }

    private void refused(ContractContent content, String jws, String verdict) throws IOException {
        refused(stage.peer(B), content.hash().value(), content, jws, verdict);
    }

    void taken() throws IOException {
        ContractContent content = ready();
        String jws = stage.peer(B).sign(type, content);
        assertThat(stage.peer(B).put(content, type, jws).verdict()).isEqualTo("201");
        assertThat(listed(content)).contains(jws);
        assertThat(stage.state(content))
                .isEqualTo(
                        switch (type) {
                            case ACCEPT -> ContractState.VALID;
                            case REJECT -> ContractState.REJECTED;
                            case REVOKE -> ContractState.REVOKED;
                        });
        assertThat(stage.peer(B).token(content.grantHashes().getFirst()).status())
                .isEqualTo(type == SignatureType.ACCEPT ? 200 : 400);
    }

    void bySomebodyElse() throws IOException {
        ContractContent content = ready();
        Tester x = stage.peer(X);
        refused(x, content.hash().value(), content, x.sign(type, content), "422 SUBMITTING_PEER_NOT_PART_OF_CONTRACT");
    }

    void noSignature() throws IOException {
        ContractContent content = ready();
        refused(content, "abc", "422 SIGNATURE_VERIFICATION_FAILED");
        refused(content, "a.b.c", "422 SIGNATURE_VERIFICATION_FAILED");
    }

    void overAnotherContract() throws IOException {
        ContractContent other = Drafts.content(stage.drafts.connection(B, A));
        refused(ready(), stage.peer(B).sign(type, other), "422 SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH");
    }

    void ofAnotherType() throws IOException {
        ContractContent content = ready();
        for (SignatureType other : SignatureType.values()) {
            if (other != type) {
                refused(content, stage.peer(B).sign(other, content), "422 SIGNATURE_VERIFICATION_FAILED");
            }
        }
    }

    void onAnotherPath() throws IOException {
        ContractContent content = ready();
        String other = Drafts.content(stage.drafts.connection(B, A)).hash().value();
        refused(stage.peer(B), other, content, stage.peer(B).sign(type, content), "422 URL_PATH_CONTENT_HASH_MISMATCH");
    }

    void withAnotherAlgorithm() throws IOException {
        ContractContent content = ready();
        Tester b = stage.peer(B);
        String good = b.sign(type, content);
        for (String algorithm : List.of("PS256", "HS256", "EdDSA", "none")) {
            String forged = Forgery.header(good, header -> header.replace("ES256", algorithm));
            refused(content, forged, "422 UNKNOWN_ALGORITHM_SIGNATURE");
        }
        String hash = content.hash().value().replace("$1$1$", "$9$1$");
        refused(b, hash, content, good, "422 UNKNOWN_HASH_ALGORITHM_HASH");
        String forged = Forgery.payload(good, payload -> payload.replace("$1$1$", "$9$1$"));
        refused(content, forged, "422 UNKNOWN_HASH_ALGORITHM_HASH");
    }

    void with(List<JwsAlgorithm> algorithms) throws IOException {
        for (JwsAlgorithm algorithm : algorithms) {
            ContractContent content = ready();
            String jws = stage.peer(B).sign(algorithm, type, content);
            assertThat(stage.peer(B).put(content, type, jws).verdict()).isEqualTo("201");
            assertThat(listed(content)).contains(jws);
        }
    }
}
