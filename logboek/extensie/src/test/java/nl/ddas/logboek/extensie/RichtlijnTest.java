// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static nl.ddas.logboek.extensie.Profiel.SEED;
import static nl.ddas.logboek.extensie.Profiel.VERSIE_1_0_0;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.logboek.extensie.Proefdefinitie.Sleutel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The cases of the guideline and of extensions that exist, described by ourselves: exactly these rules find something.
class RichtlijnTest {

    /// @param seed rules that find something under the working version, `!` before those that only inform
    record Geval(String naam, String seed, String vast, List<Proefdefinitie> samen) {

        static Geval of(String naam, String seed, String vast, Proefdefinitie... samen) {
            return new Geval(naam, seed, vast, List.of(samen));
        }

        @Override
        public String toString() {
            return naam;
        }
    }

    static Stream<Geval> goed() {
        return Stream.of(
                Geval.of("zorg", "", "", Proefdefinitie.of("zorg", "userid")),
                Geval.of(
                        "student and exam",
                        "!EXT-19b !EXT-19b",
                        "!EXT-19b !EXT-19b",
                        Proefdefinitie.of("student", "id", "status"),
                        Proefdefinitie.of("exam", "id", "status")),
                Geval.of("objects", "", "", objects("objects")));
    }

    private static Proefdefinitie objects(String naam) {
        String prefix = "dpl." + naam + ".";
        return Proefdefinitie.of(naam)
                .keys(
                        reference(prefix + "algorithm_id", "register"),
                        reference(prefix + "dataproduct_id", "catalogue"),
                        Sleutel.of(prefix + "dataset")
                                .with("type", "List")
                                .with("items", "object")
                                .with("encoding", "json-string"));
    }

    private static Sleutel reference(String sleutel, String verwijzing) {
        return Sleutel.of(sleutel)
                .with("reference", verwijzing)
                .with("valueType", "uri")
                .with("examples", "[\"https://voorbeeld.nl/1\"]");
    }

    private static Proefdefinitie one(String ruimte, String sleutel) {
        return Proefdefinitie.of(ruimte).keys(Sleutel.of(sleutel));
    }

    static Stream<Geval> slecht() {
        return Stream.concat(slechteNamen(), slechteTeksten());
    }

    private static Stream<Geval> slechteNamen() {
        return Stream.of(
                Geval.of("userid-zorg", "EXT-16", "EXT-16", one("zorg", "dpl.userid.zorg")),
                Geval.of("userid-only", "EXT-16", "EXT-16", one("zorg", "dpl.userid")),
                Geval.of("no dpl", "EXT-16 EXT-34", "EXT-16 EXT-34", one("zorg", "zorg.userid")),
                Geval.of("only the name", "EXT-16", "EXT-16", one("zorg", "dpl.zorg")),
                Geval.of(
                        "duplicate-student",
                        "EXT-10 EXT-10 EXT-7 EXT-7 EXT-9 EXT-9 !EXT-19b",
                        "EXT-10 EXT-10 EXT-7 EXT-7 EXT-9 EXT-9 !EXT-19b",
                        Proefdefinitie.of("student", "id", "status"),
                        Proefdefinitie.of("student", "id")
                                .with("name", "leerling")
                                .with("namespace_reason", "Zo.")),
                Geval.of(
                        "student-exam-bare",
                        "EXT-1 EXT-1 EXT-10 EXT-10 EXT-13 EXT-13 EXT-13 EXT-13 EXT-16 EXT-16 EXT-16 EXT-16",
                        "EXT-1 EXT-1 EXT-10 EXT-10 EXT-13 EXT-13 EXT-13 EXT-13 EXT-16 EXT-16 EXT-16 EXT-16",
                        Proefdefinitie.of("student")
                                .keys(Sleutel.of("id"), Sleutel.of("status"), Sleutel.of("id"), Sleutel.of("status"))),
                Geval.of(
                        "algorithm_register_id",
                        "",
                        "EXT-18",
                        Proefdefinitie.of("proef").keys(reference("dpl.proef.algorithm_register_id", "register"))),
                Geval.of(
                        "extensie-processing_activity_id",
                        "",
                        "EXT-19",
                        one("extensie", "dpl.extensie.processing_activity_id")),
                Geval.of("namespace-core", "EXT-1 EXT-9", "EXT-1 EXT-9", one("core", "dpl.core.iets")),
                Geval.of("object-vs-objects", "EXT-12 EXT-12", "EXT-12 EXT-12", objects("object"), objects("objects")),
                Geval.of(
                        "leaf-branch",
                        "EXT-11 !EXT-19b !EXT-19b",
                        "EXT-11 !EXT-19b !EXT-19b",
                        Proefdefinitie.of("proef", "status", "status.code")));
    }

