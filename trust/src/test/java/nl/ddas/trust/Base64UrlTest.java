// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Base64url in pieces of a large text: as Java's own, but for texts with a second spelling.
class Base64UrlTest {

    private static final Base64.Encoder JAVA = Base64.getUrlEncoder().withoutPadding();

    private static byte[] some(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /// Around four characters, and around the 64 KB in which it goes.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 49_151, 49_152, 49_153, 98_304, 98_305, 200_000})
    void whatWasEncodedComesBack(int length) {
        byte[] bytes = some(length);
        String text = JAVA.encodeToString(bytes);
        byte[] amid = ("x" + text + ".y").getBytes(StandardCharsets.US_ASCII);

        assertThat(Base64Url.encode(bytes)).isEqualTo(text);
        assertThat(Base64Url.length(length)).isEqualTo(text.length());
        assertThat(Base64Url.decode(amid, 1, 1 + text.length()).orElseThrow()).isEqualTo(bytes);
        assertThat(Base64Url.decode(amid, 1, 1 + text.length(), 16).orElseThrow())
                .isEqualTo(Arrays.copyOf(bytes, length + 16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAAAA",
                "AB",
                "AAB",
                "AAAAAB",
                "AA==",
                "AAA=",
                "AAAA=",
                "AAAAAA==",
                "AA=A",
                "A A",
                "A+/A",
                "AAAA\n",
                "\u00e9AAA",
                "!AAA",
                "AAA!",
                "===="
            })
    void anotherSpellingIsRefused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Base64Url.decode(bytes, 0, bytes.length)).isEmpty();
        assertThat(StrictBase64.url(text)).isEmpty();
    }

    @Test
    void aWrongCharacterFarIntoALargeTextIsSeen() {
        byte[] good = JAVA.encode(some(150_000));
        for (int at : new int[] {0, 65_535, 65_536, 131_072, good.length - 1}) {
            for (char wrong : new char[] {'=', '+', '.', '\n'}) {
                byte[] spoilt = good.clone();
                spoilt[at] = (byte) wrong;
                assertThat(Base64Url.decode(spoilt, 0, spoilt.length))
                        .as("%d in place of byte %d", (int) wrong, at)
                        .isEmpty();
            }
        }
    }
}
