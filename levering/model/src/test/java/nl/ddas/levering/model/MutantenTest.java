// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our schema files against the official ones: the same verdict and the same places on generated mutants of the
/// official examples, with the validator of networknt as judge. Formats are left out here, as the official schema
/// leaves them an annotation.
class MutantenTest {

    @ParameterizedTest
    @Requirement({"S21", "S60"})
    @CsvSource({"V1_0, 10000", "V0_10, 1000", "V0_9, 1000"})
    void judgesMutantsAsTheOfficialSchemaDoes(Versie versie, int aantal) throws IOException {
        Schema officieel = officieel(versie);
        BerichtLezer lezer = Opvanger.LEZER.voorVersie(versie);
        List<Object> basis = new ArrayList<>();
        for (String voorbeeld : List.of("enkelvoudigVoorbeeld.json", "meervoudigVoorbeeld.json")) {
            basis.add(Mutant.boom(Files.readAllBytes(pad(versie, voorbeeld))));
        }
        RandomGenerator toeval = RandomGeneratorFactory.of("L64X128MixRandom").create(20260901L);
        int geldig = 0;
        for (int i = 0; i < aantal; i++) {
            Object mutant = Mutant.van(basis.get(i % 25 == 0 ? 1 : 0), toeval);
            String json = Mutant.json(mutant);
            Set<String> verwacht = officieel.validate(json, InputFormat.JSON).stream()
                    .map(MutantenTest::plek)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(gevonden(lezer, json)).as("mutant %d: %s", i, json).isEqualTo(verwacht);
            geldig += verwacht.isEmpty() ? 1 : 0;
        }
        assertThat(geldig).isBetween(aantal / 20, aantal * 19 / 20);
    }

    private static Set<String> gevonden(BerichtLezer lezer, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return Opvanger.lees(lezer, () -> new ByteArrayInputStream(bytes)).fouten.stream()
                .filter(fout -> fout.soort() != Vormfout.Soort.FORMAT)
                .map(MutantenTest::plek)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The judge puts an unknown field at its object.
    private static String plek(Vormfout fout) {
        String pointer = fout.plaats().pointer();
        return fout.soort() == Vormfout.Soort.ADDITIONAL_PROPERTIES
                ? pointer.substring(0, pointer.lastIndexOf('/'))
                : pointer;
    }

    private static String plek(Error fout) {
        return fout.getInstanceLocation().toString();
    }

    private static Schema officieel(Versie versie) throws IOException {
        String schema = Files.readString(pad(versie, "json_schema_Uitwisselmodel.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    private static Path pad(Versie versie, String bestand) {
        return ReferenceFiles.find("reference/ddas-shv/" + versie.tekst() + "/" + bestand);
    }
}
