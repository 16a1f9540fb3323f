// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.basis.SealedFolder;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.verslag.Bevindinggroep;
import nl.ddas.levering.toets.verslag.Groepering;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BevindingenlijstTest {

    @TempDir
    private Path map;

    @ParameterizedTest
    @ValueSource(ints = {50, 199, 10_000})
    void keepsTheOrderAndCountsWhateverFitsInMemory(int limiet) throws IOException {
        List<Bevinding> verwacht = new ArrayList<>();
        SealedFolder kluis = SealedFolder.open(map.resolve("kluis"), map.resolve("sleutel"));
        try (Bevindingenlijst lijst = new Bevindingenlijst(new VerzegeldKlad(kluis), "b", limiet)) {
            for (int i = 0; i < 200; i++) {
                verwacht.add(bevinding(i));
                lijst.voegToe(bevinding(i));
            }
            for (int keer = 0; keer < 2; keer++) {
                List<Bevinding> gelezen = new ArrayList<>();
                lijst.lees(gelezen::add);
                assertThat(gelezen).isEqualTo(verwacht);
            }
            assertThat(kluis.names()).hasSize((200 - 1) / limiet);
            assertThat(lijst.aantal()).isEqualTo(200);
            Groepering groepering = new Groepering();
            lijst.lees(groepering::voegToe);
            assertThat(groepering.groepen())
                    .extracting(Bevindinggroep::code, Bevindinggroep::aantal, Bevindinggroep::voorbeeld)
                    .containsExactly(
                            tuple("T-00", 67L, "melding 0"),
                            tuple("T-01", 67L, "melding 1"),
                            tuple("T-02", 66L, "melding 2"));
            assertThat(groepering.groepen().getFirst().plaatsen())
                    .extracting(Plaats::regel)
                    .containsExactly(0L, 3L, 6L, 9L, 12L);
        }
        assertThat(kluis.names()).isEmpty();
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
                "advies " + nummer % 3);
    }
}
