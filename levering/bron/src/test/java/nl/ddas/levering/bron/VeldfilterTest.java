// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeldfilterTest {

    /// `'` stands for `"`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "{'gemeentecode':'0363','client':[{'bsn':'1'}],'startdatum':'2026-01-01'}"
                        + " | {'gemeentecode':'0363','startdatum':'2026-01-01'}",
                "{'intake':{'startdatum':'2026-01-01'},'client':[]} | {'intake':{'startdatum':'2026-01-01'}}",
                "{'client':[{'a':']}'},{'b':'\\\\'}],'intake':{'a':[{}]}} | {'intake':{'a':[{}]}}",
                "{'schulden':[[1,2],{'c':{'d':[]}}],'einddatum':null} | {'einddatum':null}",
                "{'omschrijving':'zegt \\', ja','intake':{}} | {'intake':{}}",
                "{'totaal':12.50,'intake':{'x':1.50e3}} | {'intake':{'x':1.50e3}}",
                "{'\\u0069ntake':{},'client':1} | {}",
                "{'a':true} | {}"
            })
    void keepsTheCoreAndThePartsThatAreNamed(String traject, String gehouden) {
        byte[] bytes = traject.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(new String(new Veldfilter(Set.of("intake")).pas(bytes), StandardCharsets.UTF_8))
                .isEqualTo(gehouden.replace('\'', '"'));
    }
}
