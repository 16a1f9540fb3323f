// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.levering.generator.DemoStelsel;
import nl.ddas.levering.generator.Leveranciersplan;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes no more while a part of the stelsel runs: it says so in Dutch, keeps what it has, leaves nothing
/// half under a final name, and goes on when there is room.
@EnabledOnOs(OS.LINUX)
class FullDiskServerTest {

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");
    private static final Clock KLOK = Clock.systemUTC();

    @TempDir
    private static Path map;

    private static AuthorityFolder vertrouwen;
    private static Party cbs;
    private static Party gemeente;

    @BeforeAll
    static void maakGegevens() throws IOException {
        vertrouwen = AuthorityFolder.open(
                map.resolve("vertrouwen"), Environment.DEMO, new KeyMaker(2048, new SecureRandom()), KLOK);
        cbs = vertrouwen.party("CBS", new Oin("00000099000000001000"), HOSTS);
        gemeente = vertrouwen.party("Gemeente Voorbeeldstad", new Oin("00000099000000002000"), HOSTS);
        String periode = Halfjaar.tekst(Halfjaar.laatste(KLOK));
        Loop loop = Loop.van(
                map,
                "genereer",
                "--aantal",
                "300",
                "--periode",
                periode,
                "--map",
                map.resolve("bron").toString());
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
    }

    @Test
    void aSnapshotThatDoesNotFitIsToldAndMadeWhenThereIsRoom() throws IOException, InterruptedException {
        Path instellingen = Files.writeString(map.resolve("bron.yaml"), """
                naam: Gemeente Voorbeeldstad
                oin: "00000099000000002000"
                partij: Gemeente Voorbeeldstad
                vertrouwen-map: %1$s/vertrouwen
                opslag-map: %1$s/opslag
                sleutel-bestand: %1$s/opslag.sleutel
                bestanden-map: %1$s/bron/gemeente
                toegestaan: [{oin: "00000099000000001000", naam: CBS}]
                poort: 0
                beheer-poort: 0
                """.formatted(map));

        assertThat(zegt(64, "Er is geen nieuwe momentopname", true, "bron", "--config", instellingen.toString()))
                .contains("of de schijf vol is");
        assertThat(bestanden(map.resolve("opslag").resolve("momentopnamen"))).isEmpty();

        zegt(1_000_000, "Momentopname klaar over", false, "bron", "--config", instellingen.toString());
        assertThat(bestanden(map.resolve("opslag").resolve("momentopnamen"))).isNotEmpty();
    }

