// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ddas.basis.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InhoudssoortTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | true  | false
            application/json; charset=utf-8   | true  | false
            Application/JSON;charset="UTF-8"  | true  | false
            application/json; charset=latin1  | false | false
            application/jose                  | false | true
            application/jose+json             | false | true
            application/JOSE                  | false | true
            application/jwt                   | false | false
            text/plain                        | false | false
            """)
    void eachKindHasItsOwnNames(String soort, boolean json, boolean jose) {
        Headers headers = Headers.of("Content-Type", soort);
        assertThat(Inhoudssoort.JSON.isVan(headers)).isEqualTo(json);
        assertThat(Inhoudssoort.JOSE.isVan(headers)).isEqualTo(jose);
        assertThat(Inhoudssoort.JOSE.isVan(headers.with("Content-Encoding", "gzip")))
                .isFalse();
        assertThat(Inhoudssoort.JOSE.isVan(headers.with("Content-Type", soort))).isFalse();
    }

    @Test
    void onlyJsonMayBeNothingAtAll() {
        Headers leeg = Headers.of("Content-Length", "0");
        assertThat(Inhoudssoort.JSON.isVan(leeg)).isTrue();
        assertThat(Inhoudssoort.JOSE.isVan(leeg)).isFalse();
        assertThat(Inhoudssoort.JSON.isVan(Headers.NONE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                   | true  | true
            application/*;q=0.5                   | true  | true
            application/json                      | true  | false
            application/jose                      | false | true
            application/jose+json, text/html      | false | true
            application/jose;q=0, application/json| true  | false
            text/html                             | false | false
            """)
    void anAnswerMustBeWanted(String accept, boolean json, boolean jose) {
        Headers headers = Headers.of("Accept", accept);
        assertThat(Inhoudssoort.JSON.isGewenst(headers)).isEqualTo(json);
        assertThat(Inhoudssoort.JOSE.isGewenst(headers)).isEqualTo(jose);
    }
}
