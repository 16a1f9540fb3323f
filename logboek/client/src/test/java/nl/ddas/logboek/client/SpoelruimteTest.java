// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The room of a spool, whoever fills it and whoever makes it free again.
class SpoelruimteTest {

    @TempDir
    private Path map;

    /// What the log refused, and what was there before the start, takes room too.
    @Test
    @Requirement("LDV-L3b")
    void whatIsThereAlreadyCounts() throws Exception {
        Files.write(map.resolve("00000000000000000000-1-0a.otlp.geweigerd"), new byte[50]);
        Files.write(map.resolve("00000000000000000001-1-0b.otlp"), new byte[40]);
        try (Spoel spoel = new Spoel(map, "0c", 100)) {
            assertThatThrownBy(() -> spoel.add(new Aflevering.Zending(new byte[11], 1)))
                    .isInstanceOf(Spoel.Vol.class);
            spoel.add(new Aflevering.Zending(new byte[10], 1));
        }
    }

    /// Looking through a full spool takes long, so not every line that finds no room does that.
    @Test
    @Requirement("LDV-L3b")
    void whatAnotherProcessTookOutIsSeenInTheEnd() throws Exception {
        Path other = map.resolve("00000000000000000000-1-0a.otlp");
        Files.write(other, new byte[90]);
        try (Spoel spoel = new Spoel(map, "0b", 100)) {
            Aflevering.Zending one = new Aflevering.Zending(new byte[11], 1);
            assertThatThrownBy(() -> spoel.add(one)).isInstanceOf(Spoel.Vol.class);
            Files.delete(other);
            for (int i = 1; i < 100; i++) {
                assertThatThrownBy(() -> spoel.add(one)).isInstanceOf(Spoel.Vol.class);
            }
            spoel.add(one);
        }
    }
}
