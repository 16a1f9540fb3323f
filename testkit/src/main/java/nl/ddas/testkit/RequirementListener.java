// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes down which test proved which requirement, one line `requirement, test, outcome` with tabs between, into the
/// file that the system property `ddas.requirements` names. Found by JUnit through `META-INF/services`.
public final class RequirementListener implements TestExecutionListener {

    /// Tests that do not run in every build prove nothing about this one.
    private static final TestTag LONG = TestTag.create("zwaar");

    /// Classes run side by side.
    private final Map<String, Outcome> outcomes = new ConcurrentSkipListMap<>();
    private final Optional<Path> target;

    /// Writes to the file that the system property names, or nowhere when it names none.
    public RequirementListener() {
        this(Optional.ofNullable(System.getProperty("ddas.requirements")).map(Path::of));
    }

    RequirementListener(Optional<Path> target) {
        this.target = target;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, Outcome.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        record(
                test,
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Outcome.PASSED;
                    case ABORTED -> Outcome.SKIPPED;
                    case FAILED -> Outcome.FAILED;
                });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        target.ifPresent(this::write);
    }

    /// Also when no test names a requirement: the file says that the tests ran.
    private void write(Path file) {
        StringBuilder lines = new StringBuilder();
        outcomes.forEach((test, outcome) ->
                lines.append(test).append('\t').append(outcome).append('\n'));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(TestIdentifier test, Outcome outcome) {
        if (test.getTags().contains(LONG)) {
            return;
        }
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(source -> record(source, test.isTest(), outcome));
    }

    private void record(MethodSource source, boolean isTest, Outcome outcome) {
        // The container of a parameterised test ends well even when one of its rows failed.
        if (!isTest && outcome == Outcome.PASSED) {
            return;
        }
        String test = source.getJavaClass().getSimpleName() + "#" + source.getMethodName();
        for (Requirement named : Requirements.of(source)) {
            for (String id : named.value()) {
                outcomes.merge(id + "\t" + test, outcome, Outcome::worse);
            }
        }
    }

    /// Outcomes, best first.
    private enum Outcome {
        PASSED,
        SKIPPED,
        FAILED;

        Outcome worse(Outcome other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
