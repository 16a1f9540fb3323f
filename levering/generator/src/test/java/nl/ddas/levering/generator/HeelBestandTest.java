// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeelBestandTest {

    @TempDir
    private Path map;

    @Test
    void isThereWithAllOfItWhenItIsThere() throws IOException {
        Path pad = map.resolve("a.json");
        int uitkomst = HeelBestand.schrijf(pad, uit -> {
            uit.write(new byte[100_000]);
            assertThat(pad).doesNotExist();
            return 7;
        });

        assertThat(uitkomst).isEqualTo(7);
        assertThat(pad).hasSize(100_000);
        assertThat(map).isDirectoryNotContaining("glob:**.deel");
    }

    @Test
    void whatFailsLeavesWhatWasThere() throws IOException {
        Path pad = Files.writeString(map.resolve("a.json"), "van gisteren");

        assertThatThrownBy(() -> HeelBestand.schrijf(pad, uit -> {
                    uit.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(pad).hasContent("van gisteren");
        assertThat(map).isDirectoryNotContaining("glob:**.deel");
    }

    @Test
    void writesThroughALinkAndKeepsIt() throws IOException {
        Path echt = Files.writeString(map.resolve("echt.json"), "oud");
        Path link = Files.createSymbolicLink(map.resolve("link.json"), echt);

        HeelBestand.schrijf(link, "nieuw");

        assertThat(link).isSymbolicLink();
        assertThat(echt).hasContent("nieuw");
    }

    @Test
    void whatIsNoFileIsWrittenDirectly() throws IOException {
        HeelBestand.schrijf(Path.of("/dev/null"), "weg");

        assertThat(Path.of("/dev/null")).exists();
        assertThat(Path.of("/dev/null.deel")).doesNotExist();
    }
}
