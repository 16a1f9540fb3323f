// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A supplier and CBS that encrypt their messages, from end to end, beside the same in the clear.
@Requirement({"S16", "S46", "S53", "S59"})
class SeedProfileTest {

    @TempDir
    private Path map;

    @Test
    void bothProfilesBringTheSameTrajectenIntoTheDatabase() throws Exception {
        Proefopstelling.bron(map, 11, 200);
        try (Proefopstelling opstelling = new Proefopstelling(map)) {
            opstelling.ookVersleuteld("Dezelfde, versleuteld");

            assertThat(opstelling.lever().leveranciers())
                    .hasSize(2)
                    .allSatisfy(een -> assertThat(een.status()).isEqualTo("ingelezen"));

            Map<String, List<Object>> found = new TreeMap<>();
            opstelling.verzamelaar.bronrecords().records(Proefopstelling.periode(), each -> found.computeIfAbsent(
                            each.plaats().id().split("\\|")[0], name -> new ArrayList<>())
                    .add(content(each)));
            assertThat(found.keySet()).hasSize(2).anyMatch(name -> name.startsWith("Dezelfde, versleuteld"));
            assertThat(found.values()).allSatisfy(records -> assertThat(records).hasSize(200));
            assertThat(List.copyOf(found.values()).getFirst())
                    .isEqualTo(List.copyOf(found.values()).getLast());
        }
    }

    /// What the database knows of a traject, apart from where it came from.
    private static Object content(Bronrecord each) {
        return List.of(each.organisatie(), each.gemeentenummer(), each.tijdvak(), each.personen());
    }
}
