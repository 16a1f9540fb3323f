// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("list.csv");
    }

    @Test
    void replacesAFileAndLeavesNothingBesideIt() throws IOException {
        WholeFile.write(file, "één", "rw-r-----");
        WholeFile.write(file, new byte[] {1, 2, 3}, "rw-------");

        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("list.csv");
    }

    @Test
    void leavesNothingWhenTheFileCannotTakeItsPlace() throws IOException {
        Files.createDirectories(file.resolve("in-the-way"));

        assertThatThrownBy(() -> WholeFile.write(file, "text", "rw-------")).isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("list.csv");
    }

    @Test
    void removesWhatAKilledRunLeft() throws IOException {
        Files.writeString(folder.resolve("list.csv-123.deel"), "ha");
        WholeFile.write(file, "whole", "rw-------");

        WholeFile.removeUnfinished(folder);

        assertThat(names()).containsExactly("list.csv");
    }

    /// Somebody else may have to read it, such as a web server.
    @Test
    void givesThePermissionsThatWereAskedForWhateverTheUmask() throws Exception {
        Process writer = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "umask 077 && exec \"$0\" \"$@\"",
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(writer.waitFor()).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    /// A process of its own, because only that has a umask of its own.
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            WholeFile.write(Path.of(args[0]), "whole", "rw-r--r--");
        }
    }

    private String[] names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(found -> found.getFileName().toString()).toArray(String[]::new);
        }
    }
}
