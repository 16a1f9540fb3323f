// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a developer gets to see of a signature.
class SignatureReportTest {

    private static final Stage STAGE = new Stage();

    @TempDir
    Path folder;

    @Test
    void tellsWhatTheSignatureSays() throws IOException {
        byte[] body = Stage.utf8("{\"a\":1}");

        SignatureReport report = inspect(STAGE.signed(body), body);

        assertThat(report.alg()).contains("PS256");
        assertThat(report.kid()).isPresent();
        assertThat(report.signedAt()).contains(STAGE.clock.instant());
        assertThat(report.claimedDigest())
                .contains("SHA-256=" + Base64.getEncoder().encodeToString(Sha256.of(body)));
        assertThat(report.certificates()).hasSize(2);
        assertThat(report.certificates().getFirst().oin()).contains(Stage.OIN);
        assertThat(report.certificates().getFirst().issuer()).contains("uitgevende CA");
        assertThat(report.isValid()).isTrue();
        assertThat(report.form()).contains(SignatureForm.A);
        assertThat(report.anchor())
                .hasValueSatisfying(anchor -> assertThat(anchor).contains("stam-CA"));
        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.PAST);
    }

    /// The published test tools sign sorted names without blanks, and send something else.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"b":1,"a":{"d":[1,2.50,"x"],"c":null}}| {"a":{"c":null,"d":[1,2.5,"x"]},"b":1}| ANDERE_SCHRIJFWIJZE
            {"naam": "Zo\\u00eb"}                  | {"naam":"Zoë"}                        | ANDERE_SCHRIJFWIJZE
            {"a": 1, "b": []}                      | {"a":1,"b":[]}                        | ANDERE_SCHRIJFWIJZE
            {"a": {}, "b": "\\u0001\\n"}           | {"a":{},"b":"\\u0001\\n"}             | ANDERE_SCHRIJFWIJZE
            {"a":2}                                | {"a":1}                               | PAST_NIET
            geen json                              | {"a":1}                               | PAST_NIET
            """)
    void recognisesASignatureOverAnotherSpellingOfTheSameMessage(
            String sent, String signed, SignatureReport.Fit expected) throws IOException {
        Headers headers = Headers.of(
                PayloadSigner.PAYLOAD_SIG,
                STAGE.signer().sign(Stage.utf8(signed)).payloadSig());

        SignatureReport report = inspect(headers, Stage.utf8(sent));

        assertThat(report.fit()).isEqualTo(expected);
        assertThat(codes(report)).containsExactly("handtekening-ongeldig");
    }

    @Test
    void recognisesALineEndAddedOnTheWay() throws IOException {
        Headers headers = STAGE.signed(Stage.utf8("{\"a\": 1}"));

        assertThat(inspect(headers, Stage.utf8("{\"a\": 1}\n")).spelling()).contains(Spelling.ZONDER_REGELEINDE);
    }

    @Test
    void saysWhatItCanOfAMessageThatIsBeyondReading() throws IOException {
        SignatureReport report = inspect(Headers.of(PayloadSigner.PAYLOAD_SIG, "x..y"), Stage.utf8("{}"));

        assertThat(report.alg()).isEmpty();
        assertThat(report.certificates()).isEmpty();
        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.NIET_TE_BEPALEN);
        assertThat(codes(report)).containsExactly("handtekening-formaat");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "1.50, 1.5",
        "1e5, 100000.0",
        "1E+15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.25e22, 1.25e+22",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "-0.0, -0.0",
        "12345678901234567890, 12345678901234567890",
        "0.1, 0.1"
    })
    void writesNumbersAsTheTestToolsDo(String from, String to) {
        assertThat(JsonSpelling.SORTED_COMPACT.of(Stage.utf8(from)))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(Stage.utf8(to)));
    }

    @Test
    void escapesWhatTheTestToolsEscape() {
        byte[] text = Stage.utf8("\" ~\u007F\u00EB\"");

        assertThat(JsonSpelling.compact().inAscii().variants(text).getFirst())
                .isEqualTo(Stage.utf8("\" ~\\u007f\\u00eb\""));
        assertThat(JsonSpelling.compact().variants(text).getFirst()).isEqualTo(text);
    }

    /// Signed as the right column, sent as the left.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            JSON_GESORTEERD_COMPACT       | {"b": 1, "a": "é"}       | {"a":"é","b":1}
            JSON_GESORTEERD_COMPACT_ASCII | {"b": 1, "a": "é"}       | {"a":"\\u00e9","b":1}
            JSON_COMPACT                  | {"b": 1, "a": [1, 2]}    | {"b":1,"a":[1,2]}
            JSON_COMPACT_ASCII            | {"b":"é","a":1}          | {"b":"\\u00e9","a":1}
            JSON_PYTHON                   | {"b":"é","a":[1,{}]}     | {"b": "\\u00e9", "a": [1, {}]}
            JSON_SPATIES                  | {"b":"é","a":[1,2]}      | {"b": "é", "a": [1, 2]}
            JSON_INGESPRONGEN_2           | {"b":[1,{}],"a":[]}      | {~  "b": [~    1,~    {}~  ],~  "a": []~}
            JSON_INGESPRONGEN_4           | {"b":1}                  | {~    "b": 1~}
            JSON_INGESPRONGEN_2           | [[1]]                    | [~  [~    1~  ]~]
            JSON_INGESPRONGEN_TAB         | {"b":[1,{}]}             | {~%"b": [~%%1,~%%{}~%]~}
            JSON_INGESPRONGEN_2_ASCII     | {"b":"é"}                | {~  "b": "\\u00e9"~}
            JSON_INGESPRONGEN_4_ASCII     | {"b":"é"}                | {~    "b": "\\u00e9"~}
            JSON_GESORTEERD_SPATIES       | {"b":"é","a":[1,2]}      | {"a": [1, 2], "b": "é"}
            JSON_GESORTEERD_PYTHON        | {"b":"é","a":[1,2]}      | {"a": [1, 2], "b": "\\u00e9"}
            JSON_GESORTEERD_INGESPRONGEN_2 | {"b":"é","a":1}         | {~  "a": 1,~  "b": "é"~}
            JSON_GESORTEERD_INGESPRONGEN_4 | {"b":"é","a":1}         | {~    "a": 1,~    "b": "é"~}
            JSON_GESORTEERD_INGESPRONGEN_2_ASCII | {"b":"é","a":1}   | {~  "a": 1,~  "b": "\\u00e9"~}
            JSON_GESORTEERD_INGESPRONGEN_4_ASCII | {"b":"é","a":1}   | {~    "a": 1,~    "b": "\\u00e9"~}
            JSON_COMPACT                  | {"b": 1.50, "a": 1e2}    | {"b":1.50,"a":1e2}
            JSON_GESORTEERD_COMPACT       | {"b": 1.50, "a": 1e2}    | {"a":1e2,"b":1.50}
            MET_REGELEINDE                | {"b": 1, "a": 1}         | {"b": 1, "a": 1}~
            MET_REGELEINDE_CRLF           | {"b": 1, "a": 1}         | {"b": 1, "a": 1}^~
            ZONDER_REGELEINDE             | {"b": 1, "a": 1}~        | {"b": 1, "a": 1}
            REGELEINDEN_LF                | {"b": 1,^~"a": 1}        | {"b": 1,~"a": 1}
            REGELEINDEN_CRLF              | {"b": 1,~"a": 1}         | {"b": 1,^~"a": 1}
            UNICODE_NFC                   | {"b": 1, "a": "é"} | {"b": 1, "a": "é"}
            UNICODE_NFD                   | {"b": 1, "a": "é"}       | {"b": 1, "a": "é"}
            """)
    void findsTheSpellingThatWasSigned(Spelling expected, String sent, String signed) throws IOException {
        Headers headers = Headers.of(
                PayloadSigner.PAYLOAD_SIG, STAGE.signer().sign(lines(signed)).payloadSig());

        assertThat(inspect(headers, lines(sent)).spelling()).contains(expected);
    }

    /// `~` is LF, `^` CR, `%` a tab: a table has no place for them.
    private static byte[] lines(String text) {
        return Stage.utf8(text.replace('~', '\n').replace('^', '\r').replace('%', '\t'));
    }

    @Test
    void findsBytesThatWereSignedInAnotherEncoding() throws IOException {
        byte[] utf8 = Stage.utf8("{\"b\": 1, \"a\": \"Zoë\"}");
        byte[] latin1 = new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
        byte[] bom = Stage.utf8("\uFEFF{\"b\": 1, \"a\": \"Zoë\"}");

        assertThat(inspect(STAGE.signed(utf8), latin1).spelling()).contains(Spelling.UTF_8);
        assertThat(inspect(STAGE.signed(latin1), utf8).spelling()).contains(Spelling.ISO_8859_1);
        assertThat(inspect(STAGE.signed(utf8), bom).spelling()).contains(Spelling.ZONDER_BOM);
        assertThat(inspect(STAGE.signed(bom), utf8).spelling()).contains(Spelling.MET_BOM);
        byte[] twice = new String(utf8, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        assertThat(inspect(STAGE.signed(utf8), twice).spelling()).contains(Spelling.UTF_8_EENMAAL);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws IOException {
        Identity wrong = STAGE.rsa(Purpose.TLS);
        String header = Stage.header(STAGE.signer().sign(Stage.utf8("{}")).payloadSig())
                .replaceFirst("\"x5t#S256\":\"[^\"]*\",", "")
                .replaceFirst(
                        "\"x5c\":\\[\"[^\"]*\"",
                        "\"x5c\":[\"" + Base64.getEncoder().encodeToString(Sha256.der(wrong.leaf())) + "\"");
        Headers headers =
                Stage.forged(header, Stage.utf8("{}"), wrong).with("Digest", "SHA-256=" + "A".repeat(43) + "=");

        SignatureReport report = inspect(headers, Stage.utf8("[]"), against(List.of()));

        assertThat(codes(report))
                .containsExactlyInAnyOrder(
                        "digest-afwijking",
                        "handtekening-ongeldig",
                        "intrekkingsstatus-onbekend",
                        "certificaat-gebruik");
    }

    @Test
    void cannotSayWhetherItIsRevokedWithoutAList() throws IOException {
        byte[] body = Stage.utf8("{}");

        SignatureReport report = inspect(STAGE.signed(body), body, against(List.of()));

        assertThat(codes(report)).containsExactly("intrekkingsstatus-onbekend");
        assertThat(report.anchor()).isPresent();
        assertThat(codes(inspect(
                        STAGE.signed(body), body, new SignatureReport.Against(List.of(), List.of(), Optional.empty()))))
                .containsExactly("certificaat-niet-vertrouwd", "intrekkingsstatus-onbekend");
        assertThat(codes(inspect(
                        STAGE.signed(body),
                        body,
                        new SignatureReport.Against(List.of(), STAGE.authority.crls(), Optional.empty()))))
                .containsExactly("certificaat-niet-vertrouwd");
    }

    /// Age, a test number and a list of later are worth knowing, and no reason to refuse.
    @Test
    void remarksOnWhatIsGoodAndYetWorthKnowing() throws IOException {
        Stage stage = new Stage();
        byte[] body = Stage.utf8("{}");
        Headers headers = stage.signed(body);
        stage.clock.advance(Duration.ofDays(3));
        stage.authority.renewCrls();

        SignatureReport report = SignatureInspection.inspect(
                headers,
                new MessageBody.Bytes(body),
                new SignatureReport.Against(List.of(stage.authority.root()), stage.authority.crls(), Optional.empty()),
                stage.clock);

        assertThat(report.isValid()).isTrue();
        assertThat(report.remarks())
                .anyMatch(remark -> remark.contains("ouder dan 26 uur"))
                .anyMatch(remark -> remark.contains("test-OIN"))
                .anyMatch(remark -> remark.contains("2048 bits"))
                .anyMatch(remark -> remark.contains("intrekkingslijst is van na"));
    }

    /// A list of later says nothing of a certificate that did not exist yet, or that has left the lists since.
    @Test
    void judgesTheDatesAtTheMomentOfSigningWhateverTheLists() throws IOException {
        Stage stage = new Stage();
        byte[] body = Stage.utf8("{}");
        Headers headers = stage.signed(body);
        stage.clock.advance(Duration.ofDays(500));
        stage.authority.renewCrls();

        assertThat(codes(at(stage, headers, body, Stage.START.minus(Duration.ofDays(1)))))
                .containsExactly("certificaat-geldigheid");
        assertThat(codes(at(stage, headers, body, Stage.START))).containsExactly("intrekkingsstatus-onbekend");
        assertThat(codes(at(stage, headers, body, Stage.START.plus(Duration.ofDays(450)))))
                .containsExactly("certificaat-geldigheid");
    }

    private SignatureReport at(Stage stage, Headers headers, byte[] body, Instant moment) throws IOException {
        return SignatureInspection.inspect(
                headers,
                new MessageBody.Bytes(body),
                new SignatureReport.Against(
                        List.of(stage.authority.root()), stage.authority.crls(), Optional.of(moment)),
                stage.clock);
    }

    @Test
    void namesNoAnchorForAChainThatIsNotOne() throws IOException {
        Identity own = STAGE.authority.issue(Purpose.SIGNING, STAGE.holder);
        Authority other = Authority.create(Environment.TEST, STAGE.keys, STAGE.clock);
        Identity forged = other.issue(Purpose.SIGNING, STAGE.holder);
        String header = Stage.header(new PayloadSigner(forged, STAGE.clock)
                        .sign(Stage.utf8("{}"))
                        .payloadSig())
                .replace(
                        Base64.getEncoder()
                                .encodeToString(Sha256.der(forged.chain().getLast())),
                        Base64.getEncoder()
                                .encodeToString(Sha256.der(own.chain().getLast())));

        SignatureReport report = inspect(Stage.forged(header, Stage.utf8("{}"), forged), Stage.utf8("{}"));

        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.PAST);
        assertThat(report.anchor()).isEmpty();
        assertThat(codes(report)).containsExactly("certificaat-niet-vertrouwd");
    }

    @Test
    void saysNothingOfTheContentsWhenTheAlgorithmIsAnother() throws IOException {
        String header =
                Stage.header(STAGE.signer().sign(Stage.utf8("{}")).payloadSig()).replace("PS256", "RS256");

        SignatureReport report = inspect(Stage.forged(header, Stage.utf8("{}"), STAGE.signing), Stage.utf8("{}"));

        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.NIET_TE_BEPALEN);
        assertThat(codes(report)).containsExactly("handtekening-algoritme");
        assertThat(report.anchor()).isPresent();
    }

    private SignatureReport inspect(Headers headers, byte[] body) throws IOException {
        return inspect(headers, body, against(STAGE.authority.crls()));
    }

    private SignatureReport inspect(Headers headers, byte[] body, SignatureReport.Against against) throws IOException {
        return SignatureInspection.inspect(
                headers, new MessageBody.In(Files.write(folder.resolve("bericht.json"), body)), against, STAGE.clock);
    }

    private static SignatureReport.Against against(List<X509CRL> crls) {
        return new SignatureReport.Against(List.of(STAGE.authority.root()), crls, Optional.empty());
    }

    private static List<String> codes(SignatureReport report) {
        return report.reasons().stream()
                .map(PayloadVerifier.Verdict.Refused::code)
                .toList();
    }
}
