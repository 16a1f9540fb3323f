// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import static nl.ddas.levering.statistiek.Bronrecords.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Requirement("S80")
class CombineerderTest {

    record Geval(JsonNode json) {
        List<JsonNode> trajecten() {
            return Trajecten.stroom(json, "trajecten").toList();
        }

        Instellingen instellingen() {
            JsonNode opties = json.get("opties");
            return new Instellingen(
                    Trajecten.tekst(opties, "gemeenteregel")
                            .map(Gemeenteregel::valueOf)
                            .orElse(Gemeenteregel.GELIJK),
                    Trajecten.tekst(opties, "bsnmodus").map(BsnModus::valueOf).orElse(BsnModus.STRIKT),
                    Trajecten.tekst(opties, "maxgat").map(Integer::valueOf).orElse(0));
        }

        List<String> verwacht(String veld) {
            return Trajecten.stroom(json.get("verwacht"), veld)
                    .map(JsonNode::asString)
                    .toList();
        }

        @Override
        public String toString() {
            return json.get("nr").asString() + " " + json.get("titel").asString();
        }
    }

    static Stream<Geval> gevallen() throws Exception {
        return Stream.of("/combineer_testgevallen.json", "/combineer_overige_testgevallen.json")
                .flatMap(naam -> lees(naam).stream())
                .map(Geval::new);
    }

    private static List<JsonNode> lees(String naam) {
        try (InputStream in = CombineerderTest.class.getResourceAsStream(naam)) {
            return List.copyOf(new JsonMapper().readTree(in).values());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void thereAreThirtyTwoCases() throws Exception {
        assertThat(gevallen().map(geval -> geval.toString().substring(0, 3)).distinct())
                .hasSize(32);
    }

    @ParameterizedTest
    @MethodSource("gevallen")
    void combinesAsTheRulesSay(Geval geval) {
        Combinatie combinatie = new Combineerder(geval.instellingen())
                .combineer(records(geval.trajecten(), geval.instellingen().bsnmodus()));

        List<List<String>> groepen = combinatie.groepen().stream()
                .map(groep -> groep.bronnen().stream()
                        .map(bron -> geval.trajecten()
                                .get(bron.plaats().index())
                                .get("_id")
                                .asString())
                        .sorted()
                        .toList())
                .toList();
        List<List<String>> verwacht = Trajecten.stroom(geval.json().get("verwacht"), "groepen")
                .map(groep ->
                        groep.values().stream().map(JsonNode::asString).sorted().toList())
                .toList();
        assertThat(groepen).containsExactlyInAnyOrderElementsOf(verwacht);
        assertThat(combinatie.vervangen().stream().map(v -> geval.trajecten()
                        .get(v.oud().plaats().index())
                        .get("_id")
                        .asString()))
                .containsExactlyInAnyOrderElementsOf(geval.verwacht("vervangen"));
        assertThat(combinatie.signalen().stream()
                        .map(Signaal::code)
                        .filter(Signaalcode::isTwijfel)
                        .map(Signaalcode::code)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(geval.verwacht("signalen"));
        Optional.ofNullable(geval.json().get("verwacht").get("grootste_groep"))
                .ifPresent(grootste -> controleer(combinatie, grootste));
    }

    private static void controleer(Combinatie combinatie, JsonNode verwacht) {
        Groep grootste = combinatie.groepen().stream()
                .max(Comparator.comparing(groep -> groep.bronnen().size()))
                .orElseThrow();
        Trajecten.tekst(verwacht, "start")
                .ifPresent(start -> assertThat(grootste.looptijd().begindatum().orElseThrow())
                        .hasToString(start));
        if (verwacht.has("eind")) {
            assertThat(grootste.looptijd().einddatum().map(Object::toString))
                    .isEqualTo(Trajecten.tekst(verwacht, "eind"));
        }
        Trajecten.tekst(verwacht, "gemeente")
                .ifPresent(code -> assertThat(grootste.gemeente().orElseThrow()).hasToString(code));
        Trajecten.tekst(verwacht, "personen")
                .ifPresent(aantal -> assertThat(grootste.personen()).hasSize(Integer.parseInt(aantal)));
    }
}
