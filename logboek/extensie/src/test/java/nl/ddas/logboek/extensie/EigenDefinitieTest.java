// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.ddas.basis.Bundled;
import nl.ddas.logboek.extensie.Regeluitkomst.Uitkomst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The extension of DDAS itself: sound, and no node of it can be missed unseen.
class EigenDefinitieTest {

    private static final String YAML = Bundled.text(Definitielezer.class, "ddas.ldv-ext.yaml");

    private static Bestandsverslag check(String yaml, Profiel profiel) {
        return Proefdefinitie.check(profiel, List.of(Proefdefinitie.read("ddas.ldv-ext.yaml", yaml)))
                .bestanden()
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void hasNoFindingsAtAll(Profiel profiel) {
        Bestandsverslag verslag = check(YAML, profiel);

        assertThat(verslag.bevindingen()).isEmpty();
        assertThat(verslag.aantal(Uitkomst.GEZAKT)).isZero();
        assertThat(verslag.aantal(Uitkomst.GESLAAGD)).isGreaterThan(30);
    }

    @Test
    void speaksOfNoPerson() {
        Definitie ddas = Proefdefinitie.read("ddas", YAML).definitie().orElseThrow();

        assertThat(ddas.attributen()).extracting(Attribuut::persoonsgegeven).containsOnly("none", "organisation");
        assertThat(Voorbeeldregels.of(ddas).flatMap(regel -> regel.sleutels()))
                .noneMatch(sleutel -> sleutel.contains("data_subject"));
    }

    @ParameterizedTest
    @CsvSource({
        "/ldvExtension, DEF-5",
        "/name, EXT-17",
        "/namespace, EXT-9",
        "/version, EXT-27",
        "/status, EXT-33",
        "/language, EXT-30",
        "/core, EXT-6",
        "/core/version, EXT-6",
        "/doc, EXT-24 EXT-25 EXT-32 EXT-40",
        "/doc/meta, EXT-40",
        "/doc/meta/statusregel, EXT-40",
        "/doc/meta/reacties, EXT-40",
        "/doc/meta/licentie, EXT-40",
        "/doc/meta/redactie, EXT-40",
        "/doc/naam_en_beschrijving, EXT-25",
        "/doc/doel_en_nut, EXT-25 EXT-32",
        "/doc/doel_en_nut/doel, EXT-21 EXT-26",
        "/doc/doel_en_nut/doelgroep, EXT-21 EXT-26",
        "/doc/doel_en_nut/toepassingsgebieden, EXT-26",
        "/doc/doel_en_nut/waarom_niet_core, EXT-32",
        "/doc/technische_specificatie, EXT-25",
        "/doc/gebruiksscenarios, EXT-25",
        "/doc/gebruiksscenarios/0/title, EXT-23",
        "/doc/gebruiksscenarios/0/text, EXT-23",
        "/doc/gebruiksscenarios/0/lines, EXT-23",
        "/doc/gebruiksscenarios/0/lines/0/trace_id, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/span_id, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/status, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/name, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/start_time, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/end_time, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/attributes, EXT-2",
        "/doc/gebruiksscenarios/1/lines/0/parent_span_id, EXT-2",
        "/doc/gebruiksscenarios/0/lines/0/attributes/dpl.ddas.periode_start, EXT-23",
        "/doc/gebruiksscenarios/1/lines/0/attributes/dpl.ddas.levering_id, EXT-23",
        "/doc/beperkingen, EXT-24",
        "/doc/versiebeheer, EXT-25",
        "/doc/versiebeheer/changelog, EXT-27",
        "/doc/versiebeheer/changelog/0/version, EXT-27",
        "/doc/versiebeheer/changelog/0/date, EXT-27",
        "/doc/versiebeheer/changelog/0/changes, EXT-27",
        "/glossary, EXT-29",
        "/glossary/Levering, EXT-29",
        "/references, EXT-31",
        "/references/1/title, EXT-31",
        "/references/1/href, EXT-31",
        "/references/4/covers, EXT-31",
        "/attributes, EXT-22",
        "/attributes/0/location, EXT-3",
        "/attributes/0/type, EXT-20b",
        "/attributes/4/items, EXT-20b",
        "/attributes/18/type, EXT-20 EXT-23",
        "/attributes/18/items, EXT-20",
        "/attributes/18/examples, EXT-37",
        "/attributes/0/personal, EXT-36",
        "/attributes/0/description, EXT-29"
    })
    void withoutThisNodeExactlyTheseRulesSaySo(String pointer, String regels) {
        Bestandsverslag verslag = check(without(pointer), Profiel.VERSIE_1_0_0);

        Set<String> gezakt =
                verslag.bevindingen().stream().map(Bevinding::regel).collect(Collectors.toCollection(TreeSet::new));
        assertThat(gezakt).containsExactlyInAnyOrder(regels.split(" "));
    }

    /// The file without a node: its line, and the lines below it that stand further to the right.
    private static String without(String pointer) {
        Plattegrond plaatsen =
                Proefdefinitie.read("ddas", YAML).definitie().orElseThrow().plaatsen();
        Plek plek = Optional.ofNullable(plaatsen.plekken().get(pointer)).orElseThrow();
        List<String> regels = new ArrayList<>(YAML.lines().toList());
        int begin = plek.regel() - 1;
        int eind = begin + 1;
        while (eind < regels.size() && indent(regels.get(eind)) >= plek.teken()) {
            eind++;
        }
        String streepje = regels.get(begin).substring(0, plek.teken() - 1);
        regels.subList(begin, eind).clear();
        if (!streepje.isBlank()) {
            regels.add(begin, streepje);
        }
        return String.join("\n", regels) + "\n";
    }

    private static int indent(String regel) {
        return regel.length() - regel.stripLeading().length();
    }

    @Test
    void theFileIsReadAsItStands() {
        assertThat(YAML.getBytes(UTF_8).length).isLessThan(Yamllezer.MAX_BYTES);
        assertThat(Proefdefinitie.read("ddas", YAML).fouten()).isEmpty();
    }
}
