// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.NOW;
import static nl.ddas.fsc.model.Fixture.X;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTypesTest {

    private static final GrantHash HASH = new GrantHash("$1$3$" + "a".repeat(85) + "A");

    @Test
    void everyCodeHasAStatusInItsDomain() {
        for (ErrorCode code : ErrorCode.values()) {
            FscError error = code.because("why");
            assertThat(error.status()).isBetween(400, 599);
            assertThat(ErrorCode.find(error.code().wire())).contains(code);
            assertThat(error.headers().first("Fsc-Error-Code")).contains(code.wire());
        }
        assertThatThrownBy(() -> ErrorCode.SERVICE_NOT_FOUND.because(Domain.MANAGER, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING_LOG_RECORD_ID, MISSING_LOG_RECORD_ID, INWAY, 400",
        "TRANSACTION_LOG_WRITE_ERROR, TRANSACTION_LOG_WRITE_ERROR, OUTWAY, 500",
        "ACCESS_TOKEN_INVALID, ERROR_CODE_ACCESS_TOKEN_INVALID, INWAY, 401",
        "WRONG_GROUP_ID_IN_TOKEN, ERROR_CODE_WRONG_GROUP_ID_IN_TOKEN, OUTWAY, 502",
        "METHOD_UNSUPPORTED, ERROR_CODE_METHOD_UNSUPPORTED, OUTWAY, 405",
        "INCORRECT_GROUP_ID, ERROR_CODE_INCORRECT_GROUP_ID, MANAGER, 422",
        "PEER_CERTIFICATE_VERIFICATION_FAILED, ERROR_CODE_PEER_CERTIFICATE_VERIFICATION_FAILED, MANAGER, 400"
    })
    void errorsAreSpelledAsTheStandardDoes(ErrorCode code, String wire, Domain domain, int status) {
        FscError error = code.because(domain, "why");

        assertThat(error.status()).isEqualTo(status);
        assertThat(error.body())
                .isEqualTo(
                        Fixture.json("{'message':'why','domain':'ERROR_DOMAIN_" + domain + "','code':'" + wire + "'}"));
    }

    @Test
    void theThreeNamesForAStrangerAreOne() {
        byte[] body = "{\"code\":\"ERROR_CODE_PEER_NOT_PART_OF_CONTRACT\"}".getBytes(StandardCharsets.UTF_8);
        ReceivedError error = ReceivedError.read(422, Headers.NONE, body);

        assertThat(error.known().map(ErrorCode::group))
                .contains(ErrorCode.SUBMITTING_PEER_NOT_PART_OF_CONTRACT.group());
        assertThat(error.permanent()).isTrue();
        assertThat(ReceivedError.read(503, Headers.of(FscError.HEADER, "x"), new byte[0])
                        .permanent())
                .isFalse();
        assertThat(ReceivedError.read(404, Headers.of(FscError.HEADER, "NEW"), new byte[0])
                        .code())
                .isEqualTo("NEW");
    }

    @Test
    void whoSendsMuchHasNoErrorToTell() {
        String much = "{\"code\":\"A\",\"rest\":[" + "0,".repeat(40_000) + "0]}";
        assertThat(ReceivedError.read(422, Headers.NONE, much.getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEmpty();
    }

    /// Two bytes of JSON take up to a hundred times as much in memory.
    @Test
    void aBodyWithTooManyValuesIsRefusedHoweverShortTheyAre() {
        byte[] many = ("{\"a\":[" + "0,".repeat(100_000) + "0]}").getBytes(StandardCharsets.UTF_8);
        assertThat(StrictJson.read(many))
                .isEqualTo(
                        new StrictJson.Refused("the body has more than 100000 values (line 1, column 200003)", true));
        assertThat(StrictJson.readAnswer(many)).isInstanceOf(StrictJson.Read.class);
    }

    /// As deep as a contract may be when it is handed over, and the levels of a list around it.
    @Test
    void anAnswerMayBeSomeLevelsDeeperThanABody() {
        byte[] deep = ("{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}").getBytes(StandardCharsets.UTF_8);
        assertThat(StrictJson.read(deep)).isInstanceOf(StrictJson.Refused.class);
        assertThat(StrictJson.readAnswer(deep)).isInstanceOf(StrictJson.Read.class);
    }

    /// A database does not take the first of them, nor half of the last.
    @Test
    void whatAPeerSaysIsMadeFitToKeepAndToShow() {
        String half = "\\ud83d\\ude42";
        byte[] body = ("{\"code\":\"A\\u0000B\",\"message\":\"one\\u0000two\\n\\u0085\\u007f" + "x".repeat(489) + half
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        ReceivedError error = ReceivedError.read(422, Headers.NONE, body);

        assertThat(error.code()).isEqualTo("A B");
        assertThat(error.message()).isEqualTo("one two   " + "x".repeat(489) + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.test:8443, https://m.test:8443",
        "HTTPS://M.Test:443, https://m.test:443",
        "https://[::1]:443, https://[::1]:443"
    })
    void readsAManagerAddress(String text, String expected) {
        assertThat(ManagerAddress.read(text, Set.of(443, 8443)).orElseThrow()).hasToString(expected);
    }

    @Test
    void findsThePeerInACertificate() {
        PeerIdentity identity =
                PeerIdRule.OIN.identify(Fixture.ONE.signer(B).leaf()).orElseThrow();

        assertThat(identity).isEqualTo(new PeerIdentity(B, "Peer " + B));
        assertThat(PeerIdRule.OIN.identify(Fixture.ONE.authority().root())).isEmpty();
    }

    @Test
    void anOutwayIsKnownByItsKeyOrByAName() {
        TlsPeer client = Fixture.ONE.client(B);
        OutwayIdentification key = OutwayIdentification.PublicKeyThumbprint.of(client.certificate());

        assertThat(key.matches(client.certificate())).isTrue();
        assertThat(key.matches(Fixture.ONE.client(C).certificate())).isFalse();
        assertThat(new OutwayIdentification.DomainName("OutWay.test").matches(client.certificate()))
                .isTrue();
        assertThat(new OutwayIdentification.DomainName("way.test").matches(client.certificate()))
                .isFalse();
        assertThat(new OutwayIdentification.DomainName("outway.test")
                        .matches(Fixture.ONE.signer(B).leaf()))
                .isFalse();
    }

    @Test
    void transactionIdsAreUuidsOfVersionSevenUnlessTheGroupSaysOtherwise() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        TransactionId id = TransactionId.create(TestClock.at("2026-11-21T09:00:00Z"), random);

        assertThat(id.value()).matches(Group.UUID_V7);
        assertThat(Long.parseLong(id.value().substring(0, 13).replace("-", ""), 16))
                .isEqualTo(NOW.toEpochMilli());
        assertThat(TransactionId.read(id.value(), Group.UUID_V7)).contains(id);
        assertThat(TransactionId.read("26914c86-d88d-4e68-8a7f-6000110dbc9a", Group.UUID_V7))
                .isEmpty();
        assertThat(TransactionId.read("", Group.UUID_V7)).isEmpty();
        assertThat(TransactionId.read("a b", Pattern.compile(".+"))).isEmpty();
        assertThat(TransactionId.read("", Pattern.compile(".*"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, true",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what, true",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what, false",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, false",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01, false",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01, false",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01, false",
        "'', false"
    })
    void readsTheTraceOfARequest(String header, boolean good) {
        assertThat(TraceParent.read(header).isPresent()).isEqualTo(good);
    }

    private static LogRecord record(Optional<PeerId> delegator) {
        return new LogRecord(
                new TransactionId("t-1"),
                LogRecord.Direction.INCOMING,
                HASH,
                B,
                delegator,
                A,
                Optional.empty(),
                "parkeren",
                NOW,
                Optional.of(Fixture.json("{'reference':'x'}")),
                TraceParent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    @Test
    void aLogRecordIsWrittenAsTheStandardDoesAndReadBack() {
        LogRecord record = record(Optional.of(C));

        assertThat(record.toJson().object("source"))
                .contains(Fixture.json("{'type':'SOURCE_TYPE_DELEGATED_SOURCE','outway_peer_id':'" + B
                        + "','delegator_peer_id':'" + C + "'}"));
        assertThat(record.toJson().object("destination"))
                .contains(Fixture.json("{'type':'DESTINATION_TYPE_DESTINATION','service_peer_id':'" + A + "'}"));
        assertThat(record.toJson().text("span_id")).contains("00f067aa0ba902b7");
        assertThat(LogRecord.read(record.toJson())).contains(record);
        assertThat(LogRecord.read(record(Optional.empty()).toJson())).contains(record(Optional.empty()));
        assertThat(LogRecord.read(record.toJson().with("direction", "x"))).isEmpty();
    }

    @Test
    void onlyPeersWithARoleSeeALogRecord() {
        assertThat(record(Optional.of(C)).concerns(C)).isTrue();
        assertThat(record(Optional.empty()).concerns(C)).isFalse();
        assertThat(record(Optional.empty()).concerns(A)).isTrue();
        assertThat(record(Optional.of(C)).concerns(X)).isFalse();
    }

    private static Paging.Reading paging(Map<String, String> query) {
        return Paging.read(name -> Optional.ofNullable(query.get(name)), 2);
    }

    @Test
    void aPageIsTwentyFiveInDescendingOrderUnlessAskedOtherwise() {
        String cursor = Cursor.of("1795251600", "$1$1$x").text();

        assertThat(paging(Map.of()))
                .isEqualTo(new Paging.Reading.Read(new Paging(Optional.empty(), 25, SortOrder.DESCENDING)));
        assertThat(paging(Map.of("cursor", cursor, "limit", "1000", "sort_order", "SORT_ORDER_ASCENDING")))
                .isEqualTo(new Paging.Reading.Read(
                        new Paging(Optional.of(Cursor.of("1795251600", "$1$1$x")), 1000, SortOrder.ASCENDING)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 1001",
        "limit, -1",
        "limit, x",
        "limit, 99999999999",
        "sort_order, UP",
        "cursor, !",
        "cursor, WyJhIl0",
        "cursor, e30"
    })
    void refusesOtherPages(String name, String value) {
        assertThat(paging(Map.of(name, value))).isInstanceOf(Paging.Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0007", " "})
    void aPeerIdIsPrintable(String value) {
        assertThatThrownBy(() -> new PeerId(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
