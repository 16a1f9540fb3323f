// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;

/// Whatever comes in, it is answered with a refusal: no reader throws.
class JoseFuzzTest {

    private static final Correspondents THEY = new Correspondents();
    private static final byte[] REQUEST = THEY.request("{\"a\":[1,2,3]}");
    private static final byte[] JWS =
            new JwtSigner(THEY.cbs.signing(), "JWT").sign("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    private static final byte[] CLAIMS =
            ("{\"iss\":\"00000099000000001000\",\"aud\":\"00000099000000002000\",\"iat\":1,"
                            + "\"exp\":2,\"jti\":\"a\",\"ddas\":{\"b\":[null,true,1.5e3,\"\u00eb\"]}}")
                    .getBytes(StandardCharsets.UTF_8);

    @Property(tries = 300)
    void alteredMessagesAreRefused(@ForAll Random random) {
        byte[] altered = alter(REQUEST, random);
        assertThat(THEY.requests(THEY.bron).read(altered)).satisfies(outcome -> assertThat(
                        outcome instanceof NestedJwtReader.Outcome.Refused || Arrays.equals(altered, REQUEST))
                .isTrue());
    }

    @Property(tries = 300)
    void alteredSignaturesAreRefused(@ForAll Random random) {
        JwtVerifier verifier = new JwtVerifier(THEY.authority::trust, Set.of("jwt"), THEY.clock);
        byte[] altered = alter(JWS, random);
        assertThat(verifier.verify(altered)).satisfies(outcome -> assertThat(
                        outcome instanceof JwtVerifier.Outcome.Refused || Arrays.equals(altered, JWS))
                .isTrue());
    }

    @Property(tries = 300)
    void anyBytesAreRead(@ForAll byte[] bytes) {
        assertThat(new JweDecrypter(() -> List.of(THEY.bron.encryption()), THEY.random).open(bytes))
                .isInstanceOf(JweDecrypter.Outcome.Refused.class);
        assertThat(JweHeader.read(bytes)).isInstanceOf(JweHeader.Outcome.Refused.class);
        assertThat(ClaimsReading.of(bytes, "ddas")).isEmpty();
        assertThat(Jwks.read(bytes)).isEmpty();
        assertThat(AccessToken.read(bytes)).isEmpty();
    }

    @Property(tries = 500)
    void theContentOfAlteredClaimsLiesWithinThem(@ForAll Random random) {
        byte[] altered = alter(CLAIMS, random);
        assertThat(ClaimsReading.of(altered, "ddas").stream())
                .allSatisfy(read -> assertThat(List.of(1, read.from(), read.to(), altered.length))
                        .isSorted());
    }

    /// One to four changes: a byte replaced, left out, doubled, or everything after it cut off.
    private static byte[] alter(byte[] message, Random random) {
        byte[] altered = message.clone();
        for (int i = random.nextInt(4); i >= 0 && altered.length > 1; i--) {
            int at = random.nextInt(altered.length);
            altered = switch (random.nextInt(8)) {
                case 0 -> Arrays.copyOf(altered, at);
                case 1 -> spliced(altered, at, at + 1, new byte[0]);
                case 2 -> spliced(altered, at, at, new byte[] {altered[at]});
                case 3 -> spliced(altered, at, at, new byte[] {'.'});
                default -> spliced(altered, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            };
        }
        return altered;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] made = new byte[bytes.length - (to - from) + between.length];
        System.arraycopy(bytes, 0, made, 0, from);
        System.arraycopy(between, 0, made, from, between.length);
        System.arraycopy(bytes, to, made, from + between.length, bytes.length - to);
        return made;
    }
}
