// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseUnavailable;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.testkit.Requirement;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The quarantine under an account of its own, that may do no more than it needs.
class QuarantaineAccountTest {

    private static final String ACCOUNT = "logquarantaine";
    private static final String WOORD = Long.toHexString(new SecureRandom().nextLong());

    @TempDir
    private Path map;

    private Path instellingen(String naam, String... regels) throws IOException {
        return Files.writeString(
                map.resolve(naam + ".yaml"),
                "tls: uit\nhouder-zonder-tls: \"00000099000000001000\"\npoort: 0\nbeheer-poort: 0\nregister-bestand: "
                        + map.resolve("register.yaml") + "\n" + String.join("\n", regels) + "\n");
    }

    private Loop loop(String... opdracht) {
        return Loop.van(Clock.systemUTC(), map, opdracht);
    }

    @Test
    @Requirement("LDV-L11")
    void whatIsRightNowIsTakenUpByAnAccountOfItsOwn() throws Exception {
        Files.write(map.resolve("register.yaml"), Bundled.bytes(Documentlezer.class, "ddas-register.yaml"));
        Path beheer = instellingen("beheer", "database-map: " + map.resolve("database"));
        try (Draaiend logboek = new Draaiend(beheer, map)) {
            assertThat(logboek.stuur(LogboekDienstTest.SPAN.formatted(2, "dpl.proef.afdeling")))
                    .contains("NAMESPACE_UNKNOWN");
        }
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom())) {
            Jdbi jdbi = database.jdbi("logboek");
            jdbi.useHandle(db -> db.execute("create role " + ACCOUNT + " login password '" + WOORD + "'"));
            Loop rollen = loop("logboek", "dienst", "rollen", "--quarantaine", ACCOUNT, "--config", beheer.toString());
            assertThat(rollen.uitgang()).as(rollen.alles()).isZero();
            admit(database);

            Path eigen = instellingen(
                    "eigen",
                    "database-url: " + database.url(),
                    "database-gebruiker: " + ACCOUNT,
                    "database-wachtwoord: \"" + WOORD + "\"",
                    "database-tabellen: klaar",
                    "onbekende-naamruimte: waarschuwen");
            Loop toon = loop("logboek", "quarantaine", "toon", "--config", eigen.toString());
            assertThat(toon.uit()).as(toon.fout()).contains("NAMESPACE_UNKNOWN", "Er wacht 1 regel.");
            Loop opnieuw = loop("logboek", "quarantaine", "opnieuw", "--config", eigen.toString());
            assertThat(opnieuw.uit()).as(opnieuw.fout()).contains("1 regel: nu in het logboek");
            assertThat(opnieuw.uitgang()).isZero();

            isRefused(
                    jdbi,
                    "delete from logboek.logregel",
                    "update logboek.logregel set vorm = ''",
                    "delete from logboek.quarantaine",
                    "select * from logboek.inzage",
                    "delete from registergeheugen.stand");
            losesWhatItHadWithOtherWork(jdbi, beheer);
        }
    }

    private void losesWhatItHadWithOtherWork(Jdbi jdbi, Path beheer) {
        Loop rollen = loop("logboek", "dienst", "rollen", "--lezer", ACCOUNT, "--config", beheer.toString());
        assertThat(rollen.uitgang()).as(rollen.alles()).isZero();
        isRefused(jdbi, "select inhoud from logboek.quarantaine", "select logboek.maak_dag(current_date)");
    }

    private static void isRefused(Jdbi jdbi, String... statements) {
        for (String statement : statements) {
            assertThatThrownBy(() -> jdbi.useTransaction(db -> {
                        db.execute("set local role " + ACCOUNT);
                        db.execute(statement);
                    }))
                    .hasMessageContaining("permission denied");
        }
    }

    /// The embedded server lets in its owner only; the rules are read again a moment later.
    private static void admit(Database database) throws IOException {
        String place = database.jdbi("logboek")
                .withHandle(db ->
                        db.createQuery("show hba_file").mapTo(String.class).one());
        Files.writeString(
                Path.of(place), "\nhost all " + ACCOUNT + " 127.0.0.1/32 scram-sha-256\n", StandardOpenOption.APPEND);
        database.jdbi("logboek").useHandle(db -> db.execute("select pg_reload_conf()"));
        for (int i = 0; i < 20; i++) {
            try (Database _ =
                    Database.connect(database.url(), ACCOUNT, WOORD, new Database.Patience(Duration.ofSeconds(1)))) {
                return;
            } catch (DatabaseUnavailable _) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException(ACCOUNT + " is not let in");
    }
}
