// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is killed and started again ends as one that was left alone.
class DoodgaanTest {

    /// Every place at which a run can be between two things that it keeps.
    private static final List<String> PLEKKEN = List.of(
            "pagina-1-verzegeld",
            "pagina-1-bewaard",
            "opgehaald",
            "verslag-verzegeld",
            "getoetst",
            "verslag-bezorgd",
            "verstuurd",
            "goedgekeurd",
            "bezig-met-inlezen",
            "ingelezen");

    private static final String INHOUD = "SELECT b.pagina, b.levering, b.traject, b.organisatie, b.gemeente, b.begin,"
            + " b.einde, b.vondsten, b.inhoud::text FROM bronrecord b JOIN inlezing i ON i.id = b.inlezing"
            + " WHERE i.einde IS NULL ORDER BY 1, 2, 3";

    @TempDir
    static Path gedeeld;

    @TempDir
    Path map;

    private static Proefstelsel stelsel;
    private static Database database;
    private static Proefleverancier leverancier;

    @BeforeAll
    static void begin() throws IOException {
        stelsel = new Proefstelsel(gedeeld.resolve("ca"));
        database = Database.embedded(gedeeld.resolve("database"), new SecureRandom());
        leverancier = new Proefleverancier(stelsel, stelsel.partij("Gemeente Een", "00000099000000002000"));
    }

    @AfterAll
    static void eind() {
        leverancier.close();
        database.close();
        stelsel.close();
    }

    @BeforeEach
    void lever() {
        leverancier.verslagen.clear();
        leverancier.bezorgd.set(0);
        leverancier.vragen.set(0);
        leverancier.paginas = Proefbericht.paginas(
                Proefstelsel.halfjaar(), Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), 0, 10, 5);
    }

    @AfterEach
    void leeg() {
        database.jdbi("verzamelaar").useHandle(db -> db.execute("TRUNCATE verzameling, besluit, telling CASCADE"));
    }

    @Test
    void killedAtEveryStateItEndsTheSame() throws Exception {
        Stand ongestoord = ongestoord();
        for (String plek : PLEKKEN) {
            assertThat(loop(plek).waitFor()).as(plek).isEqualTo(Doodloper.DOOD);
        }
        assertThat(tel("ophaling WHERE toestand = 'INGELEZEN'")).isEqualTo(1);
        assertThat(stand()).isEqualTo(ongestoord);
        assertThat(tel("bronrecord"))
                .isEqualTo(tel("bronrecord b JOIN inlezing i ON i.id = b.inlezing" + " WHERE i.einde IS NULL"));
        // Delivered twice, because it died between delivery and saying so; under one id, so the supplier has one.
        assertThat(leverancier.bezorgd).hasValue(2);
        assertThat(leverancier.verslagen).hasSize(1);
        assertThat(leverancier.vragen).hasValue(3);
        // What was sealed just before it died has no row, and goes after a day; all that has a row stays.
        assertThat(bestanden()).hasSizeGreaterThan((int) tel("bewijs"));
        ruimOp();
        assertThat(bestanden()).hasSize((int) tel("bewijs")).isNotEmpty();
    }

    private void ruimOp() throws IOException {
        Clock overmorgen = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        try (Verzamelaar verzamelaar = Verzamelaar.start(
                Proefstelsel.config(map, new Goedkeuring.Direct()),
                stelsel.onderdelen(database, List::of, overmorgen, duur -> {}, Onderbreker.GEEN))) {
            verzamelaar.ruimOp();
        }
    }

    private List<String> bestanden() throws IOException {
        try (Stream<Path> alle = Files.list(map.resolve("bewijs"))) {
            return alle.map(bestand -> String.valueOf(bestand.getFileName()))
                    .filter(naam -> !naam.equals("persoonssleutel"))
                    .toList();
        }
    }

    @Test
    @Tag("zwaar")
    void killedAtRandomMomentsItEndsTheSame() throws Exception {
        Stand ongestoord = ongestoord();
        long zaad = Long.getLong("ddas.dood.zaad", 20_261_121L);
        int rondes = Integer.getInteger("ddas.dood", 100);
        System.out.printf("dood: %d rounds, seed %d%n", rondes, zaad);
        Random toeval = new Random(zaad);
        for (int ronde = 0; ronde < rondes; ronde++) {
            lever();
            leeg();
            int keer = 0;
            while (tel("ophaling WHERE toestand = 'INGELEZEN'") == 0) {
                Process proces = loop("nergens");
                // The longer it takes, the later it is killed, so that it ends.
                if (!proces.waitFor(500 + toeval.nextInt(1500 + 500 * keer++), TimeUnit.MILLISECONDS)) {
                    proces.destroyForcibly().waitFor();
                }
            }
            assertThat(stand()).as("round " + ronde).isEqualTo(ongestoord);
            assertThat(leverancier.verslagen).as("round " + ronde).hasSize(1);
            ruimOp();
            assertThat(bestanden()).as("round " + ronde).hasSize((int) tel("bewijs"));
        }
    }

    /// @param records content of what counts
    /// @param open trajecten to compare the next delivery with
    /// @param half files that were left half written
    private record Stand(List<List<Object>> records, long geldig, long open, long half) {}

    private Stand ongestoord() throws Exception {
        assertThat(loop("nergens").waitFor()).isZero();
        Stand stand = stand();
        assertThat(stand.records()).hasSize(7);
        assertThat(stand.open()).isEqualTo(7);
        leeg();
        lever();
        return stand;
    }

    private Stand stand() throws IOException {
        List<List<Object>> records = database.jdbi("verzamelaar").withHandle(db -> db.createQuery(INHOUD)
                .map((veld, context) -> {
                    List<Object> rij = new ArrayList<>();
                    for (int i = 1; i <= 9; i++) {
                        rij.add(veld.getObject(i));
                    }
                    return rij;
                })
                .list());
        try (Stream<Path> bestanden = Files.list(map.resolve("bewijs"))) {
            long half = bestanden
                    .filter(bestand -> String.valueOf(bestand.getFileName()).startsWith(".draft"))
                    .count();
            return new Stand(records, tel("inlezing WHERE einde IS NULL"), tel("open_traject"), half);
        }
    }

    private static long tel(String tabel) {
        return database.jdbi("verzamelaar").withHandle(db -> db.createQuery("SELECT count(*) FROM " + tabel)
                .mapTo(Long.class)
                .one());
    }

    private Process loop(String plek) throws IOException {
        Leverancier wie = leverancier.leverancier();
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doodloper.class.getName(),
                        gedeeld.resolve("database").toString(),
                        gedeeld.resolve("ca").toString(),
                        map.toString(),
                        wie.naam(),
                        wie.verbinding().url().toString(),
                        wie.oin().value(),
                        plek)
                .redirectErrorStream(true)
                .redirectOutput(map.resolve("uitvoer.txt").toFile())
                .start();
    }
}
