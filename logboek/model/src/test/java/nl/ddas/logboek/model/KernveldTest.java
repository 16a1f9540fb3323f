// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Lists that others build on.
class KernveldTest {

    @Test
    void theNineFieldsAreThoseOfTheStandard() {
        assertThat(Kernveld.namen())
                .containsExactly(
                        "trace_id",
                        "span_id",
                        "status",
                        "name",
                        "start_time",
                        "end_time",
                        "parent_span_id",
                        "resource",
                        "attributes");
        assertThat(Arrays.stream(Kernveld.values()).filter(veld -> !veld.isVerplicht()))
                .containsExactly(Kernveld.PARENT_SPAN_ID, Kernveld.RESOURCE);
    }

    @Test
    void everyKeyOfTheCoreIsMadeOfLocalNames() {
        assertThat(Arrays.stream(Kernsleutel.values())
                        .map(one -> one.sleutel().substring(Kernsleutel.VOORVOEGSEL.length()))
                        .flatMap(rest -> Stream.of(rest.split("\\."))))
                .hasSameElementsAs(Kernsleutel.lokaleNamen());
    }

    @Test
    void storedWordsAreUnique() {
        assertThat(Arrays.stream(Ingestvlag.values()).map(Ingestvlag::tekst)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Ingestvlag.values())
                        .map(vlag -> Ingestvlag.of(vlag.tekst()).orElseThrow()))
                .containsExactly(Ingestvlag.values());
    }

    @Test
    void consequencesStandInOrderOfWeight() {
        assertThat(Collections.max(Arrays.asList(Gevolg.values()))).isEqualTo(Gevolg.WEIGEREN);
        assertThat(Collections.min(Arrays.asList(Gevolg.values()))).isEqualTo(Gevolg.WAARSCHUWEN);
    }
}
