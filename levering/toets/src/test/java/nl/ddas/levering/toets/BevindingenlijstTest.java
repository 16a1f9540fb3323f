// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BevindingenlijstTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 64, 10_000})
    void keepsTheOrderAndCountsWhateverFitsInMemory(int limiet) throws IOException {
        List<Bevinding> verwacht = new ArrayList<>();
        try (Bevindingenlijst lijst = new Bevindingenlijst(new Mapklad(map), "b", limiet)) {
            for (int i = 0; i < 200; i++) {
                verwacht.add(bevinding(i));
                lijst.voegToe(bevinding(i));
            }
            for (int keer = 0; keer < 2; keer++) {
                List<Bevinding> gelezen = new ArrayList<>();
                lijst.lees(gelezen::add);
                assertThat(gelezen).isEqualTo(verwacht);
            }
            assertThat(lijst.aantal()).isEqualTo(200);
            assertThat(lijst.groepen())
                    .extracting(Bevindingenlijst.Groep::code, Bevindingenlijst.Groep::aantal)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("T-00", 67L),
                            org.assertj.core.groups.Tuple.tuple("T-01", 67L),
                            org.assertj.core.groups.Tuple.tuple("T-02", 66L));
            assertThat(lijst.groepen().getFirst().eerste())
                    .extracting(b -> b.traject().getAsInt())
                    .containsExactly(0, 3, 6, 9, 12);
        }
        assertThat(map).isEmptyDirectory();
    }

    private static Bevinding bevinding(int nummer) {
        return new Bevinding(
                "T-0" + nummer % 3,
                Ernst.WAARSCHUWING,
                GeldtVoor.TRAJECT,
                new Plaats(
                        nummer % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(nummer),
                        "/a/\u00eb" + nummer,
                        nummer,
                        9L),
                OptionalInt.of(0),
                OptionalInt.of(nummer),
                "melding " + nummer,
                "advies " + nummer % 7);
    }

    /// Plain files, for the test only.
    private record Mapklad(Path map) implements Klad {
        @Override
        public OutputStream schrijf(String naam) throws IOException {
            return Files.newOutputStream(map.resolve(naam));
        }

        @Override
        public InputStream lees(String naam) throws IOException {
            return Files.newInputStream(map.resolve(naam));
        }

        @Override
        public void verwijder(String naam) throws IOException {
            Files.deleteIfExists(map.resolve(naam));
        }
    }
}
