// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

class TraceboomTest {

    private static Gevonden line(int log, long span, long parent, long start) {
        return new Gevonden(
                log,
                new Tracelijn(
                        Proefregel.TRACE,
                        new SpanId(span),
                        parent == 0 ? Optional.empty() : Optional.of(new SpanId(parent)),
                        "Ok",
                        "x",
                        start,
                        start,
                        JsonObject.EMPTY));
    }

    private static List<String> shape(Gevonden... lines) {
        return Traceboom.of(List.of(lines)).stream()
                .map(tak -> " ".repeat(tak.diepte()) + tak.regel().spanId().waarde())
                .toList();
    }

    @Test
    @Requirement("READ-17")
    void linesOfSeveralLogsStandBelowTheirCallersByTime() {
        assertThat(shape(line(1, 4, 2, 30), line(0, 3, 1, 20), line(0, 1, 0, 10), line(0, 2, 1, 15), line(1, 5, 2, 25)))
                .containsExactly("1", " 2", "  5", "  4", " 3");
    }

    @Test
    @Requirement("READ-17")
    void aLineWhoseCallerIsMissingSaysSo() {
        assertThat(Traceboom.of(List.of(line(0, 1, 9, 10))).getFirst().plek()).isEqualTo(Tak.Plek.AANROEPER_ONTBREEKT);
    }

    @Test
    @Requirement("READ-17")
    void linesThatCallEachOtherInACircleEndUpInTheTreeOnce() {
        List<Tak> takken = Traceboom.of(List.of(line(0, 1, 2, 10), line(0, 2, 1, 5), line(0, 3, 3, 1)));

        assertThat(takken).extracting(tak -> tak.regel().spanId().waarde()).containsExactly(3L, 2L, 1L);
        assertThat(takken.get(1).plek()).isEqualTo(Tak.Plek.KRING);
    }

    @Test
    void aTreeMayBeVeryDeep() {
        List<Gevonden> chain = IntStream.rangeClosed(1, 100_000)
                .mapToObj(i -> line(0, i, i - 1, i))
                .toList();

        assertThat(Traceboom.of(chain).getLast().diepte()).isEqualTo(99_999);
    }

    @Property(tries = 300)
    void everyLineStandsInTheTreeOnce(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 12) Integer> parents,
            @ForAll @IntRange(min = 1, max = 12) int spans) {
        List<Gevonden> lines = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            lines.add(line(i % 3, i % spans + 1, parents.get(i), i * 7 % 5));
        }

        List<Tak> takken = Traceboom.of(lines);
        assertThat(takken.stream().map(tak -> new Gevonden(tak.logboek(), tak.regel())))
                .containsExactlyInAnyOrderElementsOf(lines);
        for (Tak tak : takken) {
            assertThat(tak.diepte() == 0).isEqualTo(tak.plek() != Tak.Plek.ONDER_AANROEPER);
        }
    }
}
