// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The codes of refusals, as they stand in the sources of what listens.
class WeigeringcodesTest {

    private static final Path BASIS = Path.of(System.getProperty("basedir", "."));
    private static final Pattern CODE = Pattern.compile("(?:Weigering\\.| )van\\(\\s*\"([a-z-]+)\"");

    @Test
    void thePageAboutProblemsExplainsEach() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String deel : new String[] {"bron", "verkeer", "verzamelaar"}) {
            codes.addAll(codes(BASIS.resolve("../" + deel + "/src/main/java")));
        }
        assertThat(codes).contains("geen-gegevens", "bericht-te-groot", "besluit-kan-niet");

        String pagina = Files.readString(BASIS.resolve("../../docs/nl/problemen.md"));
        assertThat(codes).allSatisfy(code -> assertThat(pagina).contains("`" + code + "`"));
    }

    private static Set<String> codes(Path map) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> bestanden = Files.walk(map)) {
            for (Path bestand :
                    bestanden.filter(pad -> pad.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(bestand)).results().forEach(gevonden -> codes.add(gevonden.group(1)));
            }
        }
        return codes;
    }
}
