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
