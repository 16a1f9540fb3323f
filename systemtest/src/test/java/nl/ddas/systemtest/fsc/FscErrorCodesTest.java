// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest.fsc;

import static nl.ddas.systemtest.fsc.Peers.A;
import static nl.ddas.systemtest.fsc.Peers.B;
import static nl.ddas.systemtest.fsc.Peers.C;
import static nl.ddas.systemtest.fsc.Peers.X;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ErrorCode;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.Outway;
import nl.ddas.fsc.model.OutwayIdentification;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.TokenMaker;
import nl.ddas.fsc.model.TransactionId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every error code of core and logging, with status, header and body as they come over the wire. A code that nobody
/// looks at fails the build.
@OnStage
class FscErrorCodesTest {

    /// Codes that other tests meet on a socket, with those tests: in `systemtest/fsc` or in `fsc/gateway`.
    private static final Map<ErrorCode, String> ELSEWHERE = elsewhere();

    /// Received, never sent; and one for certificates of the Group without a Peer id, which its authority does
    /// not make.
    private static final Set<ErrorCode> NEVER_HERE =
            EnumSet.of(ErrorCode.PEER_NOT_PART_OF_CONTRACT, ErrorCode.PEER_CERTIFICATE_VERIFICATION_FAILED);

    private final Stage stage;

    FscErrorCodesTest(Stage stage) {
        this.stage = stage;
    }

    private static Map<ErrorCode, String> elsewhere() {
        Map<ErrorCode, String> tests = new EnumMap<>(ErrorCode.class);
        tests.put(ErrorCode.ACCESS_TOKEN_MISSING, "FscInwayTest");
        tests.put(ErrorCode.ACCESS_TOKEN_INVALID, "FscInwayTest");
        tests.put(ErrorCode.ACCESS_TOKEN_EXPIRED, "FscInwayTest");
        tests.put(ErrorCode.SERVICE_UNREACHABLE, "FscBrokenOffTest");
        tests.put(ErrorCode.SERVICE_BUSY, "InwayRulesTest");
        tests.put(ErrorCode.HEAD_TOO_LARGE, "LargeHeadsTest");
        tests.put(ErrorCode.ACCESS_DENIED, "InwayRulesTest");
        tests.put(ErrorCode.INTERNAL_ERROR, "InwayRulesTest");
        tests.put(ErrorCode.METHOD_UNSUPPORTED, "SmugglingTest");
        tests.put(ErrorCode.UNKNOWN_GRANT_HASH_IN_HEADER, "FscOutwayTest");
        tests.put(ErrorCode.ACCESS_TOKEN_REFUSED, "FscOutwayTest");
        tests.put(ErrorCode.MANAGER_UNREACHABLE, "OutwayTokenTest");
        tests.put(ErrorCode.INWAY_UNREACHABLE, "FscOutwayTest");
        tests.put(ErrorCode.MISSING_LOG_RECORD_ID, "FscInwayTest");
        tests.put(ErrorCode.INVALID_LOG_RECORD_ID, "OutwayTest");
        tests.put(ErrorCode.TRANSACTION_LOG_WRITE_ERROR, "FscInwayTest");
        return tests;
    }

    /// What is asked, and what must be answered.
    private record Row(ErrorCode code, int status, String domain, Case asked) {}

    private interface Case {
        Reply ask() throws IOException;
    }

    private static Row manager(ErrorCode code, int status, Case asked) {
        return new Row(code, status, "ERROR_DOMAIN_MANAGER", asked);
    }

    private static Row inway(ErrorCode code, int status, Case asked) {
        return new Row(code, status, "ERROR_DOMAIN_INWAY", asked);
    }

    private List<Row> rows() {
        return Stream.of(contents(), values(), signatures(), requests())
                .flatMap(List::stream)
                .toList();
    }

    private ContractContent good() {
        return Drafts.content(stage.drafts.connection(B, A));
    }

    private Reply submit(JsonObject tree) throws IOException {
        return stage.peer(B).submit(tree, stage.peer(B).sign(SignatureType.ACCEPT, Drafts.read(tree)));
    }

    private List<Row> contents() {
        Grant connection = stage.drafts.connection(B, A);
        Grant publication = Drafts.publication("codes", Optional.empty());
        return List.of(
                manager(
                        ErrorCode.INCORRECT_GROUP_ID,
                        422,
                        () -> submit(good().tree().with("group_id", "other"))),
                manager(ErrorCode.SUBMITTING_PEER_NOT_PART_OF_CONTRACT, 422, () -> stage.peer(X)
                        .submit(good())),
                manager(ErrorCode.RECEIVING_PEER_NOT_PART_OF_CONTRACT, 422, () -> stage.peer(B)
                        .submit(Drafts.content(stage.drafts.connection(B, C)))),
                manager(ErrorCode.GRANT_COMBINATION_NOT_ALLOWED, 422, () -> stage.peer(B)
                        .submit(Drafts.content(connection, publication))),
                manager(ErrorCode.URL_PATH_CONTENT_HASH_MISMATCH, 422, () -> stage.peer(B)
                        .put(
                                good().hash().value(),
                                good(),
                                SignatureType.ACCEPT,
                                stage.peer(B).sign(SignatureType.ACCEPT, good()))));
    }

