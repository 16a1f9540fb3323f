// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import nl.ddas.basis.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules of a witness in a real PostgreSQL.
class PostgresGetuigenstandTest extends GetuigeContract {

    @TempDir
    private static Path data;

    private static Database database;

    @BeforeAll
    static void start() {
        database = Database.embedded(data, new SecureRandom());
        PostgresBomen.open(database);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    Getuigenstand stand() {
        database.jdbi("boom").useHandle(db -> {
            db.execute("alter table getuigd disable trigger all");
            db.execute("delete from getuigd");
            db.execute("alter table getuigd enable trigger all");
        });
        return PostgresGetuigenstand.connect(database);
    }

    @Test
    void theDatabaseItselfRefusesAnotherRootAndASmallerTree() {
        Getuigenstand stand = stand();
        SignedNote note = NoteSigner.draw(ORIGIN, new SecureRandom()).sign("a\n");
        Hash root = Merkle.leaf(new byte[0]);
        assertThat(stand.advance(ORIGIN, Getuigenstand.Kop.GEEN, new Getuigenstand.Kop(10, root), note))
                .isTrue();
        for (String sql : new String[] {
            "update getuigd set grootte = 9", "update getuigd set wortel = sha256('')", "delete from getuigd"
        }) {
            assertThatThrownBy(() -> database.jdbi("boom").useHandle(db -> db.execute(sql)))
                    .as(sql)
                    .hasMessageContaining("ERROR");
        }
        assertThat(stand.last(ORIGIN)).contains(new Getuigenstand.Kop(10, root));
    }

    @Test
    void whatAnotherConnectionKeptIsSeenAtOnce() {
        Getuigenstand stand = stand();
        SignedNote note = NoteSigner.draw(ORIGIN, new SecureRandom()).sign("a\n");
        Getuigenstand.Kop first = new Getuigenstand.Kop(1, Merkle.leaf(new byte[] {1}));
        Getuigenstand.Kop second = new Getuigenstand.Kop(2, Merkle.leaf(new byte[] {2}));
        assertThat(stand.advance(ORIGIN, Getuigenstand.Kop.GEEN, first, note)).isTrue();
        Getuigenstand other = PostgresGetuigenstand.connect(database);
        assertThat(other.advance(ORIGIN, Getuigenstand.Kop.GEEN, second, note)).isFalse();
        assertThat(other.advance(ORIGIN, first, second, note)).isTrue();
        assertThat(stand.advance(ORIGIN, first, second, note)).isFalse();
        assertThat(stand.last(ORIGIN)).contains(second);
    }
}
