// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ddas.basis.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InhoudscoderingTest {

    @Test
    void aBodyWithoutTheHeaderIsAsItWasMade() {
        assertThat(Inhoudscodering.van(Headers.of("Content-Type", "application/json")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " identity , IDENTITY"})
    void identityIsNoCoding(String waarde) {
        assertThat(Inhoudscodering.van(Headers.of("content-encoding", waarde))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip              | gzip
            GZIP              | gzip
            identity, br      | br
            x-gzip            | x-gzip
            deflate;q=1       | onleesbaar
            a\tb              | onleesbaar
            ''                | onleesbaar
            """)
    void everythingElseIsNamedAndNeverRepeatedWhenItIsNoName(String waarde, String codering) {
        assertThat(Inhoudscodering.van(Headers.of("Content-Encoding", waarde))).contains(codering);
    }

    @Test
    void theSecondLineCountsToo() {
        assertThat(Inhoudscodering.van(Headers.of("Content-Encoding", "identity", "Content-Encoding", "gzip")))
                .contains("gzip");
    }
}
