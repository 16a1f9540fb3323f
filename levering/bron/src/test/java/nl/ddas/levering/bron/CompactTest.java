// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "a" : 1 , "b" : [ true , null ] } | {"a":1,"b":[true,null]}
            {"a b" : "c  d"}                    | {"a b":"c  d"}
            {"a" : "\\"  " , "b" : 1}           | {"a":"\\"  ","b":1}
            {"a" : "\\\\" , "b" : 1}            | {"a":"\\\\","b":1}
            {"ë" : " ü "}                       | {"ë":" ü "}
            {}                                  | {}
            """)
    void takesOutWhiteSpaceBetweenPartsOnly(String json, String compact) {
        byte[] bron = ("  " + json).getBytes(StandardCharsets.UTF_8);
        byte[] doel = new byte[bron.length];
        int lengte = Compact.kopieer(bron, 2, bron.length - 2, doel, 0);
        assertThat(new String(doel, 0, lengte, StandardCharsets.UTF_8)).isEqualTo(compact);
    }
}
