// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was kept of a register by a program that judged less strictly.
class RegistergeheugenTest {

    private static final String URI = Proefregister.document().uri(EEN).toString();

    @TempDir
    private Path map;

    private Registerbron.Antwoord answer = new Registerbron.Antwoord.Weg("down");

    private Registercache cache(Database database) {
        return new Registercache(
                _ -> answer,
                PostgresRegistergeheugen.open(database),
                Regelaanwezigheid.GEEN,
                Clock.fixed(MRT, ZoneOffset.UTC));
    }

    private static void keep(Database database, String adres, String document) {
        PostgresRegistergeheugen _ = PostgresRegistergeheugen.open(database);
        database.jdbi("registergeheugen")
                .useHandle(db -> db.createUpdate("insert into stand (adres, document) values (:adres, :document)")
                        .bind("adres", adres)
                        .bind("document", document)
                        .execute());
    }

    @Test
    @Requirement("LDV-R3")
    void whatIsNoGoodRegisterAnyMoreIsToldAndTheRegisterItselfIsTaken() {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            keep(database, Proefregister.BASE.toString(), "{\"ldvRegister\": 1}");
            Registercache away = cache(database);
            assertThat(away.refresh()).isFalse();
            assertThat(away.isBekend()).isFalse();

            answer = new Registerbron.Antwoord.Nieuw(
                    Proefregister.document(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een"))), "1");
            Registercache cache = cache(database);
            assertThat(cache.refresh()).isTrue();
            assertThat(cache.uris()).containsExactly(URI);
            assertThat(cache.klacht()).isEmpty();
            assertThat(cache.geheugenklacht().orElseThrow())
                    .contains("het register " + Proefregister.BASE, "vergelijk het register zelf");

            // From here on its past is held against it again.
            Registercache later = cache(database);
            assertThat(later.refresh()).isTrue();
            assertThat(later.geheugenklacht()).isEmpty();
            answer = new Registerbron.Antwoord.Nieuw(
                    Proefregister.document(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Anders"))), "2");
            assertThat(cache(database).refresh()).isFalse();
        }
    }

    /// Nobody can do anything about it, so it is in the log of the program and not in health.
    @Test
    void aBadOneOfAnotherAddressIsNoMatterForHealth() {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            keep(database, "https://elders.voorbeeld/v1", "{\"ldvRegister\": 1}");
            answer = new Registerbron.Antwoord.Nieuw(
                    Proefregister.document(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een"))), "1");
            Registercache cache = cache(database);

            assertThat(cache.refresh()).isTrue();
            assertThat(cache.uris()).containsExactly(URI);
            assertThat(cache.geheugenklacht()).isEmpty();
        }
    }
}
