// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.TestClock;

/// A practice authority and one party of it, with keys as small as is allowed; made once for a test class.
final class Stage {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    static final Oin OIN = new Oin("00000099123456789000");

    final TestClock clock = new TestClock(START);
    final KeyMaker keys = new KeyMaker(2048, new SecureRandom());
    final Authority authority = Authority.create(Environment.TEST, keys, clock);
    final Holder holder = new Holder("Gemeente Voorbeeld", OIN, List.of("voorbeeld.example", "127.0.0.2", "::1"));
    final Identity signing = authority.issue(Purpose.SIGNING, holder);

    /// An identity on RSA whatever its purpose, so that its key alone is no reason to refuse it.
    Identity rsa(Purpose purpose) {
        KeyPair pair = keys.forLeaf(Purpose.SIGNING);
        return new Identity(pair.getPrivate(), authority.chain(purpose, holder, pair.getPublic()));
    }

    PayloadSigner signer() {
        return new PayloadSigner(signing, clock);
    }

    PayloadVerifier verifier() {
        return new PayloadVerifier(authority.trust(), new Freshness.Request(), clock);
    }

    Headers signed(byte[] body) {
        return signer().sign(body).addTo(Headers.NONE);
    }

    /// The code of a refusal, or `goed`.
    static String code(PayloadVerifier.Verdict verdict) {
        return switch (verdict) {
            case PayloadVerifier.Verdict.Verified _ -> "goed";
            case PayloadVerifier.Verdict.Refused refused -> refused.code();
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The protected header of a signature, as JSON text.
    static String header(String payloadSig) {
        return new String(
                Base64.getUrlDecoder().decode(payloadSig.substring(0, payloadSig.indexOf('.'))),
                StandardCharsets.UTF_8);
    }

    /// A signature with a header of choice, rightly signed.
    static String forge(String headerJson, byte[] body, Identity signer) {
        try {
            Base64.Encoder base64url = Base64.getUrlEncoder().withoutPadding();
            String header64 = base64url.encodeToString(utf8(headerJson));
            Signature engine = Pss.engine();
            engine.initSign(signer.key());
            engine.update(utf8(header64 + "."));
            engine.update(headerJson.contains("\"b64\":false") ? body : base64url.encode(body));
            return header64 + ".." + base64url.encodeToString(engine.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// As [#forge], over a text behind the header.
    static String forgeOverText(String headerJson, String text, Identity signer) {
        try {
            Base64.Encoder base64url = Base64.getUrlEncoder().withoutPadding();
            String header64 = base64url.encodeToString(utf8(headerJson));
            Signature engine = Pss.engine();
            engine.initSign(signer.key());
            engine.update(utf8(header64 + "." + text));
            return header64 + ".." + base64url.encodeToString(engine.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The headers of a message with a signature whose protected header is of choice, rightly signed.
    static Headers forged(String header, byte[] body, Identity signer) {
        return Headers.of(PayloadSigner.PAYLOAD_SIG, forge(header, body, signer));
    }

    static String fingerprint(X509Certificate certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(certificate));
    }
}
