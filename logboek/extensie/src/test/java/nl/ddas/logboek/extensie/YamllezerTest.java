// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import nl.ddas.basis.Bundled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bytes of a stranger: read, or refused with a place; never more than that.
class YamllezerTest {

    private static Leesfout refused(String yaml) {
        return refused(yaml.getBytes(UTF_8));
    }

    private static Leesfout refused(byte[] yaml) {
        Definitielezing lezing = Definitielezer.read("proef", yaml);
        assertThat(lezing.definitie()).isEmpty();
        assertThat(lezing.fouten()).hasSize(1);
        assertThat(lezing.fouten().getFirst().code()).isEqualTo(Leesfout.ONLEESBAAR);
        return lezing.fouten().getFirst();
    }

    @Test
    void refusesWhatIsNoYamlWithItsPlace() {
        Leesfout fout = refused("name: ddas\ntitle: \"geen einde\nnamespace: x\n");

        assertThat(fout.melding()).contains("geen geldige YAML");
        assertThat(fout.plek().regel()).isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | leeg",
                "# niets            | leeg",
                "- een lijst        | begint met namen en waarden",
                "een tekst          | begint met namen en waarden",
                "name: !!str ddas   | uitroepteken",
                "name: !ding [1]    | uitroepteken",
                "a: 1\\n---\\nb: 2  | meer dan een document",
                "a: *weg            | wijst naar niets",
                "a: &b [*b]         | wijst naar niets",
                "[a]: 1             | is een woord",
                "name: \\u0007      | een teken in dat daar niet mag"
            })
    void refusesWhatADefinitionNeverNeeds(String yaml, String melding) {
        assertThat(refused(yaml.replace("\\n", "\n").replace("\\u0007", "\u0007"))
                        .melding())
                .contains(melding);
    }

    @Test
    void refusesOtherBytesThanUtf8() {
        assertThat(refused(new byte[] {'a', ':', ' ', (byte) 0xE9}).melding()).contains("UTF-8");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(refused(new byte[Yamllezer.MAX_BYTES + 1]).melding()).contains("1 MiB");
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThat(refused("a: " + "[".repeat(100_000)).melding()).contains("dieper genest");
        assertThat(refused("a: " + "{b: ".repeat(100_000)).melding()).contains("dieper genest");
    }

    @Test
    void refusesAliasesThatGrow() {
        StringBuilder lach = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            lach.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "x"));
        }
        assertThat(refused(lach.toString()).melding()).contains("te groot");
        String veel = "a: &a x\nb: [" + "*a, ".repeat(101) + "]\n";
        assertThat(refused(veel).melding()).contains("meer dan 100 verwijzingen");
    }

    @Test
    void takesAHundredAliases() {
        String yaml = "ldvExtension: 1\nterms_used: [&a x, " + "*a, ".repeat(100) + "]\n";

        assertThat(Definitielezer.read("proef", yaml.getBytes(UTF_8)).fouten()).isEmpty();
    }

    @Test
    void aNameThatStandsTwiceIsAFaultWithBothPlaces() {
        List<Leesfout> fouten = Definitielezer.read("proef", "ldvExtension: 1\nname: a\nname: b\n".getBytes(UTF_8))
                .fouten();

        assertThat(fouten).hasSize(1);
        assertThat(fouten.getFirst().code()).isEqualTo(Leesfout.DUBBEL);
        assertThat(fouten.getFirst().plek()).isEqualTo(new Plek(3, 1));
        assertThat(fouten.getFirst().melding()).contains("'name'", "regel 2, teken 1");
    }

    @Test
    void keysAndTextsWithoutEndDoNotBreakTheRules() {
        for (String stuk : List.of("a.", "a", "_oin", ". ", "(", "x|")) {
            String lang = stuk.repeat(50_000 / stuk.length());
            String yaml = "ldvExtension: 1\nname: a\nnamespace: a\nattributes: [{key: \"dpl.a." + lang
                    + "\", description: \"" + lang + "\", pattern: \"" + lang + "\", examples: [\"" + lang
                    + "\"]}]\n";
            judge(yaml.getBytes(UTF_8));
        }
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        judge(bytes);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String tekst) {
        judge(tekst.getBytes(UTF_8));
        judge(("name: " + tekst + "\nattributes: [{key: " + tekst + "}]").getBytes(UTF_8));
        judge(("rules: [{assert: \"" + tekst.replaceAll("[\"\\\\]", "") + "\"}]").getBytes(UTF_8));
    }

    @Property(tries = 300)
    void aSpoiltDefinitionIsReadOrRefused(@ForAll int waar, @ForAll byte waarde, @ForAll int weg) {
        byte[] goed = Bundled.bytes(Definitielezer.class, "ddas.ldv-ext.yaml");
        goed[Math.floorMod(waar, goed.length)] = waarde;
        goed[Math.floorMod(weg, goed.length)] = '\n';
        judge(goed);
    }

    /// All the way through: read, judged, and written down three times.
    private static void judge(byte[] bytes) {
        Definitielezing lezing = Definitielezer.read("proef", bytes);
        Verslag verslag = Proefdefinitie.check(Profiel.VERSIE_1_0_0, List.of(lezing));
        assertThat(verslag.bestanden()).hasSize(1);
        assertThat(lezing.definitie().isPresent() || !lezing.fouten().isEmpty()).isTrue();
        assertThat(VerslagJson.of(verslag).toBytes()).isNotEmpty();
        assertThat(VerslagSarif.of(verslag).toBytes()).isNotEmpty();
        lezing.definitie().ifPresent(definitie -> {
            assertThat(DocumentMarkdown.render(definitie)).isNotEmpty();
            assertThat(DocumentHtml.render(definitie)).isNotEmpty();
            assertThat(Attributenschema.of(List.of(definitie)).toBytes()).isNotEmpty();
        });
    }
}