    @Test
    void evidenceThatDoesNotFitStopsTheRunAndItGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        Path database = map.resolve("database");
        try (Network network = Network.open();
                // Held by this process: the limit of the other one is not for the database.
                Database _ = Database.embedded(database, new SecureRandom());
                DemoLeverancier leverancier = DemoLeverancier.start(
                        gemeente,
                        map.resolve("bron").resolve("gemeente"),
                        map.resolve("opslag2"),
                        KLOK,
                        new DemoLeverancier.Omstandigheden(
                                network, vertrouwen, cbs, BerichtLezer.metEigenSchemas(), KLOK))) {
            assertThat(leverancier.ververs()).isEmpty();
            Path instellingen = verzamelaar(leverancier);

            Afloop vol = draai(64, "verzamel", "--config", instellingen.toString());
            assertThat(vol.uit()).contains("Gemeente Voorbeeldstad", "mislukt (opslag-stuk)");
            assertThat(vol.status()).isEqualTo(Uitgang.BEVINDINGEN);
            assertThat(bestanden(map.resolve("bewijs")))
                    .noneMatch(bestand -> bestand.toString().contains("pagina"));

            Afloop ruim = draai(1_000_000, "verzamel", "--config", instellingen.toString());
            assertThat(ruim.uit()).contains("ingelezen");
            assertThat(ruim.status()).isEqualTo(Uitgang.GOED);
        }
    }

    private static Path verzamelaar(DemoLeverancier leverancier) throws IOException {
        Files.writeString(map.resolve("leveranciers.yaml"), """
                leveranciers:
                  - naam: Gemeente Voorbeeldstad
                    url: %s
                    oin: "00000099000000002000"
                """.formatted(leverancier.adres()));
        return Files.writeString(map.resolve("verzamelaar.yaml"), """
                oin: "00000099000000001000"
                partij: CBS
                vertrouwen-map: %1$s/vertrouwen
                database-map: %1$s/database
                bewijs-map: %1$s/bewijs
                sleutel-bestand: %1$s/bewijs.sleutel
                leveranciers-bestand: %1$s/leveranciers.yaml
                goedkeuring: direct
                poort: 0
                """.formatted(map));
    }

    /// Two demos in processes of their own: about half a minute.
    @Test
    @Tag("zwaar")
    void aDemoThatDoesNotFitSaysSoAndCanBeGivenAgain() throws IOException, InterruptedException {
        Path demo = metSleutels(map.resolve("demo"));

        Afloop vol = draai(256, "demo", "--klaar", "--omvang", "300", "--map", demo.toString());
        assertThat(vol.fout()).contains("ddas: ").doesNotContain("\tat ");
        assertThat(vol.fout()).containsAnyOf("het bestand wordt groter dan hier mag", "de ingebouwde database in");
        assertThat(vol.status()).isEqualTo(Uitgang.KAPOT);
        assertThat(demo.resolve("rapport").resolve("rapport.html")).doesNotExist();

        Afloop ruim = draai(1_000_000, "demo", "--klaar", "--omvang", "300", "--map", demo.toString());
        assertThat(ruim.status()).as(ruim.fout()).isEqualTo(Uitgang.GOED);
        assertThat(demo.resolve("rapport").resolve("rapport.html")).exists();
    }

    /// The folder of an earlier demo, with short keys: making keys takes most of the time.
    private static Path metSleutels(Path demo) throws IOException {
        Files.createDirectories(demo);
        Files.createFile(demo.resolve(".ddas-demo"));
        List<Holder> houders = new ArrayList<>();
        Stream.concat(
                        Stream.of("CBS"),
                        DemoStelsel.van(1, 300).leveranciers().stream().map(Leveranciersplan::naam))
                .forEach(naam ->
                        houders.add(new Holder(naam, new Oin("00000099%09d000".formatted(houders.size() + 1)), HOSTS)));
        AuthorityFolder.open(demo.resolve("vertrouwen"), Environment.DEMO, new KeyMaker(2048, new SecureRandom()), KLOK)
                .parties(houders);
        return demo;
    }

    private static List<Path> bestanden(Path doel) throws IOException {
        try (Stream<Path> paden = Files.walk(doel)) {
            return paden.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// How a run ended.
    private record Afloop(int status, String uit, String fout) {}

    private static ProcessBuilder opdracht(int kilobytes, String... args) {
        List<String> opdracht =
                new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        opdracht.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        opdracht.addAll(List.of(
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.ddas.program.Main"));
        opdracht.addAll(List.of(args));
        return new ProcessBuilder(opdracht).directory(map.toFile());
    }

    /// Runs the program to its end with room for files of so many kilobytes.
    private static Afloop draai(int kilobytes, String... args) throws IOException, InterruptedException {
        Path uit = map.resolve("uit");
        Path fout = map.resolve("fout");
        Process proces = opdracht(kilobytes, args)
                .redirectOutput(uit.toFile())
                .redirectError(fout.toFile())
                .start();
        if (!proces.waitFor(3, TimeUnit.MINUTES)) {
            proces.destroyForcibly();
            throw new IllegalStateException("the program did not end");
        }
        return new Afloop(proces.exitValue(), Files.readString(uit), Files.readString(fout));
    }

    /// Runs the program until it has said something, and ends it.
    ///
    /// @param meer whether a line more comes after it
    private static String zegt(int kilobytes, String wat, boolean meer, String... args)
            throws IOException, InterruptedException {
        Process proces = opdracht(kilobytes, args).redirectErrorStream(true).start();
        StringBuilder gezegd = new StringBuilder();
        try (BufferedReader in = proces.inputReader(StandardCharsets.UTF_8)) {
            String regel = "";
            while (regel != null && !regel.startsWith(wat)) {
                regel = in.readLine();
                gezegd.append(regel).append('\n');
            }
            if (regel != null && meer) {
                gezegd.append(in.readLine());
            }
            proces.destroy();
        }
        assertThat(proces.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(gezegd.toString()).contains(wat);
        return gezegd.toString();
    }
}
