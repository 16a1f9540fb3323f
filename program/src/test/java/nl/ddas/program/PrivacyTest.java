// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.levering.model.Bsn;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// Whoever reads along with a run, on the screen, in a report or in a log, learns no BSN from it.
@Isolated("listens to the log of the whole process")
@Requirement("S9")
class PrivacyTest {

    private static final Pattern NEGEN = Pattern.compile("(?<![\\w])\\d{9}(?![\\w])");
    private static final Pattern CIJFERS = Pattern.compile("\\d{8,9}");

    @TempDir
    private Path map;

    @ParameterizedTest
    @ValueSource(strings = {"geen", "regels", "vorm"})
    void noBsnLeavesTheFile(String fouten) throws IOException {
        List<String> gezegd = new ArrayList<>();
        List<ILoggingEvent> logs = luister(() -> {
            gezegd.add(loop("genereer", "--aantal", "600", "--fouten", fouten, "--map", map.toString()));
            String bestand = bestand();
            Path html = map.resolve("verslag.html");
            gezegd.add(loop("controleer", bestand));
            gezegd.add(loop("controleer", "--json", bestand));
            gezegd.add(loop("controleer", "--html", html.toString(), bestand));
            gezegd.add(Files.readString(html));
            gezegd.add(loop("combineer", bestand));
            gezegd.add(loop("combineer", "--json", "--bsnmodus", "RUIM", "--gemeenteregel", "NEGEREN", bestand));
        });
        logs.forEach(log -> gezegd.add(log.getFormattedMessage() + " " + log.getThrowableProxy()));
        Set<String> nummers = nummers(Path.of(bestand()));

        assertThat(nummers).hasSizeGreaterThan(500);
        assertThat(gezegd).hasSizeGreaterThanOrEqualTo(7).allSatisfy(tekst -> {
            assertThat(NEGEN.matcher(tekst).results().map(MatchResult::group).filter(nummer -> new Bsn(nummer)
                            .voldoetAanElfproef()))
                    .isEmpty();
            assertThat(CIJFERS.matcher(tekst).results().map(MatchResult::group).filter(nummers::contains))
                    .isEmpty();
        });
    }

    @Test
    void aBsnInFreeTextIsReportedButNotRepeated() throws IOException {
        Path bestand = Files.writeString(
                map.resolve("tekst.json"),
                Proefbestand.zonder(
                        "\"startdatum\": \"2026-02",
                        "\"omschrijving\": \"zie ook 999990020\", \"startdatum\": \"2026-02"));

        String gezegd = loop("controleer", "--json", bestand.toString()) + loop("controleer", bestand.toString());

        assertThat(gezegd).contains("T-20").doesNotContain("999990020", "999990019");
    }

    /// A step that may fail on the disk.
    private interface Werk {
        void doe() throws IOException;
    }

    /// What our own code logs, at the finest level, while this runs.
    private static List<ILoggingEvent> luister(Werk werk) throws IOException {
        Logger wortel = (Logger) LoggerFactory.getLogger("nl.ddas");
        Level eerder = wortel.getLevel();
        ListAppender<ILoggingEvent> logs = new ListAppender<>();
        logs.start();
        wortel.addAppender(logs);
        wortel.setLevel(Level.TRACE);
        try {
            werk.doe();
        } finally {
            wortel.setLevel(eerder);
            wortel.detachAppender(logs);
        }
        return logs.list;
    }

    private String loop(String... args) {
        Loop loop = Loop.van(map, args);
        assertThat(loop.uitgang()).as(loop.fout()).isLessThan(2);
        return loop.alles();
    }

    private String bestand() throws IOException {
        try (Stream<Path> paden = Files.walk(map.resolve("gemeente"))) {
            return paden.filter(Files::isRegularFile).findFirst().orElseThrow().toString();
        }
    }

    private static Set<String> nummers(Path bestand) throws IOException {
        return Pattern.compile("\"Burgerservicenummer\"\\s*:\\s*\"(\\d{8,9})\"")
                .matcher(Files.readString(bestand))
                .results()
                .map(gevonden -> gevonden.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
