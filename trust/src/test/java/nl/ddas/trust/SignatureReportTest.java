// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
        assertThat(report.verdict()).isInstanceOf(PayloadVerifier.Verdict.Verified.class);
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
        assertThat(Stage.code(report.verdict())).isEqualTo("handtekening-ongeldig");
    }

    @Test
    void recognisesALineEndAddedOnTheWay() throws IOException {
        Headers headers = STAGE.signed(Stage.utf8("{\"a\": 1}"));

        assertThat(inspect(headers, Stage.utf8("{\"a\": 1}\n")).fit()).isEqualTo(SignatureReport.Fit.ANDER_REGELEINDE);
    }

    @Test
    void saysWhatItCanOfAMessageThatIsBeyondReading() throws IOException {
        SignatureReport report = inspect(Headers.of(PayloadSigner.PAYLOAD_SIG, "x..y"), Stage.utf8("{}"));

        assertThat(report.alg()).isEmpty();
        assertThat(report.certificates()).isEmpty();
        assertThat(report.fit()).isEqualTo(SignatureReport.Fit.NIET_TE_BEPALEN);
        assertThat(Stage.code(report.verdict())).isEqualTo("handtekening-formaat");
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
        assertThat(JsonSpelling.sortedCompact(Stage.utf8(from)))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(Stage.utf8(to)));
    }

    private SignatureReport inspect(Headers headers, byte[] body) throws IOException {
        return SignatureReport.inspect(headers, Files.write(folder.resolve("bericht.json"), body), STAGE.verifier());
    }
}
