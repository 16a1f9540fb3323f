// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoorwaardelezerTest {

    private static final Map<String, List<String>> REGEL = Map.of(
            "dpl.x.soort", List.of("a"),
            "dpl.x.begin", List.of("2026-01-01"),
            "dpl.x.eind", List.of("2026-06-30"),
            "dpl.x.pagina", List.of("9"),
            "dpl.x.paginas", List.of("10"),
            "dpl.x.lijst", List.of("p", "q"));

    private static Voorwaarde read(String tekst) {
        return switch (Voorwaardelezer.read(tekst)) {
            case Voorwaardelezer.Lezing.Gelezen(Voorwaarde voorwaarde) -> voorwaarde;
            case Voorwaardelezer.Lezing.Fout(int teken, String melding) ->
                throw new AssertionError(tekst + " at " + teken + ": " + melding);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dpl.x.soort == a                               | WAAR",
                "dpl.x.soort != a                               | ONWAAR",
                "dpl.x.soort == 'a'                             | WAAR",
                "dpl.x.soort in [b, a]                          | WAAR",
                "dpl.x.soort in [b, c]                          | ONWAAR",
                "dpl.x.soort present                            | WAAR",
                "dpl.x.weg present                              | ONWAAR",
                "not dpl.x.weg present                          | WAAR",
                "dpl.x.weg == a                                 | ONBEKEND",
                "dpl.x.weg == a or dpl.x.soort == a             | WAAR",
                "dpl.x.weg == a and dpl.x.soort == b            | ONWAAR",
                "not dpl.x.weg == a                             | ONBEKEND",
                "dpl.x.eind >= dpl.x.begin                      | WAAR",
                "dpl.x.eind <= dpl.x.begin                      | ONWAAR",
                "dpl.x.pagina <= dpl.x.paginas                  | WAAR",
                "dpl.x.lijst == q                               | WAAR",
                "dpl.x.lijst in [r]                             | ONWAAR",
                "dpl.x.soort == b or dpl.x.soort == a and dpl.x.soort == b | ONWAAR",
                "(dpl.x.soort == b or dpl.x.soort == a) and dpl.x.weg present | ONWAAR",
                "not (dpl.x.soort == b) and dpl.x.soort == \"a\"  | WAAR"
            })
    void saysWhetherItHolds(String tekst, Waarheid verwacht) {
        assertThat(read(tekst).judge(REGEL)).isEqualTo(verwacht);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                              | 1  | verwacht is een sleutel of een waarde",
                "dpl.x.a                         | 8  | verwacht is ==",
                "dpl.x.a = b                     | 9  | dit teken hoort niet",
                "dpl.x.a < b                     | 9  | dit teken hoort niet",
                "dpl.x.a ==                      | 11 | verwacht is een sleutel of een waarde",
                "dpl.x.a in a                    | 12 | verwacht is [",
                "dpl.x.a in [a                   | 14 | verwacht is ]",
                "dpl.x.a in []                   | 13 | verwacht is een sleutel",
                "(dpl.x.a present                | 17 | verwacht is )",
                "woord present                   | 7  | sleutel die met dpl. begint",
                "dpl.x.a present dpl.x.b present | 17 | verwacht is and, or of het einde",
                "exec('rm')                      | 5  | verwacht is =="
            })
    void saysWhereItCannotBeRead(String tekst, int teken, String melding) {
        assertThat(Voorwaardelezer.read(tekst)).isInstanceOfSatisfying(Voorwaardelezer.Lezing.Fout.class, fout -> {
            assertThat(fout.melding()).contains(melding);
            assertThat(fout.teken()).isEqualTo(teken);
        });
    }

    @Test
    void refusesWhatIsLongOrDeep() {
        assertThat(Voorwaardelezer.read("not ".repeat(200) + "dpl.x.a present"))
                .isInstanceOf(Voorwaardelezer.Lezing.Fout.class);
        assertThat(Voorwaardelezer.read("(".repeat(900))).isInstanceOf(Voorwaardelezer.Lezing.Fout.class);
        assertThat(Voorwaardelezer.read("a".repeat(1001))).isInstanceOf(Voorwaardelezer.Lezing.Fout.class);
    }

    @Test
    void knowsItsKeys() {
        assertThat(read("dpl.x.b == dpl.x.a and not dpl.x.c in [dpl.x.d, woord]")
                        .sleutels())
                .containsExactly("dpl.x.a", "dpl.x.b", "dpl.x.c", "dpl.x.d");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String tekst) {
        assertThat(Voorwaardelezer.read(tekst)).isNotNull();
    }
}
