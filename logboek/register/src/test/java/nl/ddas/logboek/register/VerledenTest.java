// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static nl.ddas.logboek.register.Proefregister.TWEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ddas.basis.Database;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A register that tells another past is not taken over: not while the log runs, and not after a restart.
class VerledenTest {

    private static final String URI_EEN = Proefregister.document().uri(EEN).toString();
    private static final Activiteit EERST =
            Activiteit.unstored(EEN).with(JAN, Proefregister.vertrouwelijk("Stil", Optional.empty()));

    private static final Duration HOUR = Duration.ofHours(1);

    private final List<Instant> lines = new ArrayList<>();
    private Registerbron.Antwoord answer = new Registerbron.Antwoord.Weg("not yet");

    private Registercache cache(Registergeheugen geheugen) {
        return cache(geheugen, Clock.fixed(MRT, ZoneOffset.UTC));
    }

    private Registercache cache(Registergeheugen geheugen, Clock clock) {
        return new Registercache(
                _ -> answer,
                geheugen,
                (noemt, van, tot) ->
                        noemt.test(URI_EEN) && lines.stream().anyMatch(one -> !one.isBefore(van) && one.isBefore(tot)),
                clock);
    }

    private void now(Activiteit... activiteiten) {
        now(Proefregister.document(activiteiten));
    }

    private void now(Registerdocument document) {
        answer = new Registerbron.Antwoord.Nieuw(document, "m");
    }

    private static List<Activiteit> changed() {
        return List.of(
                Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Stil")),
                Activiteit.unstored(EEN).with(FEB, Proefregister.vertrouwelijk("Stil", Optional.empty())),
                Activiteit.unstored(EEN).with(JAN, Proefregister.vertrouwelijk("Stil", Optional.of(FEB))),
                Activiteit.unstored(EEN)
                        .with(JAN.minusMillis(1), Proefregister.zaak("Eerder"))
                        .with(JAN, Proefregister.vertrouwelijk("Stil", Optional.empty())),
                Activiteit.unstored(TWEE).with(JAN, Proefregister.vertrouwelijk("Stil", Optional.empty())));
    }

