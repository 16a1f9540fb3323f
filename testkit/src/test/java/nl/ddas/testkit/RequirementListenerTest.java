// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RequirementListenerTest {

    @TempDir
    private Path folder;

    @Test
    void writesDownTestsOfEveryKind() throws IOException {
        assertThat(run(Sample.class))
                .containsExactlyInAnyOrder(
                        "S1\tSample#passes\tPASSED",
                        "S1\tSample#holdsForAll\tPASSED",
                        "S2\tSample#rows\tFAILED",
                        "S3\tInner#inherits\tPASSED",
                        "S4\tSample#disabled\tSKIPPED",
                        "S5\tSample#assumes\tSKIPPED")
                .allMatch(line -> line.split("\t", -1).length == 3);
    }

    @Test
    void propertiesThatAreBrokenCountAsFailed() throws IOException {
        assertThat(run(Broken.class)).containsExactly("S1\tBroken#holdsForNone\tFAILED");
    }

    @Test
    void aRunWithoutRequirementsLeavesAnEmptyFile() throws IOException {
        assertThat(run(Silent.class)).isEmpty();
        assertThat(folder.resolve("requirements.tsv")).isEmptyFile();
    }

    private List<String> run(Class<?> tests) throws IOException {
        Path file = folder.resolve("requirements.tsv");
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new RequirementListener(Optional.of(file)))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(tests))
                        .configurationParameter("jqwik.database", "")
                        .build());
        return Files.readAllLines(file);
    }

    /// Run only from here: Surefire looks for no tests in nested classes.
    static class Sample {

        @Test
        @Requirement("S1")
        void passes() {}

        @Property(tries = 3)
        @Requirement("S1")
        void holdsForAll(@ForAll int number) {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        @Requirement("S2")
        void rows(int number) {
            assertThat(number).isNotEqualTo(2);
        }

        @Nested
        @Requirement("S3")
        class Inner {

            @Test
            void inherits() {}
        }

        @Test
        @Disabled
        @Requirement("S4")
        void disabled() {}

        @Test
        @Requirement("S5")
        void assumes() {
            Assumptions.abort("not here");
        }

        @Test
        @Tag("zwaar")
        @Requirement("S6")
        void runsOnlyInTheLongBuild() {}

        @Test
        void namesNothing() {}
    }

    static class Broken {

        @Property(tries = 3)
        @Requirement("S1")
        void holdsForNone(@ForAll int number) {
            assertThat(number + 1L).isLessThan(number);
        }
    }

    static class Silent {

        @Test
        void namesNothing() {}
    }
}
