// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.GeldtVoor;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroeperingTest {

    @TempDir
    private Path map;

    @Test
    void putsTheWorstFirstAndKeepsFivePlaces() {
        Groepering groepering = new Groepering();
        for (int i = 0; i < 7; i++) {
            groepering.voegToe(bevinding("T-02", Ernst.WAARSCHUWING, "a", i));
            groepering.voegToe(bevinding("T-06", Ernst.BLOKKEREND, "b", i));
        }
        groepering.voegToe(bevinding("T-02", Ernst.INFORMATIEF, "a", 9));
        groepering.voegToe(bevinding("T-02", Ernst.WAARSCHUWING, "c", 9));

        assertThat(groepering.groepen())
                .extracting(Bevindinggroep::code, Bevindinggroep::ernst, Bevindinggroep::advies, Bevindinggroep::aantal)
                .containsExactly(
                        tuple("T-06", Ernst.BLOKKEREND, "b", 7L),
                        tuple("T-02", Ernst.WAARSCHUWING, "a", 7L),
                        tuple("T-02", Ernst.WAARSCHUWING, "c", 1L),
                        tuple("T-02", Ernst.INFORMATIEF, "a", 1L));
        assertThat(groepering.groepen().getFirst().plaatsen())
                .extracting(Plaats::regel)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void keepsTheReasonsOfACodeApartUpToALimit() {
        Groepering groepering = new Groepering();
        for (int i = 0; i < 1_000; i++) {
            groepering.voegToe(reden("/lijst/" + i + "/veld: verwacht een datum, gevonden \"" + i + "\"."));
        }
        assertThat(groepering.groepen()).singleElement().satisfies(groep -> assertThat(groep.aantal())
                .isEqualTo(1_000));

        for (int i = 0; i < 1_000; i++) {
            groepering.voegToe(reden("/x" + i + ": verwacht een datum, gevonden een lijst."));
        }
        List<Bevindinggroep> groepen = groepering.groepen();
        assertThat(groepen).hasSize(51);
        assertThat(groepen.getLast().aantal()).isEqualTo(951);
        assertThat(groepen.getLast().voorbeeld()).contains("/x49: ", "alle redenen na de eerste 50");
    }

    private static Bevinding reden(String melding) {
        Plaats plaats = new Plaats(OptionalInt.empty(), "/x", 1, 0);
        return new Bevinding(
                "A-03",
                Ernst.BLOKKEREND,
                GeldtVoor.BERICHT,
                plaats,
                OptionalInt.empty(),
                OptionalInt.empty(),
                melding,
                "advies");
    }

    private static Bevinding bevinding(String code, Ernst ernst, String advies, int regel) {
        Plaats plaats = new Plaats(OptionalInt.empty(), "/x", regel, 0);
        return new Bevinding(
                code, ernst, GeldtVoor.TRAJECT, plaats, OptionalInt.empty(), OptionalInt.empty(), "melding", advies);
    }

    @Test
    @Requirement("S77")
    void tellsWhatWasConvertedBesideWhatWasNotCertain() throws IOException {
        Controleverslag verslag = Voorbeeldcontrole.controleer(map, """
                {"aanleverperiodeStartdatum": "2026-01-01", "aanleverperiodeEinddatum": "2026-06-30",
                 "aanleverende_organisatie": {"naam": "Delft"},
                 "schuldhulptrajecten": [{"uitstroom": {"reden": "BRP-redenen: verhuisd"}}]}""");

        assertThat(verslag.bevindingen())
                .filteredOn(groep -> groep.code().equals("A-04"))
                .extracting(Bevindinggroep::voorbeeld)
                .anyMatch(melding -> melding.contains("Omzettingen: veld met een oude naam hernoemd (3 keer)"))
                .anyMatch(melding -> melding.contains("gelezen als Overig"));
    }
}
