// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import nl.ddas.basis.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract in a real PostgreSQL.
class PostgresQuarantaineTest extends QuarantaineContract {

    @TempDir
    private static Path data;

    private static Database database;
    private static PostgresQuarantaine store;
    private static PostgresQuarantainebeheer beheer;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        store = PostgresQuarantaine.open(database, GRENS);
        beheer = PostgresQuarantainebeheer.open(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.jdbi("logboek").useHandle(db -> db.execute("truncate quarantaine, quarantaine_stand"));
    }

    @Override
    Quarantaine store() {
        return store;
    }

    @Override
    Quarantainebeheer beheer() {
        return beheer;
    }

    @Test
    void theServerItselfCannotReadWhatLinesHold() {
        assertThat(store.isAfgeschermd()).isTrue();
        assertThatThrownBy(() -> database.jdbi("logboek").useTransaction(db -> {
                    Quarantainerol.SCHRIJVER.take(db);
                    db.createQuery("select inhoud from quarantaine")
                            .mapTo(byte[].class)
                            .list();
                }))
                .hasStackTraceContaining("permission denied for table quarantaine");
    }
}
