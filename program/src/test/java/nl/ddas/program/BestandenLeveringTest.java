// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A supplier in a process of its own and a collector, each with nothing but PEM files and settings that name them: no
/// folder of an authority is there when they start. They meet on mutual TLS.
class BestandenLeveringTest {

    private static final Oin CBS = new Oin("00000099000000001000");
    private static final Oin GEMEENTE = new Oin("00000099000000002000");
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");
    private static final Clock KLOK = Clock.systemUTC();
    private static final Pattern POORT = Pattern.compile("De API luistert op 127\\.0\\.0\\.1:(\\d+)");

    private static final String VERTROUWT = "ankers: [%1$s/ankers.pem]\nintrekkingen: [%1$s/intrekking.pem]\n";

    @TempDir
    private static Path map;

    private static Process bron;
    private static Database database;

    @BeforeAll
    static void maak() throws IOException, InterruptedException {
        Path uitgever = map.resolve("uitgever");
        AuthorityFolder goed = autoriteit(uitgever);
        geef(goed, uitgever, "bron", "Gemeente Voorbeeldstad", GEMEENTE);
        geef(goed, uitgever, "cbs", "CBS", CBS);
        Path vreemd = map.resolve("vreemd");
        geef(autoriteit(vreemd), vreemd, "vreemde", "CBS", CBS);
        verwijder(uitgever);
        verwijder(vreemd);
        String periode = Halfjaar.tekst(Halfjaar.laatste(KLOK));
        Loop loop = Loop.van(map, "genereer", "--aantal", "300", "--periode", periode, "--map", map + "/gegevens");
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
        database = Database.embedded(map.resolve("database"), new SecureRandom());
        bron = start();
        Files.writeString(map.resolve("leveranciers.yaml"), """
                leveranciers:
                  - naam: Gemeente Voorbeeldstad
                    url: https://127.0.0.1:%d
                    oin: "%s"
                """.formatted(
                        poort(bron.inputReader(StandardCharsets.UTF_8)), GEMEENTE));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        bron.destroy();
        int _ = bron.waitFor();
        database.close();
    }

    private static AuthorityFolder autoriteit(Path waar) throws IOException {
        return AuthorityFolder.open(
                waar, Environment.TEST, new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()), KLOK);
    }

    /// Five files for one party, in a folder of its own.
    private static void geef(AuthorityFolder van, Path uitgever, String wie, String naam, Oin oin) throws IOException {
        Party partij = van.party(naam, oin, HOSTS);
        Path doel = Files.createDirectories(map.resolve(wie));
        Path eigen = uitgever.resolve("partijen")
                .resolve(partij.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + oin);
        for (String bestand : List.of("tls.pem", "ondertekening.pem", "versleuteling.pem")) {
            kopieer(eigen.resolve(bestand), doel.resolve(bestand));
        }
        kopieer(uitgever.resolve("ca/ankers.pem"), doel.resolve("ankers.pem"));
        kopieer(uitgever.resolve("ca/intrekking.pem"), doel.resolve("intrekking.pem"));
    }

    private static void kopieer(Path van, Path naar) throws IOException {
        Path _ = Files.copy(van, naar, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void verwijder(Path alles) throws IOException {
        try (Stream<Path> paden = Files.walk(alles)) {
            for (Path pad : paden.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(pad);
            }
        }
    }

    private static String sleutels(String wie, String partij) {
        return """
                partij: %2$s
                tls-sleutel: %1$s/tls.pem
                ondertekening-sleutel: %1$s/ondertekening.pem
                versleuteling-sleutel: %1$s/versleuteling.pem
                certificaten-omgeving: test
                """.formatted(map.resolve(wie), partij);
    }

    private static Process start() throws IOException {
        Path instellingen = Files.writeString(
                map.resolve("bron.yaml"),
                """
                naam: Gemeente Voorbeeldstad
                opslag-map: %1$s/opslag
                sleutel-bestand: %1$s/opslag.sleutel
                bestanden-map: %1$s/gegevens/gemeente
                toegestaan: [{oin: "%2$s", naam: CBS}]
                poort: 0
                beheer-poort: 0
                """.formatted(map, CBS)
                        + sleutels("bron", "Gemeente Voorbeeldstad")
                        + VERTROUWT.formatted(map.resolve("bron")));
        List<String> opdracht = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        opdracht.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.ddas.program.Main",
                "bron",
                "--config",
                instellingen.toString()));
        return new ProcessBuilder(opdracht)
                .directory(map.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static int poort(BufferedReader uit) throws IOException {
        StringBuilder gezegd = new StringBuilder();
        for (String regel = uit.readLine(); regel != null; regel = uit.readLine()) {
            gezegd.append(regel).append('\n');
            if (regel.startsWith("Momentopname klaar")) {
                Thread.ofVirtual().start(() -> uit.lines().forEach(rest -> {}));
                Matcher poort = POORT.matcher(gezegd);
                assertThat(poort.find()).as(gezegd.toString()).isTrue();
                return Integer.parseInt(poort.group(1));
            }
        }
        throw new AssertionError("the supplier is not there: " + gezegd);
    }

    private static Loop verzamel(String wie, String vertrouwt) throws IOException {
        Path instellingen = Files.writeString(
                map.resolve("verzamelaar.yaml"), """
                database-map: %1$s/database
                bewijs-map: %1$s/bewijs
                sleutel-bestand: %1$s/bewijs.sleutel
                leveranciers-bestand: %1$s/leveranciers.yaml
                goedkeuring: direct
                pogingen: 1
                poort: 0
                oin: "%2$s"
                """.formatted(map, CBS) + sleutels(wie, "CBS") + vertrouwt);
        return Loop.van(KLOK, map, "verzamel", "--config", instellingen.toString());
    }

    @Test
    void aDeliveryGoesFromFilesToTheDatabase() throws IOException {
        // It would take the answers of the supplier, if it got any.
        Loop vreemde = verzamel(
                "vreemde",
                "ankers: [%1$s/vreemde/ankers.pem, %1$s/cbs/ankers.pem]\nintrekkingen: geen\n".formatted(map));
        assertThat(vreemde.uitgang()).as(vreemde.alles()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(vreemde.uit()).contains("Gemeente Voorbeeldstad").doesNotContain("ingelezen");

        Loop cbs = verzamel("cbs", VERTROUWT.formatted(map.resolve("cbs")));
        assertThat(cbs.uitgang()).as(cbs.alles()).isEqualTo(Uitgang.GOED);
        assertThat(cbs.uit()).contains("Gemeente Voorbeeldstad", "ingelezen");
    }
}