    private static Stream<Geval> slechteTeksten() {
        Proefdefinitie goed = Proefdefinitie.of("proef", "iets");
        String doc = goed.part("doc");
        int versies = doc.indexOf("  versiebeheer:");
        return Stream.of(
                Geval.of(
                        "no-beperkingen",
                        "EXT-24",
                        "EXT-24",
                        goed.replace("doc", "beperkingen: [De extensie kan verder niets.]", "beperkingen: []")),
                Geval.of(
                        "wrong-order",
                        "EXT-25",
                        "EXT-25",
                        goed.with(
                                "doc",
                                "\n" + doc.substring(versies)
                                        + doc.substring(0, versies).stripTrailing())),
                Geval.of(
                        "core-override",
                        "EXT-1 EXT-1 EXT-16",
                        "EXT-1 EXT-1 EXT-16",
                        goed.with("core", "{ version: \"1.0.0\", overrides: { name: optional } }")
                                .keys(Sleutel.of("dpl.core.data_subject_id"))),
                Geval.of(
                        "replace-tracecontext",
                        "EXT-5",
                        "EXT-5",
                        goed.with("protocols", "[{ name: trace-context, relation: replaces }]")));
    }

    @ParameterizedTest
    @MethodSource({"goed", "slecht"})
    void exactlyTheseRulesFindSomething(Geval geval) {
        assertThat(found(check(geval, SEED))).as("guideline-seed").isEqualTo(words(geval.seed()));
        assertThat(found(check(geval, VERSIE_1_0_0))).as("guideline-1.0.0").isEqualTo(words(geval.vast()));
    }

    @ParameterizedTest
    @MethodSource("goed")
    void whatIsGoodAsksNoAttention(Geval geval) {
        assertThat(check(geval, SEED).vraagtAandacht()).isFalse();
        assertThat(check(geval, VERSIE_1_0_0).vraagtAandacht()).isFalse();
    }

    /// Extensions that exist; what is wrong with them is known, and nothing else is found.
    @ParameterizedTest
    @CsvSource({
        "lezen, EXT-17 EXT-25 EXT-30, EXT-17 EXT-25 EXT-30",
        "echt/nen7513, EXT-15 EXT-15 EXT-15 EXT-25 EXT-25 EXT-25 EXT-34, EXT-15b EXT-15b EXT-15b EXT-25 EXT-25 EXT-25 EXT-34",
        "echt/objects, EXT-25, EXT-19 EXT-25"
    })
    void extensionsThatExistHaveTheFaultsThatAreKnown(String naam, String seed, String vast) {
        byte[] yaml = Bundled.bytes(RichtlijnTest.class, naam + ".ldv-ext.yaml");
        List<Definitielezing> lezing = List.of(Definitielezer.read(naam, yaml));

        assertThat(found(Proefdefinitie.check(SEED, lezing))).isEqualTo(words(seed));
        assertThat(found(Proefdefinitie.check(VERSIE_1_0_0, lezing))).isEqualTo(words(vast));
    }

    private static Verslag check(Geval geval, Profiel profiel) {
        return Proefdefinitie.check(profiel, geval.samen().toArray(Proefdefinitie[]::new));
    }

    private static List<String> found(Verslag verslag) {
        return verslag.bestanden().stream()
                .flatMap(bestand -> bestand.bevindingen().stream())
                .map(b -> (b.niveau() == Niveau.INFORMATIEF ? "!" : "") + b.regel())
                .sorted()
                .toList();
    }

    private static List<String> words(String regels) {
        return Stream.of(regels.split(" "))
                .filter(woord -> !woord.isEmpty())
                .sorted()
                .toList();
    }
}
