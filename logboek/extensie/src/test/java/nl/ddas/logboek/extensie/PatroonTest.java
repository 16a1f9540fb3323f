// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatroonTest {

    @ParameterizedTest
    @CsvSource({"^a+$, aaa, true", "^a+$, aab, false", "a, bab, true"})
    void findsAsJsonSchemaDoes(String patroon, String waarde, boolean past) {
        assertThat(Patroon.of(patroon).orElseThrow().matches(waarde)).isEqualTo(past);
    }

    @ParameterizedTest
    @CsvSource({"(", "[a", "a{2", "'(?<x>a)(?<x>b)'"})
    void refusesWhatIsNoExpression(String patroon) {
        assertThat(Patroon.of(patroon)).isEmpty();
    }

    @Test
    void givesUpOnAnExpressionThatNeverEnds() {
        assertThat(Patroon.of("^(a+)+$").orElseThrow().matches("a".repeat(60) + "b"))
                .isFalse();
        assertThat(Patroon.of("(a|b|ab)*c").orElseThrow().matches("ab".repeat(2000)))
                .isFalse();
        assertThat(Patroon.of("x".repeat(301))).isEmpty();
    }

    @Test
    void saysThatItGaveUpInsteadOfThatAValueDoesNotFit() {
        for (String endless : List.of("(a|b|ab)*c", ".*.*.*z")) {
            Patroon patroon = Patroon.of(endless).orElseThrow();
            assertThat(patroon.judge("ab".repeat(2000))).as(endless).isNotEqualTo(Patroon.Uitkomst.PAST);
            assertThat(patroon.isCheapFor("ab")).as(endless).isFalse();
        }
        assertThat(Patroon.of("^[a-z0-9._-]{1,200}$").orElseThrow().isCheapFor("ab.c"))
                .isTrue();
    }

    @Test
    @Requirement("EXT-37")
    void aDefinitionWithAnExpressionThatNeverEndsIsTold() {
        Proefdefinitie costly = Proefdefinitie.of("appels")
                .keys(Proefdefinitie.Sleutel.of("dpl.appels.soort")
                        .with("pattern", "'^a.*.*.*z?[0-9]*$|^.*.*.*b$'")
                        .with("examples", "[aaa]"));

        assertThat(Proefdefinitie.check(Profiel.VERSIE_1_0_0, costly)
                        .bestanden()
                        .getFirst()
                        .bevindingen())
                .anySatisfy(one -> assertThat(one.melding()).contains("te veel rekentijd"));
    }

    @ParameterizedTest
    @CsvSource({
        "'^urn:kvk:\\d{8}$', urn:kvk:12345672, true",
        "'^urn:kvk:\\d{8}$', 12345672, false",
        "'^\\d+$', 123456782, false",
        "'^\\d{9}$', 123456782, false",
        "'\\d', urn:kvk:12345672, false",
        "'^K-\\d+$', K-123456782, false",
        "'^x .*$', x 123456782, false",
        "'^K[0-9a-z]{9}$', K123456782, false",
        "'', 123456782, false"
    })
    @Requirement("LDV-L23")
    void aNumberIsAnOwnOneOnlyWhereThePatternWantsJustThoseDigits(String patroon, String waarde, boolean isEigen) {
        Waardetoets toets = Waardetoets.of(Proefdefinitie.of("appels")
                .keys(Proefdefinitie.Sleutel.of("dpl.appels.soort").with("pattern", "'" + patroon + "'"))
                .read()
                .definitie()
                .orElseThrow()
                .attributen()
                .getFirst());

        assertThat(toets.isEigenNummer(waarde)).isEqualTo(isEigen);
        assertThat(toets.looksLikeBsn("123456782")).isTrue();
    }
}
