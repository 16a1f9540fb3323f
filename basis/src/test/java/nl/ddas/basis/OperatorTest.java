// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"Anna Bakker", "J.P. de Vries", "Chloé D'Hondt", "Fatma Yılmaz-van den Berg"})
    void aPersonHasAGivenAndAFamilyName(String name) throws Exception {
        assertThat(Operator.of(TestOperators.certificate(name, TestOperators.keys("EC")))
                        .orElseThrow()
                        .name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beheer", "bron.gemeente.example", "Team 4", "DEMO stam-CA 2", "Анна Баккер", " "})
    void anythingElseIsNoOperator(String name) throws Exception {
        X509Certificate certificate = TestOperators.certificate(name, TestOperators.keys("EC"));

        assertThat(Operator.of(certificate)).isEmpty();
        assertThatThrownBy(() -> new Operator(certificate)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Bakker, Anna Bakker, true",
        "Anna Bakker, ANNA BAKKER, true",
        "J.P. de Vries, JP de Vriés, true",
        "Anna Bakker, Anna Bakkers, false"
    })
    void theSameNameIsTheSamePersonWhateverTheKey(String one, String other, boolean same) throws Exception {
        assertThat(TestOperators.operator(one)
                        .operator()
                        .isSamePerson(TestOperators.operator(other).operator()))
                .isEqualTo(same);
    }

    @Test
    void theSameKeyIsTheSamePersonWhateverTheName() throws Exception {
        KeyPair keys = TestOperators.keys("EC");

        assertThat(TestOperators.operator("Anna Bakker", keys)
                        .operator()
                        .isSamePerson(
                                TestOperators.operator("Bram Visser", keys).operator()))
                .isTrue();
    }

    @Test
    void nobodyActsWithTheKeyOfAnother() throws Exception {
        Operator anna = TestOperators.operator("Anna Bakker").operator();
        KeyPair other = TestOperators.keys("EC");

        assertThatThrownBy(() -> new OperatorKey(anna, other.getPrivate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsNoNameWhenPrinted() throws Exception {
        assertThat(TestOperators.operator("Anna Bakker").toString()).doesNotContain("Anna");
    }

    @Test
    void isValidAsLongAsItsCertificate() throws Exception {
        Operator anna = TestOperators.operator("Anna Bakker").operator();

        assertThat(anna.isValidAt(TestOperators.START)).isTrue();
        assertThat(anna.isValidAt(TestOperators.START.minusSeconds(1))).isFalse();
        assertThat(anna.isValidAt(TestOperators.START.plus(Duration.ofDays(366))))
                .isFalse();
    }
}
