// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The habits that keep the code readable: small files, small methods, no module without a reason, no word of a
/// standard below the standards.
class SourcesTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;
    private static final int SMALLEST_MODULE = 4;

    /// Modules that hold tests and measurements.
    private static final Set<String> WITHOUT_PRODUCT_CODE = Set.of("systemtest", "bench");

    /// Methods that are longer for now.
    private static final Set<String> LONG_FOR_NOW =
            Set.of("Plannen.java enkel", "Inleesstap.java kopieer", "Verzamelaar.java run");

    private static final Pattern STANDARD =
            Pattern.compile("(?i)ddas|\\bfsc|\\bldv|levering|traject|schuldhulp|bevinding|uitwisselmodel");

    /// Comments may name the source of a rule; code may not know it.
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|\\s// .*");

    private static final Pattern OWN_NAMES = Pattern.compile("nl[./]ddas[./][\\w./]*");

    /// What still stands below the standards, and should come from above.
    private static final Map<String, List<String>> KNOWN = Map.of(
            "basis/src/main/java/nl/ddas/basis/Settings.java", List.of("\"DDAS_\""),
            "trust/src/main/java/nl/ddas/trust/Authority.java", List.of("\"DDAS \"", "\"DDAS\""),
            "trust/src/main/java/nl/ddas/trust/Strictness.java", List.of("DDAS_V1"),
            "trust/src/main/java/nl/ddas/trust/PayloadVerifier.java", List.of("DDAS_V1"),
            "trust/src/main/java/nl/ddas/trust/Verification.java", List.of("DDAS_V1"),
            "presentation/src/main/java/nl/ddas/presentation/Page.java", List.of("ddas.css"));

    @Test
    void noFileIsTooLongToRead() {
        List<String> offenders = Checkout.mainJavaFiles().stream()
                .filter(file -> Checkout.text(file).lines().count() > LONGEST_FILE)
                .map(Checkout::name)
                .toList();

        assertThat(offenders).as("files over %d lines", LONGEST_FILE).isEmpty();
    }

    @Test
    void noMethodIsTooLongToRead() throws IOException {
        assertThat(longMethods(Checkout.mainJavaFiles()))
                .as("methods over %d lines", LONGEST_METHOD)
                .isSubsetOf(LONG_FOR_NOW);
    }

    @Test
    void onlyTheProgramWritesToTheTerminal() {
        List<String> offenders = Checkout.mainJavaFiles().stream()
                .filter(file -> !Checkout.name(file).startsWith("program/")
                        && !Checkout.name(file).matches("(systemtest|bench)/.*"))
                .filter(file -> Checkout.text(file).matches("(?s).*(System\\.(out|err)|printStackTrace\\(\\)).*"))
                .map(Checkout::name)
                .toList();

        assertThat(offenders).isEmpty();
    }

    @Test
    void noModuleIsSmallerThanItsOverhead() {
        assertThat(Checkout.modules())
                .filteredOn(module -> !WITHOUT_PRODUCT_CODE.contains(module) && !isStillToCome(module))
                .allSatisfy(module -> assertThat(Checkout.mainFiles(module).stream()
                                .filter(file ->
                                        file.toString().endsWith(".java") && !file.endsWith("package-info.java")))
                        .as("source files of %s", module)
                        .hasSizeGreaterThanOrEqualTo(SMALLEST_MODULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"basis", "trust", "presentation"})
    void whatIsBelowTheStandardsDoesNotSpeakOfThem(String module) {
        List<String> words = new ArrayList<>();
        for (Path file : Checkout.mainFiles(module)) {
            String code = COMMENT.matcher(Checkout.text(file)).replaceAll("");
            String text = OWN_NAMES.matcher(code).replaceAll("");
            for (String known : KNOWN.getOrDefault(Checkout.name(file), List.of())) {
                text = text.replace(known, "");
            }
            STANDARD.matcher(text).results().forEach(word -> words.add(Checkout.name(file) + ": " + word.group()));
        }

        assertThat(words).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> silent = Checkout.mainJavaFiles().stream()
                .filter(file -> !Checkout.name(file).startsWith("bench/"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.resolve("package-info.java").toFile().exists())
                .map(Checkout::name)
                .toList();

        assertThat(silent).isEmpty();
    }

    /// A place kept free: nothing but the sign on its door.
    private static boolean isStillToCome(String module) {
        return Checkout.mainFiles(module).stream().allMatch(file -> file.endsWith("package-info.java"));
    }

    private static List<String> longMethods(List<Path> files) throws IOException {
        List<String> offenders = new ArrayList<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, offenders).scan(new TreePath(unit), null);
            }
        }
        return offenders;
    }

    /// Measures each method from its opening to its closing brace.
    private static final class Methods extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> offenders;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<String> offenders) {
            this.unit = unit;
            this.positions = positions;
            this.offenders = offenders;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > LONGEST_METHOD) {
                    offenders.add(Path.of(unit.getSourceFile().toUri()).getFileName() + " " + method.getName());
                }
            }
            return super.visitMethod(method, null);
        }
    }
}
