// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.Readers.expect;
import static nl.ddas.trust.Readers.latin1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Readers of what stands in the headers of a signed message.
final class SignatureReaders {

    private static final Stage STAGE = new Stage();
    private static final PayloadVerifier VERIFIER =
            new PayloadVerifier(STAGE.authority.trust(), new Freshness.Answer(), STAGE.clock);

    private SignatureReaders() {}

    static Readers all() {
        return new Readers(List.of(
                line(SignatureForm.A),
                line(SignatureForm.B),
                digest(SignatureForm.A),
                digest(SignatureForm.B),
                header(SignatureForm.A),
                header(SignatureForm.B)));
    }

    /// The value of `nlgov-adr-payload-sig`.
    private static Readers.One line(SignatureForm form) {
        Forge.Message good = new Forge(STAGE, form).good();
        return new Readers.One("signature line, form " + form, ascii(good.payloadSig()), bytes -> {
            Verdict verdict = VERIFIER.verify(good.line(_ -> latin1(bytes)).headers(), good.body());
            expect(verdict instanceof Verdict.Refused || latin1(bytes).equals(good.payloadSig()));
        });
    }

    /// The value of `Digest`; in form A another algorithm may stand beside the good value.
    private static Readers.One digest(SignatureForm form) {
        Forge.Message good = new Forge(STAGE, form).good();
        return new Readers.One("digest, form " + form, ascii(good.digest()), bytes -> {
            Headers headers =
                    Headers.of(PayloadSigner.PAYLOAD_SIG, good.payloadSig(), PayloadSigner.DIGEST, latin1(bytes));
            String base64 =
                    good.digest().substring("SHA-256=".length(), good.digest().length() - 1);
            expect(VERIFIER.verify(headers, good.body()) instanceof Verdict.Refused
                    || latin1(bytes).contains(base64));
        });
    }

    /// The protected header: what its reader and rules let through is signed again, and then names our signer
    /// or none.
    private static Readers.One header(SignatureForm form) {
        Forge forge = new Forge(STAGE, form);
        String good = Stage.header(forge.good().payloadSig());
        return new Readers.One("protected header, form " + form, ascii(good), bytes -> {
            inspect(forge, bytes);
            HeaderRules.check(JwsHeader.read(bytes));
            String text = new String(bytes, StandardCharsets.UTF_8);
            Forge.Message message = forge.header(_ -> text);
            expect(VERIFIER.verify(message.headers(), message.body()) instanceof Verdict.Refused
                    || text.contains(Forge.base64(STAGE.signing.leaf())));
        });
    }

    /// Who looks on where a verifier stops gets further into what is bad, and shows it.
    private static void inspect(Forge forge, byte[] header) {
        Forge.Message message = forge.header(_ -> new String(header, StandardCharsets.UTF_8), Forge.zeros(256));
        SignatureReport.Against nobody = new SignatureReport.Against(List.of(), List.of(), Optional.empty());
        try {
            SignatureReport report = SignatureInspection.inspect(
                    message.headers(), new MessageBody.Bytes(message.body()), nobody, STAGE.clock);
            report.signedAt()
                    .ifPresent(at -> expect(at.atOffset(ZoneOffset.MAX).getYear() <= 9999
                            && at.atOffset(ZoneOffset.MIN).getYear() >= -1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
