// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseUnavailable;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Octetten;
import nl.ddas.testkit.Requirement;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract in a real PostgreSQL, by accounts that may do no more than they need.
class PostgresBewaringTest extends BewaringContract {

    private static final Clock CLOCK = Clock.fixed(Regels.BEGIN, ZoneOffset.UTC);
    private static final String WOORD = Long.toHexString(new SecureRandom().nextLong());

    @TempDir
    private static Path data;

    private static Database beheer;
    private static Database dienst;
    private static Database bewaring;
    private static Database lezer;
    private static PostgresLogregels store;

    @BeforeAll
    static void start() {
        beheer = Database.embedded(data, new SecureRandom());
        Logboekrollen rollen = new Logboekrollen(
                Optional.of("logdienst"), Optional.of("logbewaring"), Optional.of("loglezer"), Optional.empty());
        beheer.migrate("logboek", "nl/ddas/logboek/dienst/db");
        for (String rol : List.of("logdienst", "logbewaring", "loglezer")) {
            beheer.jdbi("logboek")
                    .useHandle(db -> db.execute("create role " + rol + " login password '" + WOORD + "'"));
        }
        rollen.prepare(beheer);
        rollen.prepare(beheer);
        admit();
        dienst = connect("logdienst");
        bewaring = connect("logbewaring");
        lezer = connect("loglezer");
        store = PostgresLogregels.connect(dienst, CLOCK, new SecureRandom(), () -> {});
    }

