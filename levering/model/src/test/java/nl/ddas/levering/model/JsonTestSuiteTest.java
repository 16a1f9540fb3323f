// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The reader against the corpus JSONTestSuite: what must be accepted, what must be refused, and what we do where the
/// standard leaves a choice.
@Requirement("S21")
class JsonTestSuiteTest {
    private static final JsonMapper JSON = new JsonMapper();

    /// Read: numbers with an exponent up to 999 and up to 1,000 characters, half surrogate pairs written as
    /// escapes, a byte order mark. All other open cases of the corpus are refused.
    private static final Set<String> GELEZEN = Set.of(
            "i_number_double_huge_neg_exp.json",
            "i_number_too_big_pos_int.json",
            "i_number_very_big_negative_int.json",
            "i_string_1st_valid_surrogate_2nd_invalid.json",
            "i_string_incomplete_surrogate_and_escape_valid.json",
            "i_string_incomplete_surrogate_pair.json",
            "i_string_incomplete_surrogates_escape_valid.json",
            "i_string_invalid_surrogate.json",
            "i_string_inverted_surrogates_U+1D11E.json",
            "i_string_lone_second_surrogate.json",
            "i_structure_UTF-8_BOM_empty_object.json");

    /// Good JSON that we refuse on purpose: a field twice in one object.
    private static final List<String> STRENGER =
            List.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    @Test
    void acceptsAndRefusesWhatTheCorpusSays() throws IOException {
        Map<String, String> anders = new TreeMap<>();
        for (Path bestand : bestanden()) {
            String naam = bestand.getFileName().toString();
            Lezing lezing = Opvanger.lees(Files.readAllBytes(bestand)).lezing;
            boolean gelezen = lezing instanceof Lezing.Gelezen;
            boolean moet = naam.startsWith("y_") && !STRENGER.contains(naam);
            if (!naam.startsWith("i_") && gelezen != moet) {
                anders.put(naam, lezing.toString());
            }
        }

        assertThat(anders).isEmpty();
    }

    @Test
    void makesADocumentedChoiceWhereTheStandardLeavesItOpen() throws IOException {
        Set<String> gelezen = new TreeSet<>();
        for (Path bestand : bestanden()) {
            String naam = bestand.getFileName().toString();
            if (naam.startsWith("i_") && Opvanger.lees(Files.readAllBytes(bestand)).lezing instanceof Lezing.Gelezen) {
                gelezen.add(naam);
            }
        }

        assertThat(gelezen).isEqualTo(new TreeSet<>(GELEZEN));
    }

    @Test
    void saysOfACutFileWhereItBreaksOff() throws IOException {
        for (Path bestand : bestanden()) {
            byte[] bytes = Files.readAllBytes(bestand);
            if (bytes.length < 200) {
                for (int lengte = 0; lengte < bytes.length; lengte++) {
                    byte[] deel = Arrays.copyOf(bytes, lengte);
                    switch (Opvanger.lees(deel).lezing) {
                        case Lezing.Gelezen _ ->
                            assertThatCode(() -> JSON.readTree(deel)).doesNotThrowAnyException();
                        case Lezing.GeenUtf8 fout ->
                            assertThat(fout.plaats().positie()).isBetween(0L, (long) lengte);
                        case Lezing.GeenJson fout ->
                            assertThat(fout.plaats().positie()).isBetween(0L, (long) lengte);
                    }
                }
            }
        }
    }

    private static List<Path> bestanden() throws IOException {
        try (Stream<Path> alle = Files.list(ReferenceFiles.find("reference/corpora/jsontestsuite"))) {
            return alle.filter(bestand -> bestand.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
