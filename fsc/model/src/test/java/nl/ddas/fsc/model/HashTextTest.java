// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashTextTest {

    private static final String DIGEST = "a".repeat(85) + "A";

    @Test
    void tellsAContentHashFromAGrantHash() {
        assertThat(HashText.read("$1$1$" + DIGEST)).isEqualTo(new ContentHash("$1$1$" + DIGEST));
        assertThat(HashText.read("$1$4$" + DIGEST)).isEqualTo(new GrantHash("$1$4$" + DIGEST));
        assertThat(new GrantHash("$1$5$" + DIGEST).type()).isEqualTo(GrantType.DELEGATED_SERVICE_PUBLICATION);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            $9$1$DIGEST,   UNKNOWN_ALGORITHM
            $9$1$short,    UNKNOWN_ALGORITHM
            $1$6$DIGEST,   UNKNOWN_KIND
            $1$0$DIGEST,   UNKNOWN_KIND
            $1$02$DIGEST,  UNKNOWN_KIND
            $01$1$DIGEST,  UNKNOWN_ALGORITHM
            abc,           MALFORMED
            $1$4$,         MALFORMED
            '',            MALFORMED
            $1$1$DIGEST=,  MALFORMED
            $1$1$DIGESTx,  MALFORMED
            $1$1$+DIGEST,  MALFORMED
            """)
    void saysWhyATextIsNoHash(String text, HashText.Reason reason) {
        HashText read = HashText.read(text.replace("DIGEST", DIGEST));

        assertThat(((HashText.Unreadable) read).reason()).isEqualTo(reason);
    }

    @Test
    void oneValueHasOneSpelling() {
        String strayBits = "$1$1$" + "a".repeat(85) + "B";

        assertThat(HashText.read(strayBits)).isInstanceOf(HashText.Unreadable.class);
    }
}