    /// The embedded server lets in its owner only.
    private static void admit() {
        String place = beheer.jdbi("logboek")
                .withHandle(db ->
                        db.createQuery("show hba_file").mapTo(String.class).one());
        try {
            Files.writeString(
                    Path.of(place),
                    "\nhost all logdienst,logbewaring,loglezer 127.0.0.1/32 scram-sha-256\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beheer.jdbi("logboek").useHandle(db -> db.execute("select pg_reload_conf()"));
    }

    /// The rules are read again a moment later.
    private static Database connect(String rol) {
        for (int i = 0; i < 20; i++) {
            try {
                return Database.connect(beheer.url(), rol, WOORD, new Database.Patience(Duration.ofSeconds(1)));
            } catch (DatabaseUnavailable _) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException(rol + " is not let in");
    }

    @AfterAll
    static void stop() {
        store.close();
        lezer.close();
        bewaring.close();
        dienst.close();
        beheer.close();
    }

    @BeforeEach
    void empty() {
        beheer.jdbi("logboek").useTransaction(db -> {
            db.execute("set local session_replication_role to replica");
            for (String table : List.of("logregel", "bladbundel", "vernietiging")) {
                db.execute("delete from " + table);
            }
        });
    }

    @Override
    Logregels store() {
        return store;
    }

    @Override
    Bladen bladen() {
        return PostgresBladen.open(lezer);
    }

    @Override
    Bewaarplaats plaats() {
        return PostgresBewaarplaats.open(bewaring, new SecureRandom());
    }

    /// More lines than go in one step: each line once, in some evidence.
    @Test
    void manyLinesGoInSteps() {
        Logregel[] lines = new Logregel[12_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Regels.at(10 * i + 3, Regels.BEGIN.plusNanos(i / 3));
        }
        add(lines);

        Bewaarronde.Verslag verslag = run(Period.ofDays(10), Regels.BEGIN.plusSeconds(86_400 * 50));
        assertThat(verslag.regels()).isEqualTo(12_000);
        assertThat(verslag.bewijzen()).isEqualTo(3);
        List<Long> gone = new ArrayList<>();
        bladen().export(CBS, LocalDate.EPOCH, LocalDate.of(2300, 1, 1), blad -> {
            Blad.Bewijs bewijs = (Blad.Bewijs) blad;
            Vernietiging.read(bewijs.vorm()).orElseThrow().bladen().stream()
                    .flatMapToLong(reeks -> LongStream.rangeClosed(reeks.eerste(), reeks.laatste()))
                    .forEach(gone::add);
        });
        assertThat(gone).hasSize(12_000).doesNotHaveDuplicates().contains(0L, 11_999L);
    }

    /// Whatever the server is made to do: its account cannot change or remove a line.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update logregel set vorm = null",
                "update logregel set nummer = 0",
                "delete from logregel",
                "truncate logregel",
                "delete from logregel_20261122",
                "drop table logregel",
                "alter table logregel disable trigger all",
                "update bladbundel set van = 0",
                "delete from bladbundel",
                "truncate bladbundel",
                "insert into vernietiging select * from vernietiging",
                "delete from vernietiging",
                "update inzage set wie = ''",
                "select ruim_inzagen(now())",
                "create table eigen (a int)"
            })
    @Requirement("LDV-L11")
    void theServerNeitherChangesNorRemoves(String statement) {
        store.add(List.of(new Inboeking(CBS, Regels.line(1))));
        assertRefused(dienst.jdbi("logboek"), statement);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            bewaring; insert into logregel select * from logregel
            bewaring; update logregel set trace_id = gen_random_uuid()
            bewaring; update logregel set nummer = 1
            bewaring; delete from bladbundel
            bewaring; delete from vernietiging
            bewaring; select * from quarantaine
            bewaring; select maak_dag('2027-01-01')
            lezer;    insert into logregel select * from logregel
            lezer;    update logregel set vorm = null
            lezer;    delete from logregel
            lezer;    insert into bladbundel select * from bladbundel
            bewaring; delete from inzage
            lezer;    delete from inzage
            lezer;    select ruim_inzagen(now())
            lezer;    select * from quarantaine
            """)
    @Requirement("LDV-L11")
    void theOtherAccountsDoTheirWorkOnly(String rol, String statement) {
        Function<String, Database> account = name -> name.equals("lezer") ? lezer : bewaring;
        assertRefused(account.apply(rol).jdbi("logboek"), statement);
    }

    /// Between one statement and the next of the server's own work no partition of another shape appears.
    @Test
    void aReaderReads() {
        store.add(List.of(new Inboeking(CBS, Regels.line(1))));
        PostgresLogregels read = PostgresLogregels.connect(lezer, CLOCK, new SecureRandom(), () -> {});

        assertThat(read.search(CBS, LogregelsContract.ALLES).regels()).containsExactly(Regels.line(1));
        read.close();
    }

    /// The list of who read does not grow for ever; what is not too old yet stays, whoever asks.
    @Test
    @Requirement("READ-16")
    void whoReadIsForgottenAfterItsTerm() {
        Inzagen inzagen = PostgresInzagen.open(dienst);
        Instant ooit = Instant.parse("2021-11-22T12:00:00Z");
        for (int i = 0; i < 3; i++) {
            inzagen.add(new Inzage(CBS, "lezer " + i, ooit.plusSeconds(i), Octetten.of(new byte[] {1}), 1));
        }

        assertThat(PostgresInzagen.open(bewaring).removeBefore(ooit.plusSeconds(2)))
                .isEqualTo(2);
        for (Database account : List.of(bewaring, beheer)) {
            for (String voor : List.of("now()", "now() - interval '179 days'", "'infinity'", "'294276-12-31'")) {
                assertThatThrownBy(() -> account.jdbi("logboek")
                                .useHandle(db -> db.execute("select ruim_inzagen(" + voor + ")")))
                        .rootCause()
                        .hasMessageContaining("kept for 180 days");
            }
        }
        assertThat(inzagen.read(CBS, Instant.EPOCH, ooit.plusSeconds(9)))
                .extracting(Inzage::wie)
                .containsExactly("lezer 2");
        assertRefused(beheer.jdbi("logboek"), "delete from inzage");
    }

    private static void assertRefused(Jdbi jdbi, String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(db -> db.execute(statement)))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|are never changed).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;drop table x", "A", "a\"b"})
    void anAccountIsAName(String name) {
        assertThatThrownBy(() ->
                        new Logboekrollen(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Rights follow from the code alone: a table that is new is nobody's until it is given.
    @Test
    void everyTableIsThoughtAbout() {
        List<String> tables = beheer.jdbi("logboek")
                .withHandle(db -> db.createQuery("select tablename from pg_tables where schemaname = 'logboek'"
                                + " and tablename not like 'logregel\\_%' and tablename not like 'flyway%' order by 1")
                        .mapTo(String.class)
                        .list());
        assertThat(tables.stream().collect(Collectors.joining(" ")))
                .isEqualTo("bladbundel houder inzage logregel quarantaine quarantaine_stand vernietiging");
    }

    /// When a moment lies before the epoch or after the last that a line can have.
    @Test
    void momentsOutsideWhatLinesHaveAreTheNearest() {
        add(Regels.line(3));
        assertThat(run(Period.ofYears(5), Instant.parse("2400-01-01T00:00:00Z")).regels())
                .isEqualTo(1);
        assertThat(run(Period.ofYears(500), Instant.parse("2026-11-23T00:00:00Z"))
                        .regels())
                .isZero();
    }
}
