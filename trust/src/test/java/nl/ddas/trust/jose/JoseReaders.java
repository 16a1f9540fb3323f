// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static nl.ddas.trust.Readers.expect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.Readers;

/// Readers of messages that are whole in themselves: encrypted, signed, and what is in them.
final class JoseReaders {

    private static final Correspondents THEY = new Correspondents();
    private static final byte[] REQUEST = THEY.request("{\"a\":[1,2,3]}");
    private static final byte[] JWS =
            new JwtSigner(THEY.cbs.signing(), "JWT").sign("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    private static final byte[] HEADER =
            "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"cty\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLAIMS =
            "{\"iss\":\"1\",\"aud\":\"2\",\"iat\":1,\"exp\":2,\"jti\":\"a\",\"ddas\":{\"b\":[null,true,1.5e3]}}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEYS = "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"enc\",\"kid\":\"k\",\"x5c\":[\"MIIB\"]}]}"
            .getBytes(StandardCharsets.UTF_8);

    private JoseReaders() {}

    static Readers all() {
        return new Readers(List.of(
                new Readers.One("encrypted request", REQUEST, JoseReaders::request),
                new Readers.One("opened only", REQUEST, JoseReaders::opened),
                new Readers.One("signed JWT", JWS, JoseReaders::signed),
                new Readers.One("header of a JWE", HEADER, JweHeader::read),
                new Readers.One("claims", CLAIMS, JoseReaders::claims),
                new Readers.One("published keys", KEYS, Jwks::read),
                new Readers.One("access token", JWS, AccessToken::read)));
    }

    private static void request(byte[] bytes) {
        expect(THEY.requests(THEY.bron).read(bytes) instanceof NestedJwtReader.Outcome.Refused
                || Arrays.equals(bytes, REQUEST));
    }

    private static void opened(byte[] bytes) {
        expect(new JweDecrypter(() -> List.of(THEY.bron.encryption()), THEY.random).open(bytes)
                        instanceof JweDecrypter.Outcome.Refused
                || Arrays.equals(bytes, REQUEST));
    }

    private static void signed(byte[] bytes) {
        JwtVerifier verifier = new JwtVerifier(THEY.authority::trust, Set.of("jwt"), THEY.clock);
        expect(verifier.verify(bytes) instanceof JwtVerifier.Outcome.Refused || Arrays.equals(bytes, JWS));
    }

    /// The content lies within what was read.
    private static void claims(byte[] bytes) {
        ClaimsReading.of(bytes, "ddas")
                .ifPresent(read -> expect(1 <= read.from() && read.from() <= read.to() && read.to() <= bytes.length));
    }
}
