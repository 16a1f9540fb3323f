// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads Java files as the compiler does.
final class Sources {

    private static final Pattern FULL_NAME = Pattern.compile("(nl\\.ddas|javax?)(\\.[a-z]\\w*)*\\.[A-Z]\\w*");

    private Sources() {}

    /// Methods with more lines from their opening to their closing brace, as `File.java method`. A table of cases for
    /// a test may be as long as it is.
    static List<String> longMethods(List<Path> files, int longest) throws IOException {
        List<String> found = new ArrayList<>();
        scan(files, (unit, positions) -> new Methods(unit, positions, longest, found));
        return found;
    }

    /// Places where a type is named with its package although it could be imported, as `module/.../File.java name`. A
    /// name is left alone when another type of that name is meant in the same file.
    static List<String> fullNames(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        scan(files, (unit, positions) -> new Names(unit, found));
        return found;
    }

    private static void scan(
            List<Path> files, BiFunction<CompilationUnitTree, SourcePositions, TreePathScanner<Void, Void>> scanner)
            throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                scanner.apply(unit, positions).scan(unit, null);
            }
        }
    }

    private static String name(CompilationUnitTree unit) {
        return String.valueOf(Path.of(unit.getSourceFile().toUri()).getFileName());
    }

    /// Measures each method.
    private static final class Methods extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final int longest;
        private final List<String> found;

        Methods(CompilationUnitTree unit, SourcePositions positions, int longest, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.longest = longest;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getBody() != null && !isTable(method)) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > longest) {
                    found.add(name(unit) + " " + method.getName());
                }
            }
            return super.visitMethod(method, null);
        }

        private boolean isTable(MethodTree method) {
            return unit.getSourceFile().toUri().getPath().contains("/src/test/")
                    && String.valueOf(method.getReturnType()).startsWith("Stream<");
        }
    }

    /// Collects full names outside imports and the package line.
    private static final class Names extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final List<String> found;

        Names(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public @Nullable Void visitImport(ImportTree line, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitPackage(PackageTree line, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
            String text = select.toString();
            if (FULL_NAME.matcher(text).matches()
                    && !isTaken(text, select.getIdentifier().toString())) {
                found.add(Checkout.name(Path.of(unit.getSourceFile().toUri())) + " " + text);
                return null;
            }
            return super.visitMemberSelect(select, null);
        }

        /// Whether another type of that name is imported, or is of the same package or file.
        private boolean isTaken(String full, String simple) {
            Path file = Path.of(unit.getSourceFile().toUri());
            return file.resolveSibling(simple + ".java").toFile().exists()
                    || unit.getImports().stream()
                            .map(line -> line.getQualifiedIdentifier().toString())
                            .anyMatch(other -> other.endsWith("." + simple) && !other.equals(full))
                    || Pattern.compile("\\b(class|record|enum|interface) " + simple + "\\b")
                            .matcher(Checkout.text(file))
                            .find();
        }
    }
}
