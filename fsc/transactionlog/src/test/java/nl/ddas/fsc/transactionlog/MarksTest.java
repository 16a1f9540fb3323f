// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MarksTest {

    /// Few numbers, of which many want the same place: they push each other on, and close the gap again.
    @Property
    void holdsWhatASetHolds(@ForAll @Size(max = 200) List<@LongRange(min = -12, max = 12) Long> steps) {
        Marks marks = new Marks();
        Set<Long> expected = new HashSet<>();
        for (long step : steps) {
            long high = Math.abs(step) + 1;
            long low = (Math.abs(step) % 3) << 40;
            if (step < 0) {
                marks.remove(high, low);
                expected.remove(high);
            } else {
                assertThat(marks.add(high, low)).isEqualTo(expected.add(high));
            }
        }

        assertThat(marks.size()).isEqualTo(expected.size());
        for (long mark = 1; mark <= 13; mark++) {
            assertThat(marks.contains(mark, ((mark - 1) % 3) << 40)).isEqualTo(expected.contains(mark));
        }
    }

    @Test
    void growsAndForgetsNone() {
        Marks marks = new Marks();
        for (long mark = 1; mark <= 100_000; mark++) {
            assertThat(marks.add(mark, mark * 0x9E3779B97F4A7C15L)).isTrue();
        }

        assertThat(marks.size()).isEqualTo(100_000);
        for (long mark = 1; mark <= 100_000; mark++) {
            assertThat(marks.contains(mark, mark * 0x9E3779B97F4A7C15L)).isTrue();
        }
        assertThat(marks.contains(100_001, 0)).isFalse();
    }
}