    @Test
    @Requirement("LDV-R3")
    void aKnownVersionThatChangedOrWentIsRefusedAndTheOldOneHolds() {
        Registercache cache = cache(Registergeheugen.GEEN);
        now(EERST);
        assertThat(cache.refresh()).isTrue();

        for (Activiteit other : changed()) {
            now(other, Activiteit.unstored(new UUID(1, 1)).with(JAN, Proefregister.zaak("Nieuw")));
            assertThat(cache.refresh()).isFalse();
            assertThat(cache.klacht().orElseThrow()).contains("Versie 1 van activiteit " + EEN, "nieuwe versie");
            assertThat(cache.isVertrouwelijk(URI_EEN, FEB, MRT)).isTrue();
            assertThat(cache.uris()).containsExactly(URI_EEN);
        }
        now(EERST.with(MRT, Proefregister.zaak("Voortaan")));
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.klacht()).isEmpty();
        assertThat(cache.isVertrouwelijk(URI_EEN, MRT, MRT)).isFalse();
    }

    @Test
    @Requirement("LDV-R10")
    void aNewVersionBehindLinesIsRefused() {
        Registercache cache = cache(Registergeheugen.GEEN);
        now(EERST);
        assertThat(cache.refresh()).isTrue();
        lines.add(FEB.plusSeconds(5));

        now(EERST.with(FEB, Proefregister.zaak("Achteraf open")));
        assertThat(cache.refresh()).isFalse();
        assertThat(cache.klacht().orElseThrow()).contains("al regels gelogd", "dat nog komt");
        assertThat(cache.isVertrouwelijk(URI_EEN, FEB.plusSeconds(5), MRT)).isTrue();

        now(EERST.with(FEB.plusSeconds(6), Proefregister.zaak("Daarna")));
        assertThat(cache.refresh()).isTrue();
    }

    /// The log could not know of it, so nobody dated it back.
    @Test
    @Requirement({"LDV-R3", "LDV-R10"})
    void aVersionThatBeganWhileTheRegisterWasAwayIsTaken() {
        TestClock clock = new TestClock(JAN);
        Registercache cache = cache(Registergeheugen.GEEN, clock);
        now(EERST);
        assertThat(cache.refresh()).isTrue();
        clock.advance(HOUR);
        answer = new Registerbron.Antwoord.Zelfde();
        assertThat(cache.refresh()).isTrue();
        Instant last = clock.instant();

        lines.add(last.minusSeconds(5));
        lines.add(last.plusSeconds(5));
        clock.advance(HOUR);
        answer = new Registerbron.Antwoord.Weg("down");
        assertThat(cache.refresh()).isFalse();
        clock.advance(HOUR);
        now(EERST.with(last.minusSeconds(6), Proefregister.zaak("Achteraf open")));
        assertThat(cache.refresh()).isFalse();
        // What was refused is not known.
        clock.advance(HOUR);
        now(EERST.with(last, Proefregister.zaak("Op tijd")));
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.isVertrouwelijk(URI_EEN, last.minusSeconds(5), clock.instant()))
                .isTrue();
    }

    /// Each run of `bewaar` is a restart.
    @Test
    @Requirement({"LDV-R3", "LDV-R10"})
    void whenTheRegisterAnsweredLastIsKnownAfterARestart(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            TestClock clock = new TestClock(JAN);
            now(EERST);
            Registercache first = cache(PostgresRegistergeheugen.open(database), clock);
            assertThat(first.refresh()).isTrue();
            clock.advance(HOUR);
            answer = new Registerbron.Antwoord.Zelfde();
            assertThat(first.refresh()).isTrue();
            Instant last = clock.instant();
            lines.add(last.minusSeconds(5));
            lines.add(last.plusSeconds(5));
            clock.advance(HOUR);
            answer = new Registerbron.Antwoord.Weg("down");
            assertThat(cache(PostgresRegistergeheugen.connect(database), clock).refresh())
                    .isFalse();

            clock.advance(HOUR);
            now(EERST.with(last.minusSeconds(6), Proefregister.zaak("Achteraf open")));
            Registercache refused = cache(PostgresRegistergeheugen.connect(database), clock);
            assertThat(refused.refresh()).isFalse();
            assertThat(refused.klacht().orElseThrow()).contains("al regels gelogd");
            now(EERST.with(last, Proefregister.zaak("Op tijd")));
            assertThat(cache(PostgresRegistergeheugen.connect(database), clock).refresh())
                    .isTrue();
        }
    }

    /// Lines that name it as `urn:uuid` go by whatever register has it.
    @Test
    @Requirement("LDV-R3")
    void anActivityIsTheSameInARegisterWithAnotherAddress(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            now(EERST);
            assertThat(cache(PostgresRegistergeheugen.open(database)).refresh()).isTrue();

            for (Activiteit other : changed().subList(0, 4)) {
                now(elders(other));
                Registercache later = cache(PostgresRegistergeheugen.connect(database));
                assertThat(later.refresh()).isFalse();
                assertThat(later.klacht().orElseThrow()).contains("ander adres (base)", "ander kenmerk (id)");
                assertThat(later.isVertrouwelijk("urn:uuid:" + EEN, FEB, MRT)).isTrue();
            }
            Activiteit nieuw = Activiteit.unstored(TWEE).with(JAN, Proefregister.zaak("Nieuw"));
            now(elders(nieuw));
            assertThat(cache(PostgresRegistergeheugen.connect(database)).refresh())
                    .isTrue();
            now(elders(nieuw, changed().getFirst()));
            assertThat(cache(PostgresRegistergeheugen.connect(database)).refresh())
                    .isFalse();
            now(elders(nieuw, EERST.with(MRT, Proefregister.zaak("Voortaan"))));
            assertThat(cache(PostgresRegistergeheugen.connect(database)).refresh())
                    .isTrue();
        }
    }

    private static Registerdocument elders(Activiteit... activiteiten) {
        return new Registerdocument(
                URI.create("https://elders.voorbeeld/v1"),
                "Elders",
                Proefregister.document().entiteiten(),
                List.of(activiteiten));
    }

    @Test
    @Requirement("LDV-R3")
    void aRegisterDoesNotBecomeAnotherWhileTheLogRuns() {
        Registercache cache = cache(Registergeheugen.GEEN);
        now(EERST);
        assertThat(cache.refresh()).isTrue();

        now(new Registerdocument(URI.create("https://elders.voorbeeld/v1"), "Elders", List.of(), List.of(EERST)));
        assertThat(cache.refresh()).isFalse();
        assertThat(cache.uris()).containsExactly(URI_EEN);
    }

    @Test
    @Requirement({"LDV-R3", "LDV-R6", "LDV-R9"})
    void whatWasKnownHoldsAfterARestartToo(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            now(EERST);
            assertThat(cache(PostgresRegistergeheugen.open(database)).refresh()).isTrue();

            for (Activiteit other : changed()) {
                now(new Registerdocument(
                        URI.create("HTTPS://register.voorbeeld:443/v1"),
                        "Proefregister",
                        Proefregister.document().entiteiten(),
                        List.of(other)));
                Registercache later = cache(PostgresRegistergeheugen.connect(database));
                assertThat(later.refresh()).isFalse();
                assertThat(later.isVertrouwelijk(URI_EEN, FEB, MRT)).isTrue();
            }
            answer = new Registerbron.Antwoord.Weg("down");
            Registercache alone = cache(PostgresRegistergeheugen.connect(database));
            assertThat(alone.refresh()).isFalse();
            assertThat(alone.isBekend()).isTrue();
            assertThat(alone.isVertrouwelijk(URI_EEN, FEB, MRT)).isTrue();
            assertThat(alone.known().document().toString()).doesNotContain("A. Voorbeeld", "0612345678", "info@");
        }
    }

    /// Two processes of one log: what one took over in time, the other does not refuse later.
    @Test
    @Requirement("LDV-R10")
    void whatAnotherProcessTookOverIsKnown(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            Registercache one = cache(PostgresRegistergeheugen.open(database));
            Registercache other = cache(PostgresRegistergeheugen.connect(database));
            now(EERST);
            assertThat(one.refresh() && other.refresh()).isTrue();

            now(EERST.with(FEB, Proefregister.zaak("Voortaan")));
            assertThat(one.refresh()).isTrue();
            lines.add(FEB.plusSeconds(5));
            assertThat(other.refresh()).isTrue();
        }
    }

    @Test
    @Requirement("LDV-R3")
    void whatIsRememberedCannotBeChanged(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            PostgresRegistergeheugen geheugen = PostgresRegistergeheugen.open(database);
            geheugen.keep(Proefregister.document(EERST));
            geheugen.keep(Proefregister.document(EERST));
            geheugen.keep(Proefregister.document(EERST.with(MRT, Proefregister.zaak("Nieuw"))));

            assertThat(geheugen.read(Proefregister.BASE)
                            .orElseThrow()
                            .document()
                            .activiteiten())
                    .containsExactly(EERST.with(MRT, Proefregister.zaak("Nieuw")));
            assertThat(geheugen.read(URI.create("https://elders.voorbeeld/v1"))).isEmpty();
            var jdbi = database.jdbi("registergeheugen");
            int rows = jdbi.withHandle(db -> db.createQuery("select count(*) from stand")
                    .mapTo(Integer.class)
                    .one());
            assertThat(rows).isEqualTo(2);
            for (String statement : List.of("update stand set adres = ''", "delete from stand", "truncate stand")) {
                assertThatThrownBy(() -> jdbi.useHandle(db -> db.execute(statement)))
                        .hasMessageContaining("never changes");
            }
        }
    }

    @Test
    @Requirement("LDV-R10")
    void whenTheRegisterAnsweredOnlyMovesForward(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            PostgresRegistergeheugen geheugen = PostgresRegistergeheugen.open(database);
            geheugen.keep(Proefregister.document(EERST));
            var jdbi = database.jdbi("registergeheugen");
            Instant kept = jdbi.withHandle(db ->
                    db.createQuery("select op from stand").mapTo(Instant.class).one());
            assertThat(gezien(geheugen)).isEqualTo(kept);

            for (Instant moment : List.of(FEB, FEB.minusSeconds(90), FEB.plusSeconds(59))) {
                geheugen.seen(Proefregister.BASE, moment);
                assertThat(gezien(geheugen)).isEqualTo(FEB);
            }
            geheugen.seen(Proefregister.BASE, FEB.plusSeconds(60));
            assertThat(gezien(geheugen)).isEqualTo(FEB.plusSeconds(60));
            for (String statement : List.of(
                    "update gezien set op = op - interval '1 second'",
                    "update gezien set adres = ''",
                    "delete from gezien",
                    "truncate gezien")) {
                assertThatThrownBy(() -> jdbi.useHandle(db -> db.execute(statement)))
                        .hasMessageContaining("never changes");
            }
        }
    }

    private static Instant gezien(Registergeheugen geheugen) {
        return geheugen.read(Proefregister.BASE).orElseThrow().gezien();
    }

    @Test
    @Requirement("LDV-R3")
    void accountsReadAndAddAndNoMore(@TempDir Path map) {
        try (Database database = Database.embedded(map, new SecureRandom())) {
            var jdbi = database.jdbi("registergeheugen");
            jdbi.useHandle(db -> db.execute("create role logdienst nologin"));
            PostgresRegistergeheugen.prepare(database, List.of("logdienst"));

            jdbi.useTransaction(db -> {
                db.execute("set local role logdienst");
                db.execute("insert into stand (adres, document) values ('https://x', '{}')");
                db.execute("insert into gezien (adres, op) values ('https://x', now())");
                db.execute("update gezien set op = now()");
                assertThat(db.createQuery("select count(*) from stand")
                                .mapTo(Integer.class)
                                .one())
                        .isEqualTo(1);
            });
            for (String statement :
                    List.of("delete from stand", "truncate stand", "drop table stand", "delete from gezien")) {
                assertThatThrownBy(() -> jdbi.useTransaction(db -> {
                            db.execute("set local role logdienst");
                            db.execute(statement);
                        }))
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThatThrownBy(() -> PostgresRegistergeheugen.prepare(database, List.of("x; drop table stand")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
