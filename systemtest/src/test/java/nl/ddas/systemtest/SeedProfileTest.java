// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.systemtest.Proefopstelling.Opzet;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/// A supplier and CBS that encrypt their messages and use a token, from end to end, beside the same in the clear.
@Isolated("listens to the log of the whole process")
@Requirement({"S16", "S46", "S53", "S59"})
class SeedProfileTest {

    @TempDir
    private Path map;

    @Test
    @Requirement({"S9", "S33", "S42", "S74"})
    void bothProfilesBringTheSameTrajectenIntoTheDatabase() throws Exception {
        Proefopstelling.bron(map, 11, 200);
        ListAppender<ILoggingEvent> logs = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("nl.ddas");
        Level before = root.getLevel();
        logs.start();
        root.addAppender(logs);
        root.setLevel(Level.TRACE);
        try (Proefopstelling opstelling = new Proefopstelling(map)) {
            opstelling.ookVersleuteld("Dezelfde, versleuteld", Proefopstelling.UITGEVER);

            assertThat(opstelling.lever().leveranciers()).hasSize(2).allSatisfy(een -> assertThat(een.status())
                    .isEqualTo("ingelezen"));

            compare(opstelling, 200);
            assertThat(counts(opstelling))
                    .contains(",geleverd,")
                    .contains(",versleuteld-geleverd,")
                    .contains(",token-gegeven,")
                    .contains(",sleutels,");
        } finally {
            root.setLevel(before);
            root.detachAppender(logs);
        }
        nothingLeaksInto(logs.list);
    }

    @Test
    @Requirement("S22")
    void pagesThatAreTooLargeToEncryptAreAskedForInHalves() throws Exception {
        Proefopstelling.bron(map, 13, 400);
        long delivered = Files.size(map.resolve("leveringen").resolve("levering.json"));
        try (Proefopstelling opstelling =
                new Proefopstelling(map, Opzet.GEWOON.metGrootsteVersleuteld(delivered / 3))) {
            opstelling.ookVersleuteld("Dezelfde, in stukken", Proefopstelling.UITGEVER);

            Verzamelresultaat result = opstelling.lever();

            assertThat(result.leveranciers()).hasSize(2).allSatisfy(een -> assertThat(een.status())
                    .isEqualTo("ingelezen"));
            PerLeverancier small = result.van("Dezelfde, in stukken").orElseThrow();
            assertThat(small.paginas()).isGreaterThan(1);
            assertThat(small.paginagrootte()).isPresent();
            compare(opstelling, 400);
            assertThat(counts(opstelling)).contains(",pagina-te-groot,");
        }
    }

    /// Our supplier looks at the proof also when the certificate alone would do.
    @Test
    @Requirement({"S33", "S42"})
    void aProofForAnotherGetsNoToken() throws Exception {
        Proefopstelling.bron(map, 12, 5);
        try (Proefopstelling opstelling = new Proefopstelling(map)) {
            opstelling.ookVersleuteld("Met verkeerd bewijs", URI.create("https://elders.example"));

            assertThat(opstelling
                            .lever()
                            .van("Met verkeerd bewijs")
                            .orElseThrow()
                            .reden())
                    .contains("token-invalid-client");
            assertThat(counts(opstelling)).contains(",token-invalid-client,").doesNotContain(",token-gegeven,");
        }
    }

    private static void compare(Proefopstelling opstelling, int trajecten) {
        Map<String, List<Object>> found = new TreeMap<>();
        opstelling.verzamelaar.bronrecords().records(Proefopstelling.periode(), each -> found.computeIfAbsent(
                        each.plaats().id().split("\\|")[0], name -> new ArrayList<>())
                .add(content(each)));
        assertThat(found.keySet()).hasSize(2).anyMatch(name -> name.startsWith("Dezelfde, "));
        assertThat(found.values()).allSatisfy(records -> assertThat(records).hasSize(trajecten));
        assertThat(List.copyOf(found.values()).getFirst())
                .isEqualTo(List.copyOf(found.values()).getLast());
    }

    /// What the database knows of a traject, apart from where it came from.
    private static Object content(Bronrecord each) {
        return List.of(each.organisatie(), each.gemeentenummer(), each.looptijd(), each.personen());
    }

    private static String counts(Proefopstelling opstelling) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + opstelling.bron.beheerPoort() + "/tellingen.csv");
        try (InputStream in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// No person of the delivery stands in a log, or in a file besides the one that was delivered from.
    private void nothingLeaksInto(List<ILoggingEvent> logs) throws IOException {
        String delivered = Files.readString(map.resolve("leveringen").resolve("levering.json"));
        List<String> numbers = Pattern.compile("\"Burgerservicenummer\"\\s*:\\s*\"(\\d{8,9})\"")
                .matcher(delivered)
                .results()
                .map((MatchResult each) -> each.group(1))
                .distinct()
                .toList();
        assertThat(numbers).hasSizeGreaterThan(100);
        assertThat(logs).allSatisfy(log -> assertThat(log.getFormattedMessage() + log.getThrowableProxy())
                .doesNotContain(numbers));
        try (Stream<Path> files = Files.walk(map)) {
            List<Path> others = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(map.resolve("leveringen")))
                    .filter(file -> !file.startsWith(map.resolve("database")))
                    .toList();
            assertThat(others).isNotEmpty();
            for (Path file : others) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(numbers.stream().filter(content::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
