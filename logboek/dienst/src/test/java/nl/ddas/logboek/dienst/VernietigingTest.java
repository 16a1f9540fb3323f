// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VernietigingTest {

    private static final String TEXT = """
            ddas-vernietiging/1
            ronde 00000000-0000-0001-0000-000000000002
            activiteit https://register.voorbeeld.nl/processing-activities/3
            versie 2
            termijn P5Y
            voor 2021-11-22T12:00:00Z
            op 2026-11-22T12:00:00Z
            aantal 7
            bladen 0-4 7 9
            """;

    private static Vernietiging of(List<Long> nummers) {
        return new Vernietiging(
                new UUID(1, 2),
                "https://register.voorbeeld.nl/processing-activities/3",
                "2",
                Period.ofYears(5),
                Instant.parse("2021-11-22T12:00:00Z"),
                Instant.parse("2026-11-22T12:00:00Z"),
                Vernietiging.ranges(nummers));
    }

    @Test
    void evidenceIsReadableWithoutOurCode() {
        Vernietiging bewijs = of(List.of(0L, 1L, 2L, 3L, 4L, 7L, 9L));

        assertThat(new String(bewijs.vorm(), UTF_8)).isEqualTo(TEXT);
        assertThat(bewijs.covers(4)).isTrue();
        assertThat(bewijs.covers(5)).isFalse();
    }

    @Property
    void whatWasWrittenIsReadBack(@ForAll @NotEmpty Set<@LongRange(min = 0, max = 60) Long> nummers) {
        Vernietiging bewijs = of(List.copyOf(new TreeSet<>(nummers)));

        assertThat(Vernietiging.read(bewijs.vorm())).contains(bewijs);
        assertThat(bewijs.aantal()).isEqualTo(nummers.size());
        assertThat(LongStream.rangeClosed(0, 61).filter(bewijs::covers))
                .containsExactlyElementsOf(new TreeSet<>(nummers));
    }

    @ParameterizedTest
    @CsvSource({
        "ddas-vernietiging/1, ddas-vernietiging/2",
        "aantal 7, aantal 8",
        "0-4 7 9, 0-4 4 9",
        "0-4 7 9, 4-0 7 9",
        "0-4 7 9, '0-4 7 9 '",
        "0-4 7 9, ''",
        "0-4 7 9, 0-4 x",
        "P5Y, 5 jaar",
        "op 2026, toen 2026",
        "ronde 0, ronde x"
    })
    void whatWeDidNotWriteIsNoEvidence(String from, String to) {
        assertThat(Vernietiging.read(TEXT.getBytes(UTF_8))).isPresent();
        assertThat(Vernietiging.read(TEXT.replace(from, to).getBytes(UTF_8))).isEmpty();
        assertThat(Vernietiging.read(new byte[] {(byte) 0x8e})).isEmpty();
    }

    @Test
    void textsHaveNoLineBreaks() {
        assertThatThrownBy(() -> new Vernietiging(
                        new UUID(1, 2),
                        "urn:a\nbladen 1",
                        "2",
                        Period.ofYears(5),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        List.of(new Vernietiging.Bladreeks(0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
