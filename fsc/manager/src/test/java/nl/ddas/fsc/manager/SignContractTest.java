// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.Validity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Accept, reject and revoke at a real Manager, in memory; the FSC test suite itself runs in `systemtest`.
class SignContractTest {

    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    /// A contract of A, ready for B to say this: valid already when it is a revoke.
    private static ContractContent ready(SignatureType type) throws IOException {
        Operations operations = stage.manager.operations();
        Instant now = Clock.systemUTC().instant();
        ContractContent content = operations.draft(
                new Validity(now.minusSeconds(60), now.plusSeconds(86_400)), List.of(Members.connection(B, A)));
        assertThat(operations.propose(content)).isInstanceOf(Operations.Outcome.Done.class);
        if (type == SignatureType.REVOKE) {
            assertThat(stage.peer(B).put(content, SignatureType.ACCEPT).verdict())
                    .isEqualTo("201");
        }
        return content;
    }

    private static ContractState state(ContractContent content) {
        return stage.manager.operations().state(stage.store.find(content.hash()).orElseThrow());
    }

    /// A test in its three forms.
    private interface Scenario {
        void run(SignatureType type) throws IOException;
    }

    private static Stream<DynamicTest> all(Scenario scenario) {
        return Stream.of(SignatureType.values())
                .map(type -> DynamicTest.dynamicTest(type.wire(), () -> scenario.run(type)));
    }

    private static void refused(ContractContent content, Tester.Reply reply, String verdict, String before) {
        assertThat(reply.verdict()).isEqualTo(verdict);
        assertThat(stage.state(content)).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> aSignatureByAPeerOnTheContract() {
        return all(type -> {
            ContractContent content = ready(type);
            assertThat(stage.peer(B).put(content, type).verdict()).isEqualTo("201");
            assertThat(stage.store.find(content.hash()).orElseThrow().signature(B, type))
                    .isPresent();
            assertThat(state(content))
                    .isEqualTo(
                            switch (type) {
                                case ACCEPT -> ContractState.VALID;
                                case REJECT -> ContractState.REJECTED;
                                case REVOKE -> ContractState.REVOKED;
                            });
            Tester.Reply token = stage.peer(B).token(content.grantHashes().getFirst());
            assertThat(token.status()).isEqualTo(type == SignatureType.ACCEPT ? 200 : 400);
        });
    }

    @TestFactory
    Stream<DynamicTest> aSignatureBySomebodyElse() {
        return all(type -> {
            ContractContent content = ready(type);
            String before = stage.state(content);
            refused(content, stage.peer(X).put(content, type), "422 SUBMITTING_PEER_NOT_PART_OF_CONTRACT", before);
        });
    }

    @TestFactory
    Stream<DynamicTest> somethingThatIsNoSignature() {
        return all(type -> {
            ContractContent content = ready(type);
            String before = stage.state(content);
            for (String jws : List.of("abc", "a.b.c")) {
                refused(content, stage.peer(B).put(content, type, jws), "422 SIGNATURE_VERIFICATION_FAILED", before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aSignatureOverAnotherContract() {
        return all(type -> {
            ContractContent content = ready(type);
            String before = stage.state(content);
            String other = stage.peer(B).sign(type, Stage.content(Members.connection(B, A)));
            refused(
                    content,
                    stage.peer(B).put(content, type, other),
                    "422 SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH",
                    before);
        });
    }

    @TestFactory
    Stream<DynamicTest> aSignatureOfAnotherType() {
        return all(type -> {
            ContractContent content = ready(type);
            String before = stage.state(content);
            for (SignatureType other : SignatureType.values()) {
                if (other != type) {
                    refused(
                            content,
                            stage.peer(B).put(content, type, stage.peer(B).sign(other, content)),
                            "422 SIGNATURE_VERIFICATION_FAILED",
                            before);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> thePathOfAnotherContract() {
        return all(type -> {
            ContractContent content = ready(type);
            String before = stage.state(content);
            String other = Stage.content(Members.connection(B, A)).hash().value();
            refused(
                    content,
                    stage.peer(B).put(other, content, type, stage.peer(B).sign(type, content)),
                    "422 URL_PATH_CONTENT_HASH_MISMATCH",
                    before);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAlgorithmThatIsNotAllowed() {
        return all(type -> {
            ContractContent content = ready(type);
            String before = stage.state(content);
            String good = stage.peer(B).sign(type, content);
            for (String algorithm : List.of("PS256", "HS256", "EdDSA", "none")) {
                refused(
                        content,
                        stage.peer(B).put(content, type, withAlgorithm(good, algorithm)),
                        "422 UNKNOWN_ALGORITHM_SIGNATURE",
                        before);
            }
            refused(
                    content,
                    stage.peer(B).put(content.hash().value().replace("$1$1$", "$9$1$"), content, type, good),
                    "422 UNKNOWN_HASH_ALGORITHM_HASH",
                    before);
        });
    }

    private static String withAlgorithm(String jws, String algorithm) {
        String[] parts = jws.split("\\.");
        String header =
                new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8).replace("ES256", algorithm);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[1] + "." + parts[2];
    }

    @Test
    void acceptedWithRsa() throws IOException {
        ContractContent content = ready(SignatureType.ACCEPT);
        String jws = stage.peer(B).sign(Members.signer(B, "RSA"), SignatureType.ACCEPT, content);
        assertThat(stage.peer(B).put(content, SignatureType.ACCEPT, jws).verdict())
                .isEqualTo("201");
    }

    @Test
    void acceptedOnEachCurve() throws IOException {
        for (String curve : List.of("P-256", "P-384", "P-521")) {
            ContractContent content = ready(SignatureType.ACCEPT);
            String jws = stage.peer(B).sign(Members.signer(B, curve), SignatureType.ACCEPT, content);
            assertThat(stage.peer(B).put(content, SignatureType.ACCEPT, jws).verdict())
                    .isEqualTo("201");
        }
    }

    @Test
    void anAcceptOfAnUnknownContractCreatesIt() throws IOException {
        ContractContent content = Stage.content(Members.connection(B, A));
        assertThat(stage.peer(B).put(content, SignatureType.ACCEPT).verdict()).isEqualTo("201");
        assertThat(state(content)).isEqualTo(ContractState.PROPOSED);
    }
}