    private List<Row> values() {
        Grant odd = new Grant.ServiceConnection(
                new Outway(B, new OutwayIdentification.PublicKeyThumbprint("0f")), Drafts.service(), Optional.empty());
        return List.of(
                manager(
                        ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH,
                        422,
                        () -> submit(good().tree().with("hash_algorithm", "HASH_ALGORITHM_SHA3_256"))),
                manager(ErrorCode.INCORRECT_PUBLIC_KEY_THUMBPRINT, 422, () -> stage.peer(B)
                        .submit(Drafts.content(odd))),
                manager(
                        ErrorCode.UNKNOWN_FSC_VERSION,
                        422,
                        () -> submit(good().tree().with("fsc_version", "9.9.9"))),
                manager(
                        ErrorCode.CONTRACT_VALIDATION_FAILED,
                        422,
                        () -> submit(good().tree().with("iv", "no uuid"))),
                manager(ErrorCode.MALFORMED_REQUEST, 400, () -> stage.peer(B)
                        .send("POST", "/v1/contracts", new byte[] {'{'})));
    }

    private List<Row> signatures() {
        return List.of(
                manager(ErrorCode.SIGNATURE_CONTRACT_CONTENT_HASH_MISMATCH, 422, () -> stage.peer(B)
                        .submit(good().tree(), stage.peer(B).sign(SignatureType.ACCEPT, good()))),
                manager(ErrorCode.PEER_ID_SIGNATURE_MISMATCH, 422, () -> {
                    // The Manager has met the certificate of C, and so knows whose it is.
                    Reply first = stage.peer(C).submit(Drafts.content(stage.drafts.connection(C, A)));
                    assertThat(first.status()).isEqualTo(201);
                    ContractContent content = good();
                    return stage.peer(B).submit(content.tree(), stage.peer(C).sign(SignatureType.ACCEPT, content));
                }),
                manager(ErrorCode.SIGNATURE_VERIFICATION_FAILED, 422, () -> {
                    ContractContent content = good();
                    String jws = stage.peer(B).sign(SignatureType.ACCEPT, content);
                    String other = stage.peer(B).sign(SignatureType.ACCEPT, good());
                    return stage.peer(B)
                            .submit(
                                    content.tree(),
                                    jws.substring(0, jws.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
                }),
                manager(ErrorCode.UNKNOWN_ALGORITHM_SIGNATURE, 422, () -> {
                    ContractContent content = good();
                    String jws = stage.peer(B).sign(SignatureType.ACCEPT, content);
                    return stage.peer(B)
                            .submit(content.tree(), Forgery.header(jws, text -> text.replace("ES256", "HS256")));
                }));
    }

    private List<Row> requests() {
        return List.of(
                inway(ErrorCode.WRONG_GROUP_ID_IN_TOKEN, 403, () -> send("other", Drafts.SERVICE, Headers.NONE)),
                inway(ErrorCode.SERVICE_NOT_FOUND, 404, () -> send(Peers.GROUP.id(), "onbekend", Headers.NONE)),
                inway(
                        ErrorCode.PROTOCOL_UNSUPPORTED,
                        501,
                        () -> send(
                                Peers.GROUP.id(),
                                Drafts.SERVICE,
                                Headers.of("Connection", "upgrade", "Upgrade", "websocket"))));
    }

    /// A request of B to the Inway of A, with a token that A signed.
    private Reply send(String group, String service, Headers more) throws IOException {
        Instant now = Peers.CLOCK.instant();
        AccessToken token = new AccessToken(
                new GrantHash("$1$3$" + "A".repeat(86)),
                group,
                B,
                A,
                service,
                Peers.inway(A),
                now,
                now.plusSeconds(300),
                CertificateThumbprint.of(stage.peers.tls(B).leaf()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JsonObject.EMPTY);
        Headers headers = more.with(
                        "Fsc-Authorization", "Bearer " + new TokenMaker(stage.peers.signer(A, "RSA")).make(token))
                .with(
                        TransactionId.HEADER,
                        TransactionId.create(Peers.CLOCK, new SecureRandom()).value());
        try (HttpClient client = Tester.client(stage.network, stage.peers.connections(B))) {
            return Tester.call(
                    client, new HttpClient.Call("GET", URI.create(Peers.inway(A) + "/"), headers, new byte[0]));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachCodeComesWithItsStatusHeaderAndBody() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.code().name(), () -> {
                    Reply reply = row.asked().ask();
                    assertThat(reply.status()).as(reply.text()).isEqualTo(row.status());
                    assertThat(reply.headers().all("Fsc-Error-Code"))
                            .containsExactly(row.code().wire());
                    assertThat(reply.headers().first("Content-Type")).contains("application/json");
                    assertThat(reply.json().text("code")).contains(row.code().wire());
                    assertThat(reply.json().text("domain")).contains(row.domain());
                    assertThat(reply.json().text("message"))
                            .hasValueSatisfying(text -> assertThat(text).isNotBlank());
                }));
    }

    @Test
    void noCodeIsLeftOut() throws IOException {
        Set<ErrorCode> seen = EnumSet.copyOf(NEVER_HERE);
        rows().forEach(row -> seen.add(row.code()));
        for (Map.Entry<ErrorCode, String> other : ELSEWHERE.entrySet()) {
            assertThat(source(other.getValue())).contains(other.getKey().name());
            seen.add(other.getKey());
        }
        assertThat(seen).containsExactlyInAnyOrder(ErrorCode.values());
    }

    private static String source(String test) throws IOException {
        Path root = Path.of(Optional.ofNullable(System.getProperty("ddas.root")).orElseThrow());
        for (String folder : List.of("systemtest/src/test", "fsc/gateway/src/test")) {
            try (Stream<Path> tests = Files.walk(root.resolve(folder))) {
                Optional<Path> found =
                        tests.filter(file -> file.endsWith(test + ".java")).findFirst();
                if (found.isPresent()) {
                    return Files.readString(found.get());
                }
            }
        }
        throw new AssertionError("no test " + test);
    }
}
