// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A program that ran in a process of its own, to its end.
///
/// @param said standard output and error together
record Launched(int status, String said) {

    /// `ddas`, as a user starts it.
    static Launched ddas(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "nl.ddas.program.Main"));
        command.addAll(List.of(words));
        return run(command);
    }

    static Launched run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Launched(process.waitFor(), said);
    }

    /// A test cannot do without this: it is skipped, on a build server it fails.
    ///
    /// @param what it needs, and how to get it
    /// @return never; a text, so that it can stand where one is looked for
    static String missing(String what) {
        String told = "this test needs " + what;
        if (System.getenv("CI") != null) {
            throw new AssertionError(told);
        }
        return Assumptions.abort("skipped: " + told);
    }
}
