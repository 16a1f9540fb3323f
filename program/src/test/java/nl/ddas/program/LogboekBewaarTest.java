// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Boomgroei;
import nl.ddas.logboek.boom.Boomsleutels;
import nl.ddas.logboek.boom.PostgresBomen;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.Inzage;
import nl.ddas.logboek.dienst.PostgresBladen;
import nl.ddas.logboek.dienst.PostgresInzagen;
import nl.ddas.logboek.dienst.PostgresLogregels;
import nl.ddas.logboek.model.Attributen;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Herkomst;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Octetten;
import nl.ddas.logboek.model.Resource;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.Status;
import nl.ddas.logboek.model.Tijdspanne;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ddas logboek bewaar`, by the register that comes along: its terms are five years.
class LogboekBewaarTest {

    private static final String ACTIVITEIT =
            "https://register.ddas.example/v1/processing-activities/feb3b401-7f76-597c-8782-6d21fff7c132";
    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");
    /// For runs by a clock that is years ahead: the database goes by its own.
    private static final String LANG = "\ninzage-bewaartermijn: 9000d\n";

    @TempDir
    private Path map;

    private Path instellingen(String meer) throws IOException {
        Files.write(map.resolve("register.yaml"), Bundled.bytes(Registercache.class, "ddas-register.yaml"));
        return Files.writeString(
                map.resolve("logboek.yaml"),
                "tls: uit\nhouder-zonder-tls: \"00000099000000001000\"\ndatabase-map: " + map.resolve("database") + "\n"
                        + meer);
    }

    @Test
    @Requirement("LDV-R8")
    void linesWhoseTimeIsOverGo() throws IOException {
        Path config = instellingen("register-bestand: " + map.resolve("register.yaml") + LANG);
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom());
                PostgresLogregels regels =
                        PostgresLogregels.open(database, Clock.fixed(BEGIN, ZoneOffset.UTC), new SecureRandom())) {
            regels.add(List.of(line(1, ACTIVITEIT), line(2, "https://elders.example/7")));
        }

        assertThat(bewaar(config, "2031-11-22T11:00:00Z").uit())
                .startsWith("Er zijn geen regels waarvan de bewaartermijn om is.");
        assertThat(bewaar(config, "2031-11-22T13:00:00Z").uit()).startsWith("Verwijderd: 1 regel. Het bewijs staat");
        assertThat(bewaar(config, "2031-11-22T13:00:00Z").uit()).startsWith("Er zijn geen regels");
    }

    /// Lines, tree and evidence in an export are of one moment: what was removed is never without evidence in it.
    @Test
    @Requirement({"LDV-L12", "LDV-L21"})
    void anExportAfterARemovalWaitsForTheEvidenceInTheTree() throws IOException {
        Path config = instellingen("register-bestand: " + map.resolve("register.yaml")
                + "\nboom-adres: logboek.voorbeeld.nl/boom\nboom-sleutels: " + map.resolve("sleutels") + LANG);
        String log = "00000099000000001000";
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom());
                PostgresLogregels regels =
                        PostgresLogregels.open(database, Clock.fixed(BEGIN, ZoneOffset.UTC), new SecureRandom())) {
            regels.add(List.of(line(1, ACTIVITEIT), line(2, "https://elders.example/7")));
            Boomgroei groei = new Boomgroei(
                    PostgresBladen.open(database),
                    PostgresBomen.open(database),
                    new Boomsleutels(map.resolve("sleutels"), "logboek.voorbeeld.nl/boom", new SecureRandom()),
                    Clock.fixed(BEGIN, ZoneOffset.UTC));
            assertThat(groei.grow(log)).isEqualTo(2);
            assertThat(bewaar(config, "2031-11-22T13:00:00Z").uit()).startsWith("Verwijderd: 1 regel.");

            Loop early = exporteer(config, "vroeg.jsonl");
            assertThat(early.uitgang()).isEqualTo(2);
            assertThat(early.fout()).contains("er zijn net regels verwijderd", "een paar seconden opnieuw");
            BadInputTest.assertCalm(early);

            assertThat(groei.grow(log)).isEqualTo(1);
            Loop later = exporteer(config, "later.jsonl");
            assertThat(later.uitgang()).as(later.alles()).isZero();
            Loop goed = Loop.van(
                    Clock.systemUTC(),
                    map,
                    "logboek",
                    "controleer",
                    map.resolve("later.jsonl").toString());
            assertThat(goed.uitgang()).as(goed.alles()).isZero();
            assertThat(goed.uit().replaceAll("\\s+", " "))
                    .contains("Van 1 regel is de inhoud vernietigd", "1 regel met inhoud, 1 vernietigd");
        }
    }

    private Loop exporteer(Path config, String bestand) {
        return Loop.van(
                Clock.systemUTC(),
                map,
                "logboek",
                "exporteer",
                map.resolve(bestand).toString(),
                "--config",
                config.toString());
    }

    /// The list of who read does not grow for ever either.
    @Test
    @Requirement("READ-16")
    void whoReadIsForgottenAfterItsTerm() throws IOException {
        Instant lang = Instant.parse("2021-11-22T12:00:00Z");
        Path config =
                instellingen("register-bestand: " + map.resolve("register.yaml") + "\ninzage-bewaartermijn: 365d\n");
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom());
                PostgresLogregels _ =
                        PostgresLogregels.open(database, Clock.fixed(BEGIN, ZoneOffset.UTC), new SecureRandom())) {
            PostgresInzagen.open(database)
                    .add(new Inzage(new Houder("00000099000000001000"), "lezer", lang, Octetten.of(new byte[] {1}), 1));
        }

        assertThat(bewaar(config, "2022-11-22T11:00:00Z").uit()).doesNotContain("te oud");
        assertThat(bewaar(config, "2022-11-22T13:00:00Z").uit())
                .contains("Verwijderd uit de lijst van wie er heeft gelezen: 1 regel die te oud was.");
        assertThat(bewaar(config, "2022-11-22T13:00:00Z").uit()).doesNotContain("te oud");
    }

    @Test
    void aTermForWhoReadIsNotShort() throws IOException {
        Loop loop = bewaar(instellingen("inzage-bewaartermijn: 30d\n"), "2031-11-22T13:00:00Z");

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("inzage-bewaartermijn", "een duur van 180d of langer");
        BadInputTest.assertCalm(loop);
    }

    /// Otherwise whoever writes the register could have lines removed that must stay.
    @Test
    @Requirement({"LDV-R3", "LDV-R8", "LDV-R10"})
    void aRegisterThatChangedItsPastRemovesNothing() throws IOException {
        Path register = map.resolve("register.yaml");
        Path config = instellingen("register-bestand: " + register + "\n");
        try (Database database = Database.embedded(map.resolve("database"), new SecureRandom());
                PostgresLogregels regels =
                        PostgresLogregels.open(database, Clock.fixed(BEGIN, ZoneOffset.UTC), new SecureRandom())) {
            regels.add(List.of(line(1, ACTIVITEIT)));
        }
        assertThat(bewaar(config, "2026-11-23T13:00:00Z").uitgang()).isZero();

        Files.writeString(
                register, Files.readString(register).replace("logRetentionPeriod: P5Y", "logRetentionPeriod: P1D"));
        Loop refused = bewaar(config, "2026-12-22T13:00:00Z");
        assertThat(refused.uitgang()).isEqualTo(2);
        assertThat(refused.fout()).contains("er wordt dus niets verwijderd", "Versie 1 van activiteit", "is veranderd");
        BadInputTest.assertCalm(refused);

        Files.write(register, Bundled.bytes(Registercache.class, "ddas-register.yaml"));
        assertThat(bewaar(config, "2026-12-22T13:00:00Z").uit()).startsWith("Er zijn geen regels");
    }

    @Test
    void withoutRegisterNothingGoes() throws IOException {
        Loop loop = bewaar(instellingen(""), "2031-11-22T13:00:00Z");

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout())
                .contains(
                        "er is geen register-bestand of register-adres in",
                        "zonder register verwijdert het logboek niets");
        BadInputTest.assertCalm(loop);
    }

    private Loop bewaar(Path config, String nu) {
        return Loop.van(
                Clock.fixed(Instant.parse(nu), ZoneOffset.UTC),
                map,
                "logboek",
                "bewaar",
                "--config",
                config.toString());
    }

    /// A line that begins at noon on 22 November 2026.
    static Inboeking line(int nummer, String activiteit) {
        long nanos = BEGIN.getEpochSecond() * 1_000_000_000;
        return new Inboeking(
                new Houder("00000099000000001000"),
                new Logregel(
                        new TraceId(1, nummer),
                        new SpanId(nummer),
                        Optional.empty(),
                        Status.OK,
                        "Inzien",
                        new Tijdspanne(nanos, nanos),
                        new Resource(Attributen.of(List.of())),
                        Attributen.of(List.of(Attribuut.of("dpl.core.processing_activity_id", activiteit))),
                        Herkomst.ONVERANDERD));
    }
}
