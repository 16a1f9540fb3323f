// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Form B: the signature is over the header `Digest`, and reaches the body by way of it.
class SignatureOverDigestTest {

    private static final Stage STAGE = new Stage();
    private static final PayloadSigner SIGNER = new PayloadSigner(STAGE.signing, STAGE.clock, SignatureForm.B);
    private static final byte[] BODY = Stage.utf8("{\"leveringen\":[],\"naam\":\"Zoë\"}");
    private static final byte[] OTHER = Stage.utf8("{\"leveringen\":[]}");

    @TempDir
    private Path folder;

    @Test
    void verifiesWhatWasSignedAndTellsWhoSigned() {
        Headers headers = SIGNER.sign(BODY).addTo(Headers.NONE);

        assertThat(STAGE.verifier().verify(headers, BODY)).isInstanceOfSatisfying(Verdict.Verified.class, verified -> {
            assertThat(verified.oin()).isEqualTo(Stage.OIN.value());
            assertThat(verified.sha256()).isEqualTo(Sha256.of(BODY));
        });
    }

    @Test
    void signsTheLineOfTheDigestBehindTheHeader() throws GeneralSecurityException {
        PayloadSigner.Signature made = SIGNER.sign(BODY);
        String value = made.payloadSig();
        int dots = value.indexOf("..");
        Signature engine = Pss.engine();
        engine.initVerify(STAGE.signing.leaf());
        engine.update(Stage.utf8(value.substring(0, dots) + ".digest: " + made.digest()));

        assertThat(engine.verify(Base64.getUrlDecoder().decode(value.substring(dots + 2))))
                .isTrue();
        assertThat(Stage.header(value))
                .contains(
                        "\"b64\":false,\"sigD\":{\"mId\":\"http://uri.etsi.org/19182/HttpHeaders\",\"pars\":[\"digest\"]},"
                                + "\"crit\":[\"b64\",\"sigD\"]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49_152, 150_001})
    void verifiesBodiesOfEverySize(int size) {
        byte[] body = new byte[size];

        assertThat(code(SIGNER.sign(body).addTo(Headers.NONE), body)).isEqualTo("goed");
    }

    @Test
    void refusesAMessageWithoutTheHeaderThatIsSigned() {
        Headers none = Headers.of(PayloadSigner.PAYLOAD_SIG, SIGNER.sign(BODY).payloadSig());
        String base64 = SIGNER.sign(BODY).digest().substring(8);

        assertThat(code(none, BODY)).isEqualTo("digest-ontbreekt");
        assertThat(code(none.with("Content-Digest", "sha-256=:" + base64 + ":"), BODY))
                .isEqualTo("digest-ontbreekt");
    }

    /// Blanks around a value may come and go on the way; the value itself may not change, not even in spelling.
    @Test
    void takesTheDigestExactlyAsItWasSigned() {
        PayloadSigner.Signature made = SIGNER.sign(BODY);
        Headers signature = Headers.of(PayloadSigner.PAYLOAD_SIG, made.payloadSig());

        assertThat(code(signature.with("digest", "  " + made.digest() + " "), BODY))
                .isEqualTo("goed");
        assertThat(code(signature.with("digest", made.digest().replace("SHA", "sha")), BODY))
                .isEqualTo("handtekening-ongeldig");
        assertThat(code(signature.with("digest", made.digest().substring(0, 51)), BODY))
                .isEqualTo("handtekening-ongeldig");
        assertThat(code(signature.with("digest", made.digest()).with("digest", made.digest()), BODY))
                .isEqualTo("digest-formaat");
    }

    /// What is signed in one form says nothing in the other.
    @Test
    void aSignatureOverTheBodyIsNoneOverTheDigest() {
        PayloadSigner.Signature made = SIGNER.sign(BODY);
        String overBody = Stage.forge(Stage.header(made.payloadSig()), BODY, STAGE.signing);

        assertThat(code(Headers.of(PayloadSigner.PAYLOAD_SIG, overBody, "Digest", made.digest()), BODY))
                .isEqualTo("handtekening-ongeldig");
    }

    @Test
    void theReportTellsFormAndWhichBodyWouldHaveFitted() throws IOException {
        byte[] body = Stage.utf8("{\"a\": 1}");
        Headers headers = SIGNER.sign(body).addTo(Headers.NONE);

        assertThat(report(headers, body))
                .returns(SignatureReport.Fit.PAST, SignatureReport::fit)
                .returns(SignatureForm.B, report -> report.form().orElseThrow());
        assertThat(report(headers, Stage.utf8("{\"a\": 1}\n")).spelling()).contains(Spelling.ZONDER_REGELEINDE);
        assertThat(report(headers, OTHER).fit()).isEqualTo(SignatureReport.Fit.PAST_NIET);
        SignatureReport withoutDigest = report(
                Headers.of(
                        PayloadSigner.PAYLOAD_SIG,
                        headers.first(PayloadSigner.PAYLOAD_SIG).orElseThrow()),
                body);
        assertThat(withoutDigest.fit()).isEqualTo(SignatureReport.Fit.PAST);
        assertThat(withoutDigest.reasons())
                .extracting(PayloadVerifier.Verdict.Refused::code)
                .containsExactly("digest-ontbreekt");
    }

    private SignatureReport report(Headers headers, byte[] body) throws IOException {
        SignatureReport.Against against =
                new SignatureReport.Against(List.of(STAGE.authority.root()), STAGE.authority.crls(), Optional.empty());
        return SignatureInspection.inspect(
                headers, new MessageBody.In(Files.write(folder.resolve("body"), body)), against, STAGE.clock);
    }

    private static String code(Headers headers, byte[] body) {
        return Stage.code(new PayloadVerifier(STAGE.authority.trust(), new Freshness.Answer(), STAGE.clock)
                .verify(headers, body));
    }
}
