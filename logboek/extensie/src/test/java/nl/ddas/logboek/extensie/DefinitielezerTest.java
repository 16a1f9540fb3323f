// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitielezerTest {

    private static List<Leesfout> faults(String yaml) {
        return Definitielezer.read("proef", yaml.getBytes(UTF_8)).fouten();
    }

    @Test
    void readsASoundDefinition() {
        Definitielezing lezing = Proefdefinitie.of("proef", "iets", "anders").read();

        assertThat(lezing.fouten()).isEmpty();
        Definitie definitie = lezing.definitie().orElseThrow();
        assertThat(definitie.prefix()).isEqualTo("dpl.proef.");
        assertThat(definitie.attributen())
                .extracting(Attribuut::sleutel)
                .containsExactly("dpl.proef.iets", "dpl.proef.anders");
        assertThat(definitie.document().scenarios().getFirst().regels()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nmae: x                          | DEF-3 | /nmae                  | 2 | Bedoelde u 'name'?",
                "onzin: x                         | DEF-3 | /onzin                 | 2 | Hier mogen: ldvExtension",
                "name: [x]                        | DEF-4 | /name                  | 2 | Verwacht is een tekst, maar er staat een lijst",
                "core: x                          | DEF-4 | /core                  | 2 | een blok met namen en waarden",
                "attributes: x                    | DEF-4 | /attributes            | 2 | een lijst (met streepjes)",
                "attributes: [x]                  | DEF-4 | /attributes/0          | 2 | een blok met namen en waarden",
                "attributes: [{kye: x}]           | DEF-3 | /attributes/0/kye      | 2 | Bedoelde u 'key'?",
                "guideline: 2.0.0                 | DEF-5 | /guideline             | 2 | een van seed, 1.0.0, maar er staat '2.0.0'",
                "attributes: [{personal: ja}]     | DEF-5 | /attributes/0/personal | 2 | een van none",
                "rules: [{id: a, assert: 'dpl.x'}] | DEF-6 | /rules/0/assert       | 2 | bij teken 6 niet te lezen",
                "attributes: [{required: {when: }}] | DEF-6 | /attributes/0/required/when | 2 | niet te lezen"
            })
    void saysWhatDoesNotFitTheFormatAndWhere(String regel, String code, String pointer, int waar, String melding) {
        List<Leesfout> fouten = faults("ldvExtension: 1\n" + regel + "\n");

        assertThat(fouten).hasSize(1);
        assertThat(fouten.getFirst().code()).isEqualTo(code);
        assertThat(fouten.getFirst().pointer()).isEqualTo(pointer);
        assertThat(fouten.getFirst().plek().regel()).isEqualTo(waar);
        assertThat(fouten.getFirst().melding()).contains(melding);
    }

    @Test
    void theFormatHasANumber() {
        assertThat(faults("name: x\n"))
                .singleElement()
                .extracting(Leesfout::code)
                .isEqualTo(Leesfout.WOORD);
        assertThat(faults("ldvExtension: 2\n"))
                .singleElement()
                .extracting(Leesfout::pointer)
                .isEqualTo("/ldvExtension");
    }

    @Test
    void nothingWrittenIsNothingThere() {
        Definitielezing lezing =
                Proefdefinitie.read("proef", "ldvExtension: 1\nname: ~\ntitle: null\ndoc:\nattributes:\n");

        assertThat(lezing.fouten()).isEmpty();
        assertThat(lezing.definitie().orElseThrow().kop().naam()).isEmpty();
        assertThat(lezing.definitie().orElseThrow().attributen()).isEmpty();
    }

    @Test
    void aFileFullOfFaultsGivesAHundred() {
        StringBuilder yaml = new StringBuilder("ldvExtension: 1\n");
        for (int i = 0; i < 500; i++) {
            yaml.append("onzin").append(i).append(": x\n");
        }
        assertThat(faults(yaml.toString())).hasSize(100);
    }
}
