// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ddas.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same list for lines and for definitions of extensions.
class VerbodenTest {

    @ParameterizedTest
    @CsvSource({
        "dpl.x.user_id, USER_DATA",
        "dpl.x.users, USER_DATA",
        "dpl.x.gebruikersnaam, USER_DATA",
        "dpl.x.medewerker_nummer, USER_DATA",
        "dpl.x.behandelaar, USER_DATA",
        "user.email, USER_DATA",
        "dpl.x.grondslagen, REGISTER_FACT",
        "dpl.x.purpose, REGISTER_FACT",
        "dpl.x.controller_name, REGISTER_FACT",
        "dpl.x.bewaren_tot, RETENTION",
        "dpl.x.vernietigen_op, RETENTION",
        "dpl.x.retentionPeriod, RETENTION",
        "dpl.x.vertrouwelijkheidsniveau, CONFIDENTIALITY",
        "dpl.core.confidentiality_level, CONFIDENTIALITY"
    })
    @Requirement("LDV-L16")
    void whatDoesNotBelongInALineIsKnownByItsName(String sleutel, Regelcode code) {
        assertThat(Verboden.find(sleutel)).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpl.x.id", "dpl.retention.x", "dpl.users.soort", "service.name", "dpl.ddas.levering_id"})
    void otherKeysAreFree(String sleutel) {
        assertThat(Verboden.find(sleutel)).isEmpty();
    }
}
