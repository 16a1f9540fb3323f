// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.extensie.DocumentHtml;
import nl.ddas.logboek.extensie.Regelgroepen;
import nl.ddas.logboek.extensie.Regelweergave;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log line with five extensions is readable for everyone, on a narrow screen too; and the document of an extension
/// is valid before ReSpec finishes it.
class ExtensiePagesTest {

    private static final String LONG = "https://logboek.voorbeeld.nl/" + "a1b2c3d4".repeat(40);

    @TempDir
    static Path map;

    private static Path line = Path.of("");
    private static Path document = Path.of("");

    @BeforeAll
    static void make() throws IOException {
        Definitie ddas = read("ddas", Bundled.text(Definitielezer.class, "ddas.ldv-ext.yaml"));
        List<Definitie> loaded = Stream.concat(
                        Stream.of(ddas),
                        Stream.of("zorg", "student", "exam", "objects").map(ExtensiePagesTest::small))
                .toList();
        JsonObject attributes = JsonObject.EMPTY.with("dpl.core.processing_activity_id", LONG);
        for (Definitie definitie : loaded) {
            for (String key : List.of("adres", "levering_id", "soort")) {
                attributes = attributes.with(definitie.prefix() + key, key.equals("soort") ? "aanvraag" : LONG);
            }
        }
        String page = Regelweergave.page(
                        "Levering verstrekken", Regelgroepen.of(attributes, loaded), "Een verzonnen logregel.")
                .render();
        line = Files.writeString(map.resolve("regel.html"), page);
        document = Files.writeString(map.resolve("document.html"), DocumentHtml.render(ddas));
    }

    private static Definitie small(String name) {
        return read(name, """
                ldvExtension: 1
                name: %s
                title: Voorbeeld van %s
                namespace: %s
                attributes: [{ key: dpl.%s.soort, summary: Soort van de verwerking }]
                """.formatted(name, name, name, name));
    }

    private static Definitie read(String name, String yaml) {
        return Definitielezer.read(name, yaml.getBytes(UTF_8)).definitie().orElseThrow();
    }

    @Test
    @Requirement("EXT-14")
    void aLineWithFiveExtensionsIsAccessibleOnEveryScreen() throws Exception {
        Linters.Verdict verdict = Linters.axe(List.of(line));

        assertThat(verdict.good()).as(verdict.said()).isTrue();
    }

    @Test
    void bothPagesAreValidHtml() throws Exception {
        Linters.Verdict verdict = Linters.html(List.of(line, document));

        assertThat(verdict.good()).as(verdict.said()).isTrue();
    }
}
