// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VormbouwerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"pattern":"x"}                                    | keyword 'pattern' at #
                    {"properties":{"a":{"allOf":[]}}}                  | keyword 'allOf' at #/properties/a
                    {"items":{"format":"uri"}}                         | format 'uri' at #/items
                    {"type":"text"}                                    | type 'text' at #
                    {"$ref":"#/$defs/x"}                               | $ref '#/$defs/x', expected #/$defs/<name> at #
                    {"$ref":"#/$defs/x","type":"string","$defs":{"x":{}}} | keyword 'type' beside $ref at #
                    {"$ref":"#/$defs/x","$defs":{"x":{"items":{"$ref":"#/$defs/x"}}}} | leads back to itself
                    {"required":["a"]}                                 | required field 'a' that is not in properties
                    {"additionalProperties":{}}                        | a value that is not true or false
                    """)
    void stopsOnASchemaThatItWouldNotCheckWholly(String schema, String melding) {
        Map<?, ?> boom = (Map<?, ?>) Mutant.boom(schema.getBytes(StandardCharsets.UTF_8));
        Set<String> namen = new TreeSet<>();
        Vormbouwer.verzamelNamen(boom, namen);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vormbouwer.bouw(boom, Woordenlijst.van(namen)))
                .withMessageContaining(melding)
                .withMessageEndingWith("is not known to the form check");
    }
}
