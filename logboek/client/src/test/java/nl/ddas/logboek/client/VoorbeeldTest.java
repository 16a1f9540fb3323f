// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.ddas.logboek.model.Logregel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example does what it says; so does the client on the oldest Java it promises.
class VoorbeeldTest {

    @TempDir
    private Path map;

    @Test
    void theExampleWritesALine() throws Exception {
        try (Ontvanger ontvanger = new Ontvanger()) {
            Voorbeeld.main(new String[] {ontvanger.adres().toString(), "klant-12"});

            Logregel regel = ontvanger.line();
            assertThat(regel.name()).isEqualTo("Dossier inzien");
            assertThat(regel.attributes().text("dpl.core.data_subject_id_type"))
                    .hasValue("urn:ldv:pseudoniem:hmac-sha256:1:klantnummer");
        }
    }

    /// Compiles the example with the same Java 17, in a process of its own.
    @Test
    void itDoesSoOnJava17() throws Exception {
        Optional<Path> java = java17();
        Assumptions.assumeTrue(java.isPresent(), "skipped: there is no Java 17 on this machine");
        Path source = map.resolve("Voorbeeld.java");
        Files.copy(Path.of("src/test/java/nl/ddas/logboek/client/Voorbeeld.java"), source);
        try (Ontvanger ontvanger = new Ontvanger()) {
            Process process = new ProcessBuilder(
                            java.get().toString(),
                            "-cp",
                            runtimePath(),
                            source.toString(),
                            ontvanger.adres().toString(),
                            "klant-12")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(ontvanger.line().name()).isEqualTo("Dossier inzien");
        }
    }

    /// What an application needs at run time: the client and OpenTelemetry.
    private static String runtimePath() {
        List<String> all = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        return String.join(
                File.pathSeparator,
                all.stream()
                        .filter(entry -> entry.contains("opentelemetry-")
                                || (entry.contains("client") && !entry.contains("test")))
                        .toList());
    }

    private static Optional<Path> java17() throws Exception {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(jdk -> jdk.getFileName().toString().contains("17"))
                    .filter(jdk -> Files.exists(jdk.resolve("bin/javac")))
                    .map(jdk -> jdk.resolve("bin/java"))
                    .findFirst();
        }
    }
}
