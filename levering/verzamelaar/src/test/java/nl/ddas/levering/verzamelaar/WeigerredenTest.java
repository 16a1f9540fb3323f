// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeigerredenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"https://ddas.example/problemen/buiten-venster"} | buiten-venster
            {"type":"toegang-geweigerd","title":"Geen toegang"}      | toegang-geweigerd
            {"type":"https://x/handtekening-tijd"}                   | handtekening-tijd
            {"type":"https://x/zelf-verzonnen"}                      |
            {"type":"https://x/buiten-venster/"}                     |
            {"type":"about:blank"}                                   |
            {"type":503}                                             |
            {"title":"Later"}                                        |
            ["buiten-venster"]                                       |
            later                                                    |
            """)
    void takesOnlyCodesThatItKnows(String body, @Nullable String reden) {
        assertThat(Weigerreden.lees(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Optional.ofNullable(reden));
    }

    /// Whatever a supplier writes: a code that we know, or nothing.
    @Property(tries = 1000)
    void anythingElseIsNoReason(@ForAll Random random) {
        byte[] problem = "{\"type\":\"https://x/buiten-venster\",\"title\":\"t\",\"status\":403,\"errors\":[{\"a\":1}]}"
                .getBytes(StandardCharsets.UTF_8);
        for (int edits = random.nextInt(6); edits >= 0; edits--) {
            problem[random.nextInt(problem.length)] = (byte) random.nextInt(256);
        }
        assertThat(Weigerreden.lees(new ByteArrayInputStream(problem))
                        .filter(code -> !Weigerreden.bekend().contains(code)))
                .isEmpty();
    }

    @Test
    void readsNoMoreThanAProblemIsLarge() {
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[1_000_000]);

        assertThat(Weigerreden.lees(body)).isEmpty();
        assertThat(body.available()).isEqualTo(1_000_000 - 16 * 1024);
    }

    @Test
    void everyReasonStandsInTheGuide() throws IOException {
        String gids =
                Files.readString(Path.of(System.getProperty("basedir", ".")).resolve("../../docs/nl/problemen.md"));

        assertThat(Weigerreden.bekend()).allSatisfy(code -> assertThat(gids).contains("`" + code + "`"));
        assertThat(gids).contains("`http-");
    }
}
