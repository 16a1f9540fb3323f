// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    /// RFC 4231, test case 1.
    @Test
    void givesTheOutcomeOfTheStandardWhateverThePieces() {
        byte[] key = new byte[20];
        Arrays.fill(key, (byte) 0x0b);
        byte[] text = "Hi There".getBytes(StandardCharsets.US_ASCII);
        String expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        KeyedHash hash = new KeyedHash(key);
        assertThat(HexFormat.of().formatHex(hash.add(text).end())).isEqualTo(expected);
        hash.add(text[0]).add(text, 1, 4).add(Arrays.copyOfRange(text, 5, 8));
        assertThat(HexFormat.of().formatHex(hash.end())).isEqualTo(expected);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new KeyedHash(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }
}
