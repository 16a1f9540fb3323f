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

    private static final String BASIS = "nl.ddas.basis..";
    private static final String TRUST = "nl.ddas.trust..";
    private static final String PRESENTATION = "nl.ddas.presentation..";
    private static final String MODEL = "nl.ddas.levering.model..";
    private static final String GENERATOR = "nl.ddas.levering.generator..";
    private static final String TOETS = "nl.ddas.levering.toets..";
    private static final String STATISTIEK = "nl.ddas.levering.statistiek..";
    private static final String VERKEER = "nl.ddas.levering.verkeer..";
    private static final String ACCESS = "nl.ddas.access..";
    private static final String TOEGANG = "nl.ddas.levering.toegang..";
    private static final String BRON = "nl.ddas.levering.bron..";
    private static final String VERZAMELAAR = "nl.ddas.levering.verzamelaar..";
    private static final String EXTENSIE = "nl.ddas.logboek.extensie..";

    private static final String LOGBOEK_MODEL = "nl.ddas.logboek.model..";
    private static final String LOGBOEK_CLIENT = "nl.ddas.logboek.client..";
    private static final String LOGBOEK_BOOM = "nl.ddas.logboek.boom..";
    private static final String LOGBOEK_DIENST = "nl.ddas.logboek.dienst..";
    private static final String LOGBOEK_REGISTER = "nl.ddas.logboek.register..";
    private static final String LOGBOEK_LEZEN = "nl.ddas.logboek.lezen..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.ddas");

    /// A module that nothing uses yet is a dependency of systemtest, so that it is guarded too.
    @Test
    void theGuardsSeeEveryModule() {
        assertThat(OURS.stream().map(type -> type.getPackageName()).distinct())
                .containsAll(Checkout.modules().stream()
                        .map(module -> "nl.ddas." + module.replace('/', '.'))
                        .toList());
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
    void accessKnowsOnlyBasis() {
        onlyKnows(ACCESS, BASIS, ACCESS);
    }

    @Test
    void presentationKnowsOnlyWhatIsBelowIt() {
        onlyKnows("nl.ddas.presentation..", "nl.ddas.basis..", "nl.ddas.trust..", "nl.ddas.presentation..");
    }

    @Test
    void authorityKnowsOnlyWhatIsBelowIt() {
        onlyKnows("nl.ddas.authority..", BASIS, TRUST, "nl.ddas.authority..");
        noClasses()
                .that()
                .resideInAnyPackage("nl.ddas.levering..", "nl.ddas.fsc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.ddas.authority..")
                .because("who uses a certificate does not know who issued it")
                .check(OURS);
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
        onlyKnows("nl.ddas.fsc.model..", BASIS, TRUST, "nl.ddas.fsc.model..");
        staysHome("nl.ddas.fsc.model..");
    }

    @Test
    void modelOfTheDeliveryKnowsNoNetworkAndNoDatabase() {
        onlyKnows("nl.ddas.levering.model..", BASIS, "nl.ddas.levering.model..");
        staysHome("nl.ddas.levering.model..");
    }

    @Test
    void whatJudgesAndCountsADeliveryKnowsNoNetworkAndNoDatabase() {
        onlyKnows(GENERATOR, BASIS, MODEL, GENERATOR);
        onlyKnows(TOETS, BASIS, PRESENTATION, MODEL, TOETS);
        onlyKnows(STATISTIEK, BASIS, PRESENTATION, MODEL, TOETS, STATISTIEK);
        Stream.of(GENERATOR, TOETS, STATISTIEK).forEach(ArchitectureTest::staysHome);
    }

    @Test
    void bothEndsOfTheExchangeMeetOnlyInWhatTheyShare() {
        onlyKnows(VERKEER, BASIS, TRUST, LOGBOEK_CLIENT, VERKEER);
        onlyKnows(TOEGANG, BASIS, TRUST, ACCESS, TOEGANG);
        onlyKnows(BRON, BASIS, TRUST, ACCESS, MODEL, VERKEER, TOEGANG, LOGBOEK_CLIENT, BRON);
        onlyKnows(
                VERZAMELAAR,
                BASIS,
                TRUST,
                PRESENTATION,
                MODEL,
                TOETS,
                STATISTIEK,
                VERKEER,
                LOGBOEK_CLIENT,
                VERZAMELAAR);
    }

    /// The log of processing, the gateway and the payload can each be replaced; only the program joins them.
    @Test
    void theLogbookKnowsNeitherGatewayNorPayloadNorTheyTheLogbook() {
        noClasses()
                .that()
                .resideInAPackage("nl.ddas.logboek..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.ddas.fsc..", "nl.ddas.levering..", "nl.ddas.portaal..", "nl.ddas.program..")
                .because("any domain can use it")
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("nl.ddas.fsc..", "nl.ddas.levering..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(EXTENSIE)
                .because("only the program wires extensions of the logbook")
                .check(OURS);
    }

    @Test
    void theCheckerOfExtensionsKnowsNoNetworkAndNoDatabase() {
        onlyKnows(EXTENSIE, BASIS, PRESENTATION, LOGBOEK_MODEL, EXTENSIE);
        staysHome(EXTENSIE);
    }

    @Test
    void transactionLogKnowsOnlyTheModelOfFsc() {
        onlyKnows("nl.ddas.fsc.transactionlog..", BASIS, "nl.ddas.fsc.model..", "nl.ddas.fsc.transactionlog..");
    }

    /// Model and client may be used by all, so they use nobody.
    @Test
    void linesOfALogKnowNoOtherPart() {
        onlyKnows(LOGBOEK_MODEL, LOGBOEK_MODEL);
        onlyKnows(LOGBOEK_CLIENT, LOGBOEK_CLIENT, "jakarta.servlet..");
        staysHome(LOGBOEK_MODEL);
        onlyKnows(LOGBOEK_BOOM, BASIS, LOGBOEK_BOOM);
        onlyKnows(LOGBOEK_DIENST, BASIS, LOGBOEK_MODEL, LOGBOEK_BOOM, LOGBOEK_DIENST);
        onlyKnows(LOGBOEK_REGISTER, BASIS, LOGBOEK_MODEL, LOGBOEK_REGISTER);
        onlyKnows(LOGBOEK_LEZEN, BASIS, LOGBOEK_MODEL, LOGBOEK_DIENST, LOGBOEK_LEZEN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("nl.ddas.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void onlyBasisAndThePipeSpeakToTheNetworkLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nl.ddas.basis..", "nl.ddas.fsc.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("one place knows the HTTP stack, and the pipe of the gateway sends on without a thread")
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

    /// No connection, no listener, no table: works on values and streams only.
    private static void staysHome(String of) {
        noClasses()
                .that()
                .resideInAPackage(of)
                .should()
                .dependOnClassesThat(describe("reach the network or a database", Outlets::contains))
                .because("it must work on any machine, and in any test, alone")
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
