// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes no more: the run says so in Dutch, ends with status 3, and leaves nothing that looks whole. The
/// limit is the system's own (`ulimit -f`), so the program runs in a process of its own.
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    private static final String GROTER = "ddas: lezen of schrijven lukt niet: het bestand wordt groter dan hier mag";

    @TempDir
    private static Path map;

    @BeforeAll
    static void generate() {
        assertThat(Loop.van(
                                map,
                                "genereer",
                                "--aantal",
                                "400",
                                "--map",
                                map.resolve("bron").toString())
                        .uitgang())
                .isZero();
    }

    @Test
    void aReportThatDoesNotFitIsNotLeftHalf() throws IOException, InterruptedException {
        Path pagina = map.resolve("verslag.html");

        int status = start(16, "controleer", "--html", pagina.toString(), bestand());

        assertThat(status).isEqualTo(3);
        assertThat(gezegd()).contains(GROTER).doesNotContain("Exception", "\tat ");
        assertThat(map)
                .isDirectoryNotContaining(pad -> pad.getFileName().toString().startsWith("verslag.html"));
    }

    @Test
    void anEarlierReportStaysWhenTheNewOneDoesNotFit() throws IOException, InterruptedException {
        Path pagina = Files.writeString(map.resolve("eerder.html"), "van gisteren");

        assertThat(start(16, "controleer", "--html", pagina.toString(), bestand()))
                .isEqualTo(3);
        assertThat(pagina).hasContent("van gisteren");
    }

    @Test
    void resultsThatDoNotFitSaySo() throws IOException, InterruptedException {
        int status = start(16, "combineer", "--json", bestand());

        assertThat(status).isEqualTo(3);
        assertThat(gezegd())
                .contains("ddas: lezen of schrijven lukt niet: de uitvoer neemt niets meer aan")
                .doesNotContain("Exception");
        assertThat(Files.readString(map.resolve("uit")))
                .as("no whole document")
                .doesNotEndWith("}\n")
                .doesNotContain("signalen");
    }

    @Test
    void generatingMoreThanFitsSaysSo() throws IOException, InterruptedException {
        Path doel = map.resolve("vol");
        int status = start(100, "genereer", "--aantal", "400", "--map", doel.toString());

        assertThat(status).isEqualTo(3);
        assertThat(gezegd()).contains(GROTER).doesNotContain("Exception");
        assertThat(bestanden(doel)).as("nothing half").isEmpty();
    }

    @Test
    void generatingAgainLeavesWhatWasThere() throws IOException, InterruptedException {
        Path doel = map.resolve("nogmaals");
        assertThat(start(1_000_000, "genereer", "--aantal", "20", "--map", doel.toString()))
                .isZero();
        List<Path> eerder = bestanden(doel);
        long grootte = Files.size(eerder.getFirst());

        assertThat(start(100, "genereer", "--aantal", "400", "--map", doel.toString()))
                .isEqualTo(3);
        assertThat(bestanden(doel)).isEqualTo(eerder);
        assertThat(eerder.getFirst()).hasSize(grootte);
    }

    @Test
    void theTestsetIsNotLeftHalfEither() throws IOException, InterruptedException {
        Path doel = map.resolve("testset");

        assertThat(start(8, "genereer", "--testset", "--map", doel.toString())).isEqualTo(3);
        assertThat(gezegd()).contains(GROTER).doesNotContain("Exception");
        for (Path bestand : bestanden(doel)) {
            assertThat(Files.readString(bestand)).as(bestand.toString()).endsWith("}");
        }
    }

    private static List<Path> bestanden(Path doel) throws IOException {
        try (Stream<Path> paden = Files.walk(doel)) {
            return paden.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void withoutTheLimitAllIsWell() throws IOException, InterruptedException {
        Path pagina = map.resolve("goed.html");

        assertThat(start(1_000_000, "controleer", "--html", pagina.toString(), bestand()))
                .isZero();
        assertThat(pagina).content(StandardCharsets.UTF_8).endsWith("</html>\n");
    }

    private static String bestand() throws IOException {
        return bestanden(map.resolve("bron").resolve("gemeente")).getFirst().toString();
    }

    private static String gezegd() throws IOException {
        return Files.readString(map.resolve("fout"));
    }

    /// Runs the program with room for files of so many kilobytes.
    private static int start(int kilobytes, String... args) throws IOException, InterruptedException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.ddas.program.Main");
        List<String> opdracht = Stream.of(
                        List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"), java, List.of(args))
                .flatMap(List::stream)
                .toList();
        Process proces = new ProcessBuilder(opdracht)
                .directory(map.toFile())
                .redirectOutput(bestand("uit"))
                .redirectError(bestand("fout"))
                .start();
        if (!proces.waitFor(60, TimeUnit.SECONDS)) {
            proces.destroyForcibly();
            throw new IllegalStateException("the program did not end");
        }
        return proces.exitValue();
    }

    private static File bestand(String naam) {
        return map.resolve(naam).toFile();
    }
}
