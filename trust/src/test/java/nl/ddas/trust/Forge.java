// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.ddas.basis.Headers;

/// Makes messages in one form as somebody would who means harm, or who just does it otherwise.
record Forge(Stage stage, SignatureForm form) {

    static final byte[] BODY = Stage.utf8("{\"leveringen\": [],\n\"naam\": \"Zoë\"}");

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /// What comes over the line.
    record Message(Headers headers, byte[] body) {

        /// The same body, with another signature line.
        Message line(UnaryOperator<String> change) {
            return headers(
                    Headers.of(PayloadSigner.PAYLOAD_SIG, change.apply(payloadSig()), PayloadSigner.DIGEST, digest()));
        }

        Message headers(Headers other) {
            return new Message(other, body);
        }

        String payloadSig() {
            return headers.first(PayloadSigner.PAYLOAD_SIG).orElseThrow();
        }

        String digest() {
            return headers.first(PayloadSigner.DIGEST).orElseThrow();
        }
    }

    /// Turns the bytes that must be signed into the value of a signature.
    interface Engine {
        byte[] sign(byte[] input) throws GeneralSecurityException;
    }

    /// How it is judged, as a request that comes at once.
    String code(Message message) {
        return Stage.code(stage.verifier().verify(message.headers(), message.body()));
    }

    Message good() {
        return good(BODY);
    }

    Message good(byte[] body) {
        return new Message(
                new PayloadSigner(stage.signing, stage.clock, form).sign(body).addTo(Headers.NONE), body);
    }

    /// Rightly signed, under a protected header that is off.
    Message header(UnaryOperator<String> change) {
        return header(change, ps256(stage.signing.key()));
    }

    /// With another signature under another protected header.
    Message header(UnaryOperator<String> change, Engine engine) {
        return message(change.apply(header()), engine);
    }

    /// Rightly signed by the key of the first certificate.
    Message signed(PrivateKey key, List<X509Certificate> chain) {
        return message(header(chain), ps256(key));
    }

    /// The protected header of a good message, with these certificates.
    String header(List<X509Certificate> chain) {
        String list = chain.stream()
                .map(certificate -> "\"" + base64(certificate) + "\"")
                .collect(Collectors.joining(","));
        return header().replaceFirst("\"x5c\":\\[[^]]*]", "\"x5c\":[" + list + "]")
                .replaceFirst(
                        "\"x5t#S256\":\"[^\"]*\"", "\"x5t#S256\":\"" + Stage.fingerprint(chain.getFirst()) + "\"");
    }

    private String header() {
        return Stage.header(good().payloadSig());
    }

    private Message message(String header, Engine engine) {
        String header64 = BASE64URL.encodeToString(Stage.utf8(header));
        String digest = PayloadSigner.digest(Sha256.digest().digest(BODY));
        String signed =
                switch (form) {
                    case A ->
                        header.contains("\"b64\":false")
                                ? new String(BODY, StandardCharsets.UTF_8)
                                : BASE64URL.encodeToString(BODY);
                    case B -> "digest: " + digest;
                };
        try {
            byte[] signature = engine.sign(Stage.utf8(header64 + "." + signed));
            return new Message(
                    Headers.of(
                            PayloadSigner.PAYLOAD_SIG,
                            header64 + ".." + BASE64URL.encodeToString(signature),
                            PayloadSigner.DIGEST,
                            digest),
                    BODY);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(Sha256.der(certificate));
    }

    static Engine ps256(PrivateKey key) {
        return pss(key, "SHA-256", MGF1ParameterSpec.SHA256, 32);
    }

    static Engine pss(PrivateKey key, String hash, MGF1ParameterSpec mask, int salt) {
        return engine("RSASSA-PSS", key, new PSSParameterSpec(hash, "MGF1", mask, salt, 1));
    }

    /// RSA with the plain padding.
    static Engine rs256(PrivateKey key) {
        return input -> {
            Signature engine = Signature.getInstance("SHA256withRSA");
            engine.initSign(key);
            engine.update(input);
            return engine.sign();
        };
    }

    /// What a library accepts that takes the public key for a shared secret.
    static Engine hs256(byte[] secret) {
        return input -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input);
        };
    }

    static Engine zeros(int length) {
        return _ -> new byte[length];
    }

    private static Engine engine(String algorithm, PrivateKey key, AlgorithmParameterSpec parameters) {
        return input -> {
            Signature engine = Signature.getInstance(algorithm);
            engine.setParameter(parameters);
            engine.initSign(key);
            engine.update(input);
            return engine.sign();
        };
    }
}
