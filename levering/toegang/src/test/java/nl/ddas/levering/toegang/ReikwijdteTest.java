// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReikwijdteTest {

    @Test
    void readsWhatItWrites() {
        Reikwijdte deel = new Reikwijdte(false, Set.of("0363"), Set.of("intake", "client"));
        assertThat(Reikwijdte.lees(deel.toJson())).hasValue(deel);
        assertThat(Reikwijdte.lees(Reikwijdte.ALLES.toJson())).hasValue(Reikwijdte.ALLES);
    }

    @Test
    void aPermissionOfAnotherDecisionPointWithoutMoreIsAll() {
        assertThat(Reikwijdte.lees(JsonObject.EMPTY)).hasValue(Reikwijdte.ALLES);
        assertThat(Reikwijdte.lees(JsonObject.EMPTY.with("reason", "overeenkomst")))
                .hasValue(Reikwijdte.ALLES);
        assertThat(Reikwijdte.lees(JsonObject.EMPTY
                        .with("id", "7")
                        .with("reason_admin", JsonObject.EMPTY.with("nl", "overeenkomst"))
                        .with("reason_user", JsonObject.EMPTY.with("nl", "overeenkomst"))))
                .hasValue(Reikwijdte.ALLES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alles':false}",
                "{'alles':'ja'}",
                "{'gemeenten':[]}",
                "{'gemeenten':[],'veldgroepen':[]}",
                "{'gemeenten':'0363'}",
                "{'gemeenten':[363]}",
                "{'gemeenten':['0363',null]}",
                "{'gemeenten':['0363'],'veldgroepen':{}}",
                "{'gemeenten':['GM0363']}",
                "{'gemeenten':['0363 0518']}",
                "{'gemeenten':[' 0363']}",
                "{'gemeenten':['٠٣٦٣']}",
                "{'gemeenten':['']}",
                "{'veldgroepen':['intakee']}",
                "{'veldgroepen':['Intake']}",
                "{'veldgroepen':['intake client']}",
                "{'veldgroepen':['gemeentecode']}",
                "{'gemeenten':['0363'],'veldgroepen':['intakee']}",
                "{'alles':'ja','gemeenten':['0363']}",
                "{'gemeente':['0363']}",
                "{'Gemeenten':['0363']}",
                "{'obligations':[{'id':'pseudonimiseer'}]}",
                "{'alles':true,'obligations':[]}",
                "{'gemeenten':['0363'],'obligations':[]}",
                "{'reason':'overeenkomst','advice':{}}"
            })
    void grantsNothingThatItDoesNotUnderstand(String context) {
        byte[] json = context.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(JsonReading.of(json)).isInstanceOfSatisfying(JsonReading.Read.class, gelezen -> assertThat(
                        Reikwijdte.lees((JsonObject) gelezen.value()))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"alles", "gemeente 0363", "veldgroep planVanAanpak"})
    void readsADatumAsItIsWritten(String tekst) {
        assertThat(Gegeven.lees(tekst)).map(Gegeven::tekst).hasValue(tekst);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Alles",
                "gemeente",
                "gemeente 363",
                "gemeente 03634",
                "veldgroep ",
                "veldgroep a b",
                "veld intake"
            })
    void readsNoOtherDatum(String tekst) {
        assertThat(Gegeven.lees(tekst)).isEmpty();
    }

    @Test
    void aPermissionReachesSomething() {
        assertThatThrownBy(() -> new Reikwijdte(false, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
