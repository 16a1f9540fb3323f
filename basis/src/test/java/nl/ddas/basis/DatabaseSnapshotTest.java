// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reading two parts as they are at one moment.
class DatabaseSnapshotTest {

    @TempDir
    private Path folder;

    private static int rows(Jdbi jdbi, String table) {
        return jdbi.withHandle(db -> db.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void whatOthersChangeMeanwhileIsNotSeenInAnyPart() throws Exception {
        try (Database database = Database.embedded(folder, new SecureRandom())) {
            for (String schema : List.of("een", "twee")) {
                database.jdbi("een").useHandle(db -> db.execute("create schema if not exists " + schema));
                database.jdbi(schema).useHandle(db -> db.execute("create table tabel_" + schema + " (a int)"));
            }
            List<Integer> seen = database.snapshot(List.of("een", "twee"), then -> {
                int first = rows(then, "tabel_een");
                database.jdbi("een").useHandle(db -> db.execute("insert into tabel_een values (1)"));
                database.jdbi("twee").useHandle(db -> db.execute("insert into tabel_twee values (1)"));
                return List.of(first, rows(then, "tabel_een"), rows(then, "tabel_twee"));
            });
            assertThat(seen).containsExactly(0, 0, 0);
            assertThat(rows(database.jdbi("twee"), "tabel_twee")).isEqualTo(1);
            assertThatThrownBy(() -> database.snapshot(
                            List.of("een"), then -> then.withHandle(db -> db.execute("delete from tabel_een"))))
                    .hasMessageContaining("read-only");
            assertThatThrownBy(() -> database.snapshot(List.of("een"), _ -> {
                        throw new IOException("of the reader");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("of the reader");
        }
    }
}
