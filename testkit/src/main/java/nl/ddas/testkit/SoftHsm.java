// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// A device for keys, in software: SoftHSM (package `softhsm2` of Debian), with a token of its own.
///
/// Its library reads an environment variable that a running Java cannot set; so what uses the device is a process of
/// its own.
///
/// @param folder where the token lies, and `hsm.cfg`: the configuration of SunPKCS11, under the name `ddas`
public record SoftHsm(Path folder, String pin) {

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so");

    private static Optional<Path> library() {
        return LIBRARIES.stream().map(Path::of).filter(Files::exists).findFirst();
    }

    /// Whether it is on this machine.
    public static boolean isInstalled() {
        return library().isPresent();
    }

    /// Skips the test where it is not.
    public static void assumeInstalled() {
        Assumptions.assumeTrue(isInstalled(), "softhsm2 is not installed here (apt-get install softhsm2)");
    }

    /// Makes an empty token. A test that asks for one is skipped where SoftHSM is not installed.
    ///
    /// @throws IOException when the folder cannot be written
    /// @throws IllegalStateException when no token comes of it
    public static SoftHsm create(Path folder, String pin) throws IOException, InterruptedException {
        assumeInstalled();
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        Files.writeString(
                folder.resolve("hsm.cfg"),
                "name = ddas\nlibrary = " + library().orElseThrow() + "\nslotListIndex = 0\n"
                        + "attributes(*, CKO_PRIVATE_KEY, *) = {\nCKA_SENSITIVE = true\nCKA_EXTRACTABLE = false\n}\n");
        SoftHsm made = new SoftHsm(folder, pin);
        String told = said(made.process(List.of(
                "softhsm2-util", "--init-token", "--free", "--label", "ddas", "--so-pin", "1234", "--pin", pin)));
        if (!told.contains("initialized")) {
            throw new IllegalStateException("expected an initialized token, got: " + told);
        }
        return made;
    }

    /// Another Java with the classpath of this one, ready to start; [#folder] and [#pin] are its arguments.
    public ProcessBuilder java(Class<?> main) {
        return process(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString(),
                pin));
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        return process;
    }

    /// Runs it to its end.
    ///
    /// @return all that it said, and its status when that is not 0
    /// @throws IOException when it cannot be started
    public static String said(ProcessBuilder process) throws IOException, InterruptedException {
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = running.waitFor();
        return status == 0 ? output : output + "\nstatus " + status;
    }
}
