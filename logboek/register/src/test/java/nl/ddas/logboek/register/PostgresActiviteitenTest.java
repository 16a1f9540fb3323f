// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract in a real PostgreSQL, and what the database refuses by itself.
class PostgresActiviteitenTest extends ActiviteitenContract {

    @TempDir
    private static Path data;

    private static Database database;
    private static PostgresActiviteiten store;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        store = PostgresActiviteiten.open(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /// Only who may switch off triggers can empty these tables; the test is the owner.
    @BeforeEach
    void empty() {
        sql("alter table versie disable trigger user");
        sql("truncate activiteit, versie, entiteit");
        sql("alter table versie enable trigger user");
    }

    @Override
    Activiteiten store() {
        return store;
    }

    private static void sql(String text) {
        database.jdbi("logregister").useHandle(db -> db.execute(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update versie set inhoud = '{}'",
                "update versie set valid_from = valid_from - interval '1 day'",
                "delete from versie",
                "truncate versie",
                "truncate activiteit cascade",
                "delete from activiteit",
                "insert into versie select activiteit, nummer + 2, valid_from + interval '1 day', inhoud from versie",
                "insert into versie select activiteit, nummer + 1, valid_from - interval '1 day', inhoud from versie"
            })
    @Requirement({"LDV-R2", "LDV-R3"})
    void theDatabaseItselfKeepsVersionsAsTheyAre(String change) {
        Activiteit stored = store.store(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Zo")))
                .orElseThrow();

        assertThatThrownBy(() -> sql(change)).isInstanceOf(RuntimeException.class);

        assertThat(store.find(EEN)).contains(stored);
    }

    @Test
    void anotherProcessSeesWhatIsStored() {
        Activiteit stored = store.store(Activiteit.unstored(EEN)
                        .with(JAN, Proefregister.zaak("Zo"))
                        .with(FEB, Proefregister.zaak("Zus")))
                .orElseThrow();

        assertThat(PostgresActiviteiten.open(database).find(EEN)).contains(stored);
    }
}
