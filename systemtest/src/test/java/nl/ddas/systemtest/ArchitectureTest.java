// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows of ARCHITECTURE.md and the few habits that only a machine keeps.
class ArchitectureTest {

    /// The standard took these words first.
    private static final String FSC_WORD = "nl\\.ddas\\.fsc\\..*(Service|Manager)";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.ddas");

    @Test
    void theGuardsSeeEveryModule() {
        assertThat(OURS.stream().map(c -> c.getPackageName()).distinct())
                .contains(
                        "nl.ddas.basis",
                        "nl.ddas.trust",
                        "nl.ddas.presentation",
                        "nl.ddas.fsc.model",
                        "nl.ddas.levering.model",
                        "nl.ddas.levering.generator",
                        "nl.ddas.levering.toets",
                        "nl.ddas.levering.verkeer",
                        "nl.ddas.levering.bron",
                        "nl.ddas.levering.statistiek",
                        "nl.ddas.levering.verzamelaar",
                        "nl.ddas.program",
                        "nl.ddas.bench");
    }

    @Test
    void basisKnowsNobody() {
        onlyKnows("nl.ddas.basis..", "nl.ddas.basis..");
    }

    @Test
    void trustKnowsOnlyBasis() {
        onlyKnows("nl.ddas.trust..", "nl.ddas.basis..", "nl.ddas.trust..");
    }

    @Test
    void presentationKnowsOnlyWhatIsBelowIt() {
        onlyKnows("nl.ddas.presentation..", "nl.ddas.basis..", "nl.ddas.trust..", "nl.ddas.presentation..");
    }

    @Test
    void leveringKnowsNoGateway() {
        noClasses()
                .that()
                .resideInAPackage("nl.ddas.levering..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.ddas.fsc..", "nl.ddas.portaal..", "nl.ddas.program..")
                .because("the payload does not know who carries it")
                .check(OURS);
    }

    @Test
    void fscKnowsNoPayload() {
        noClasses()
                .that()
                .resideInAPackage("nl.ddas.fsc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.ddas.levering..", "nl.ddas.portaal..", "nl.ddas.program..")
                .because("the gateway carries any payload")
                .check(OURS);
    }

    @Test
    void modelOfFscKnowsNoNetworkAndNoDatabase() {
        onlyKnows("nl.ddas.fsc.model..", "nl.ddas.basis..", "nl.ddas.trust..", "nl.ddas.fsc.model..");
    }

    @Test
    void modelOfTheDeliveryKnowsNoNetworkAndNoDatabase() {
        onlyKnows("nl.ddas.levering.model..", "nl.ddas.basis..", "nl.ddas.levering.model..");
    }

    @Test
    void bothEndsOfTheExchangeMeetOnlyInWhatTheyShare() {
        onlyKnows("nl.ddas.levering.verkeer..", "nl.ddas.basis..", "nl.ddas.trust..", "nl.ddas.levering.verkeer..");
        onlyKnows(
                "nl.ddas.levering.bron..",
                "nl.ddas.basis..",
                "nl.ddas.trust..",
                "nl.ddas.levering.model..",
                "nl.ddas.levering.verkeer..",
                "nl.ddas.levering.bron..");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("nl.ddas.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void onlyBasisSpeaksToTheNetworkLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.ddas.basis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("one place knows the HTTP stack")
                .check(OURS);
    }

    @Test
    void onlyAMainReadsTheClockOfTheMachine() {
        noClasses()
                .that(describe("are no Main", type -> !type.getSimpleName().equals("Main")))
                .should()
                .accessTargetWhere(describe("reads the clock of the machine", OutsideWorld::isClock))
                .because("time comes in through the constructor")
                .check(OURS);
    }

    @Test
    void onlyTheProgramMakesChance() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nl.ddas.program..", "nl.ddas.bench..")
                .should()
                .accessTargetWhere(describe("makes chance", OutsideWorld::isChance))
                .because("randomness comes in through the constructor")
                .check(OURS);
    }

    @Test
    void namesSayWhatAThingDoes() {
        noClasses()
                .that(describe("are no word of FSC", type -> !type.getFullName().matches(FSC_WORD)))
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Service|Manager|Processor|Dto|Info|Data)$")
                .orShould()
                .haveNameMatching(".*\\.(Abstract|Base)[A-Z].*")
                .because("see docs/decisions/0010")
                .check(OURS);
    }

    @Test
    void fieldsThatAllObjectsShareAreFixed() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("nl.ddas..")
                .should()
                .beFinal()
                .because("several Managers, Inways and suppliers live in one process")
                .check(OURS);
    }

    @Test
    void nothingIsDoneByReflection() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.ddas.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .because("what is called must be found by reading")
                .check(OURS);
    }

    @Test
    void noToolOfTheTestsIsShipped() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.ddas.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.ddas.testkit..", "org.junit..", "org.assertj..", "net.jqwik..")
                .check(OURS);
    }

    private static void onlyKnows(String of, String... allowed) {
        classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(withTheOutsideWorld(allowed))
                .check(OURS);
    }

    private static String[] withTheOutsideWorld(String... allowed) {
        return Stream.concat(
                        Stream.of(allowed),
                        Stream.of(
                                "java..",
                                "javax..",
                                "org..",
                                "io..",
                                "com..",
                                "tools.jackson..",
                                "gg.jte..",
                                "jdk..",
                                ""))
                .toArray(String[]::new);
    }
}
