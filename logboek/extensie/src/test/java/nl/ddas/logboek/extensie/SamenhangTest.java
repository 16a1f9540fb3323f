// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.ddas.logboek.extensie.Proefdefinitie.Sleutel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// The rules about a set of definitions, and about the register of extensions.
class SamenhangTest {

    private static final Proefdefinitie A = Proefdefinitie.of("appels", "soort");
    private static final Proefdefinitie B = Proefdefinitie.of("peren", "soort");

    /// What a rule says, as `file: message`.
    private static List<String> says(String regel, Proefdefinitie... samen) {
        return says(regel, Proefdefinitie.check(Profiel.VERSIE_1_0_0, samen));
    }

    private static List<String> says(String regel, Verslag verslag) {
        return verslag.bestanden().stream()
                .flatMap(bestand -> bestand.bevindingen().stream()
                        .filter(bevinding -> bevinding.regel().equals(regel))
                        .map(bevinding -> bestand.bestand() + ": " + bevinding.melding()))
                .toList();
    }

    @Test
    @Requirement("EXT-7")
    void extensionsWorkBesideEachOther() {
        assertThat(says("EXT-7", A, B)).isEmpty();

        List<String> botsing = says("EXT-7", A, B.keys(Sleutel.of("dpl.appels.soort")));

        assertThat(botsing)
                .hasSize(2)
                .allMatch(zin -> zin.contains("kan niet samen met") && zin.contains("Los eerst op: EXT-10."));
        assertThat(says("EXT-7", A.with("requires", "[{ name: lezen }, { name: peren }]"), B))
                .isEmpty();
        Proefdefinitie needsPeren = A.with("requires", "[{ name: peren, version: \">=1.1\" }]");
        assertThat(says(
                        "EXT-7",
                        needsPeren,
                        B.replace("doc", "version: 1.0.0", "version: 1.1.0").with("version", "1.1.0")))
                .isEmpty();
        assertThat(says("EXT-7", needsPeren, B))
                .singleElement()
                .asString()
                .contains("versie '>=1.1' nodig")
                .contains("'1.0.0'");
        assertThat(says("EXT-7", A.with("requires", "[{ name: bananen }]")))
                .singleElement()
                .asString()
                .contains("'bananen' nodig");
    }

    @Test
    @Requirement("EXT-9")
    void everyExtensionHasANamespaceOfItsOwn() {
        assertThat(says("EXT-9", A, B)).isEmpty();
        assertThat(says("EXT-9", A.without("namespace")))
                .singleElement()
                .asString()
                .contains("geen naamruimte");
        for (String fout : List.of("core", "dpl", "Zorg", "z", "9lives", "a".repeat(33))) {
            assertThat(says("EXT-9", A.with("namespace", fout))).as(fout).hasSize(1);
        }
        assertThat(says("EXT-9", A, B.with("namespace", "appels")))
                .hasSize(2)
                .allMatch(zin -> zin.contains("wordt ook gebruikt in"));
    }

    @Test
    @Requirement("EXT-9")
    void aNamespaceThatIsKnownIsTakenExceptForItsOwner() {
        Proefdefinitie lezer = Proefdefinitie.of("read", "iets");
        assertThat(says("EXT-9", lezer)).singleElement().asString().contains("al van de extensie 'lezen'");
        assertThat(says("EXT-9", lezer.with("name", "lezen"))).isEmpty();
    }

    /// Anybody can call a definition what he likes.
    @Test
    @Requirement("EXT-10")
    void theNameOfAKnownExtensionDoesNotGiveItsKeys() {
        Proefdefinitie thief = A.with("name", "lezen").keys(Sleutel.of("dpl.read.externalReadAPI_id"));

        assertThat(says("EXT-10", thief)).singleElement().asString().contains("in gebruik bij lezen");
    }

