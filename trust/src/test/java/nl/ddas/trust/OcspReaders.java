// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.Readers.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.basis.StatusAnswers.Question;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.OcspExchange.Outcome;
import nl.ddas.trust.OcspResponder.Says;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponse;

/// Readers of what an issuer says of one certificate (OCSP): as it comes in, and as it was kept.
///
/// What counts is what was signed: an answer with other bytes may be taken only when that part is the same to the
/// byte, and then it says the same. Beside it stand certificates that nobody needs.
final class OcspReaders {

    /// What is not answered at all.
    private static final Set<Says> NOTHING = EnumSet.of(Says.SILENT, Says.BREAKS);

    /// All that a refusal may say: nothing of what came in but numbers and the name of an algorithm.
    private static final Pattern WHY = Pattern.compile("the responder gives no answer, status -?\\d{1,10}"
            + "|the answer (is of an unknown type|is not in DER, or has something behind it|cannot be read"
            + "|has no nonce|is to another question, by its nonce|has a critical extension"
            + "|is about another certificate|is from the future|has ended|is not signed by the issuer"
            + "|is signed with (an unknown algorithm|[A-Z][A-Z0-9/-]{1,40})|brings \\d{1,5} certificates)"
            + "|the certificate of the responder (is not from the issuer, or too weak"
            + "|is not from the issuer, or not in force|is not for this \\(id-kp-OCSPSigning\\)"
            + "|may be revoked \\(id-pkix-ocsp-nocheck is missing\\))");

    private final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    private final OcspExchange exchange;
    private final Map<Says, byte[]> answers = new EnumMap<>(Says.class);
    private final Map<ByteBuffer, Outcome> taken = new HashMap<>();

    private OcspReaders() {
        try {
            OcspResponder responder = new OcspResponder(clock);
            exchange = new OcspExchange(
                    new Question(responder.leaf, responder.issuing), new byte[32], OcspExchange.Nonce.WHEN_THERE);
            for (Says says : EnumSet.complementOf(EnumSet.copyOf(NOTHING))) {
                responder.says = says;
                byte[] answer = responder.post(OcspStage.PLACE, exchange.request());
                answers.put(says, answer);
                Outcome outcome = exchange.read(answer, clock.instant());
                if (!(outcome instanceof Outcome.Unusable)) {
                    taken.put(signedPart(answer).orElseThrow(), outcome);
                }
            }
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Readers all() {
        OcspReaders made = new OcspReaders();
        List<Readers.One> all = made.answers.entrySet().stream()
                .map(entry -> new Readers.One(
                        "answer of a responder: " + entry.getKey(), entry.getValue(), made::isTakenAsItWasSigned))
                .toList();
        return new Readers(all);
    }

    private void isTakenAsItWasSigned(byte[] bytes) {
        Outcome outcome = exchange.read(bytes, clock.instant());
        if (outcome instanceof Outcome.Unusable(String why)) {
            expect(WHY.matcher(why).matches());
        } else {
            expect(signedPart(bytes).map(taken::get).filter(outcome::equals).isPresent());
        }
        expect(exchange.readKept(bytes, clock.instant()).equals(outcome));
    }

    /// The part over which the signature goes, in DER.
    private static Optional<ByteBuffer> signedPart(byte[] bytes) {
        try {
            byte[] inner = OCSPResponse.getInstance(bytes)
                    .getResponseBytes()
                    .getResponse()
                    .getOctets();
            return Optional.of(ByteBuffer.wrap(
                    BasicOCSPResponse.getInstance(inner).getTbsResponseData().getEncoded("DER")));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
