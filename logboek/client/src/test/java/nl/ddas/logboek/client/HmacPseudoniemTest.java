// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

@Requirement("LDV-A13")
class HmacPseudoniemTest {

    private static final byte[] KEY = new byte[32];
    private static final Betrokkene ONE = new Betrokkene("999993653", "BSN");

    @Test
    void theSameSubjectHasTheSamePseudonymUnderTheSameKeyOnly() {
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(code(KEY, ONE)).isEqualTo(code(KEY.clone(), ONE));
        assertThat(code(KEY, ONE)).isNotEqualTo(code(other, ONE));
    }

    @Test
    void theKindOfCodeCounts() {
        assertThat(code(KEY, ONE)).isNotEqualTo(code(KEY, new Betrokkene("999993653", "klantnummer")));
        assertThat(code(KEY, new Betrokkene("bc", "a"))).isNotEqualTo(code(KEY, new Betrokkene("c", "ab")));
    }

    /// Made with openssl: `printf 'BSN\0999993653' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00..00`.
    @Test
    void anybodyWithTheKeyCanMakeTheSame() {
        assertThat(code(KEY, ONE)).isEqualTo("dd36da38a23961ce8e552666864f57be143cc112d7ff152088bfd224cd3beaf4");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> Pseudonimisering.hmac(new byte[31], "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    private static String code(byte[] key, Betrokkene one) {
        return Pseudonimisering.hmac(key, "1").apply(one).code();
    }
}
