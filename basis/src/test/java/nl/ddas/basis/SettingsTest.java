// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.SettingsFault.Fault;
import nl.ddas.basis.SettingsFault.Kind;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String FILE = """
            poort: 8443
            kvk-nummer: 00123456
            leeg:
            aan: true
            opslag:
              map: /var/bron
              bewaartermijn: 7d
            leveranciers:
              - naam: een
                adres: https://een.example
              - naam: twee
            profielen: [a, b]
            """;

    @TempDir
    Path folder;

    @Test
    void readsTextsAsWritten() throws IOException {
        Settings settings = settings(FILE, Map.of());
        assertThat(settings.required("kvk-nummer")).isEqualTo("00123456");
        assertThat(settings.required("opslag.map")).isEqualTo("/var/bron");
        assertThat(settings.integer("poort", 1)).isEqualTo(8443);
        assertThat(settings.integer("anders", 1)).isEqualTo(1);
        assertThat(settings.flag("aan", false)).isTrue();
        assertThat(settings.optional("leeg")).isEmpty();
        assertThat(settings.texts("profielen")).containsExactly("a", "b");
        assertThat(settings.texts("geen")).isEmpty();
    }

    @Test
    void theEnvironmentGoesOverTheFile() throws IOException {
        Settings settings = settings(
                FILE,
                Map.of(
                        "SHOP_WEB_OPSLAG_MAP", "/tmp",
                        "SHOP_WEB_NIEUW", "x",
                        "SHOP_WEB_PROFIELEN", "c, d",
                        "SHOP_WEB_LEVERANCIERS_1_NAAM", "drie"));
        assertThat(settings.required("opslag.map")).isEqualTo("/tmp");
        assertThat(settings.required("nieuw")).isEqualTo("x");
        assertThat(settings.texts("profielen")).containsExactly("c", "d");
        assertThat(settings.list("leveranciers").get(1).required("naam")).isEqualTo("drie");
    }

    @Test
    void readsAListOfMappings() throws IOException {
        List<Settings> list = settings(FILE, Map.of()).list("leveranciers");
        assertThat(list).hasSize(2);
        assertThat(list.getFirst().required("adres")).isEqualTo("https://een.example");
        assertThatThrownBy(() -> list.get(1).required("adres"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leveranciers[1]")
                .hasMessageContaining("SHOP_WEB_LEVERANCIERS_1_ADRES");
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "30s, PT30S", "5m, PT5M", "24h, PT24H", "7d, PT168H"})
    void readsDurations(String text, Duration expected) throws IOException {
        assertThat(settings("d: " + text, Map.of()).duration("d", Duration.ZERO))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 s", "-5s", "s", "5w"})
    void refusesOtherDurations(String text) throws IOException {
        Settings settings = settings("d: '" + text + "'", Map.of());
        assertThatThrownBy(() -> settings.duration("d", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 'd': expected a duration");
    }

    @Test
    void aMistypedKeyStopsTheStartAndNamesTheNearest() throws IOException {
        Settings settings = settings("poort: 1\nopslag:\n  mpa: x\n", Map.of());
        settings.integer("poort", 2);
        settings.optional("opslag.map");
        assertThatThrownBy(settings::rejectUnknown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bron.yaml")
                .hasMessageContaining("unknown key 'opslag.mpa'; did you mean 'opslag.map'?");
    }

    @Test
    void aMistypedKeyInAListOrVariableStopsTheStart() throws IOException {
        Settings inList = settings("l:\n  - naam: x\n    naan: y\n", Map.of());
        inList.list("l").forEach(item -> item.required("naam"));
        assertThatThrownBy(inList::rejectUnknown).hasMessageContaining("l[0]: unknown key 'naan'; did you mean 'naam'");

        Settings inVariable = settings("poort: 1", Map.of("SHOP_WEB_PORT", "2", "SHOP_ANDERS", "3"));
        inVariable.integer("poort", 2);
        assertThatThrownBy(inVariable::rejectUnknown)
                .hasMessageContaining("unknown environment variable SHOP_WEB_PORT")
                .hasMessageContaining("SHOP_WEB_POORT");
    }

    @Test
    void whatIsFarFromAllKeysGetsNoSuggestion() throws IOException {
        Settings settings = settings("qqqqqq: 1", Map.of());
        settings.optional("poort");
        assertThatThrownBy(settings::rejectUnknown).hasMessageEndingWith("unknown key 'qqqqqq'");
    }

    @Test
    void allKnownKeysPass() throws IOException {
        Settings settings = settings("poort: 1\nl:\n  - naam: x\n", Map.of("SHOP_WEB_L_0_NAAM", "z"));
        settings.integer("poort", 2);
        settings.list("l").forEach(item -> item.required("naam"));
        assertThatCode(settings::rejectUnknown).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b\n", "just text", "a: 1\na: 2\n", "a: [1", "a:\n\t- x"})
    void whatIsNoMappingIsRefusedWithFileAndLine(String content) {
        assertThatThrownBy(() -> settings(content, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bron.yaml")
                .hasMessageContaining("line ");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Settings.read("shop-web", folder.resolve("none.yaml"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.yaml");
    }

    @Test
    void aValueOfAnotherKindIsRefused() throws IOException {
        Settings settings = settings(FILE, Map.of());
        assertThatThrownBy(() -> settings.integer("opslag.map", 1)).hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> settings.flag("poort", true)).hasMessageContaining("expected true or false");
        assertThatThrownBy(() -> settings.list("poort")).hasMessageContaining("expected a list");
        assertThatThrownBy(() -> settings.optional("profielen")).hasMessageContaining("expected one value");
        assertThatThrownBy(() -> settings.list("profielen")).hasMessageContaining("expected a list of mappings");
    }

    @Test
    void aFaultCarriesWhatATextForUsersNeeds() throws IOException {
        Settings settings = settings("poort: x\nextra: 1\n", Map.of());
        assertThat(fault(() -> settings.integer("poort", 1)))
                .isEqualTo(new Fault.Wrong("poort", Kind.WHOLE_NUMBER, Optional.of("x")));
        assertThat(fault(() -> settings.required("opslag.map")))
                .isEqualTo(new Fault.Missing("opslag.map", "SHOP_WEB_OPSLAG_MAP"));
        assertThat(fault(settings::rejectUnknown)).isEqualTo(new Fault.Unknown("extra", false, Optional.empty()));
        assertThat(fault(() -> settings("a: 1\nb: [1", Map.of())))
                .isInstanceOfSatisfying(
                        Fault.NoMapping.class, no -> assertThat(no.line()).isEqualTo(2));
    }

    @Test
    void aValueThatMeansNothingHereIsTheFaultOfItsKey() throws IOException {
        Settings settings = settings("kleur: paars\nmaten: [1, x]\n", Map.of());
        Function<String, Optional<String>> known = text -> Optional.of(text).filter("rood"::equals);
        assertThat(fault(() -> settings.value("kleur", "rood", known)))
                .isEqualTo(new Fault.Unfit("kleur", "rood", Optional.of("paars")));
        assertThat(fault(() -> settings.values("maten", "getallen", text -> Optional.of(Integer.valueOf(text)))))
                .isEqualTo(new Fault.Unfit("maten", "getallen", Optional.of("x")));
        assertThat(settings.value("smaak", "zoet", known)).isEmpty();
        assertThat(settings.unfit("maten", "niets")).hasMessageContaining("key 'maten': does not go with the rest");
        assertThat(settings.unfit("kleur", "rood")).hasMessageContaining("key 'kleur': the value 'paars' does not fit");
    }

    private static Fault fault(ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(SettingsFault.class, call).fault();
    }

    @Test
    void withoutAFileTheEnvironmentCounts() {
        assertThat(Settings.none("shop-web", Map.of("SHOP_WEB_A_B", "1")).required("a.b"))
                .isEqualTo("1");
    }

    private Settings settings(String content, Map<String, String> environment) throws IOException {
        return Settings.read("shop-web", Files.writeString(folder.resolve("bron.yaml"), content), environment);
    }
}