    @Test
    @Requirement("EXT-9")
    void theListOfKnownExtensionsGrowsWithAFileOfTheUser() {
        Bekend eigen =
                switch (Bekend.read("extensies: [{ naam: fruit, naamruimte: appels }]".getBytes(UTF_8))) {
                    case Bekend.Lezing.Gelezen(Bekend bekend) -> bekend;
                    case Bekend.Lezing.Geweigerd(List<Leesfout> fouten) -> throw new AssertionError(fouten.toString());
                };
        Extensiecontrole controle =
                new Extensiecontrole(new Modelkern(), Bekend.bundled().and(eigen), _ -> Profiel.VERSIE_1_0_0);

        assertThat(says("EXT-9", controle.check(List.of(A.read()))))
                .singleElement()
                .asString()
                .contains("'fruit'");
    }

    @Test
    @Requirement("EXT-10")
    void noKeyIsUsedTwice() {
        assertThat(says("EXT-10", A, B)).isEmpty();
        assertThat(says("EXT-10", A, B.keys(Sleutel.of("dpl.Appels.soort"))))
                .hasSize(2)
                .allMatch(zin -> zin.contains("is al in gebruik bij"));
        assertThat(says("EXT-10", A.keys(Sleutel.of("dpl.appels.x"), Sleutel.of("dpl.appels.X"))))
                .singleElement()
                .asString()
                .contains("staat al eerder");
        assertThat(says("EXT-10", A.keys(Sleutel.of("dpl.read.externalReadAPI_id"))))
                .singleElement()
                .asString()
                .contains("in gebruik bij lezen");
    }

    @Test
    @Requirement("EXT-11")
    void noKeyIsTheStartOfAnother() {
        assertThat(says("EXT-11", A, B)).isEmpty();
        assertThat(says("EXT-11", Proefdefinitie.of("appels", "soort", "soorten")))
                .isEmpty();
        assertThat(says("EXT-11", Proefdefinitie.of("appels", "soort", "soort.code")))
                .hasSize(1);
        assertThat(says("EXT-11", A, B.keys(Sleutel.of("dpl.appels.soort.code"))))
                .hasSize(2)
                .anyMatch(zin -> zin.contains("(van appels.ldv-ext.yaml)"));
    }

    @Test
    @Requirement("EXT-12")
    void namespacesAreNotMistakenForEachOther() {
        assertThat(says("EXT-12", A, B)).isEmpty();
        assertThat(says("EXT-12", A, Proefdefinitie.of("appel", "soort"))).hasSize(2);
        assertThat(says("EXT-12", A, Proefdefinitie.of("apples", "soort"))).isEmpty();
        assertThat(says("EXT-12", Proefdefinitie.of("object", "soort")))
                .singleElement()
                .asString()
                .contains("'objects'");
    }

    @Test
    @Requirement("EXT-13")
    void keysOfStudentAndExamAreToldApart() {
        assertThat(says("EXT-13", Proefdefinitie.of("student", "id"), Proefdefinitie.of("exam", "id")))
                .isEmpty();
        assertThat(says("EXT-13", A.keys(Sleutel.of("id"), Sleutel.of("status"))))
                .hasSize(2);
        assertThat(says("EXT-13", A.replace("doc", "dpl.core.processing_activity_id", "id")))
                .singleElement()
                .asString()
                .contains("'id' heeft geen naamruimte");
    }

    @Test
    @Requirement("EXT-14")
    void manyExtensionsTogetherAskForLabels() {
        Proefdefinitie zonder = A.keys(Sleutel.of("dpl.appels.soort").without("summary"));
        Proefdefinitie derde = Proefdefinitie.of("bananen", "soort");
        assertThat(says("EXT-14", zonder, B)).isEmpty();
        assertThat(says("EXT-14", A, B, derde)).isEmpty();
        assertThat(says("EXT-14", zonder, B, derde)).singleElement().asString().contains("summary");
    }

    @Test
    void theRegisterIsSound() {
        List<Bekend.Claim> claims = Bekend.bundled().claims();

        assertThat(claims).extracting(Bekend.Claim::naam).contains("core", "lezen", "objects", "nen7513", "student");
        assertThat(claims).extracting(Bekend.Claim::naamruimte).doesNotHaveDuplicates();
        Stream<String> keys = claims.stream().flatMap(claim -> claim.sleutels().stream());
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(claims).allSatisfy(claim -> assertThat(claim.sleutels())
                .allMatch(sleutel -> sleutel.startsWith("dpl." + claim.naamruimte() + ".")));
    }
}
