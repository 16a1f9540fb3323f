// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys inside a device; the device is SoftHSM (package `softhsm2` of Debian). See [DeviceStage].
class DeviceKeysTest {

    private static final String PIN = "482913";

    @TempDir
    static Path folder;

    private static String said = "";

    @BeforeAll
    static void workWithTheDevice() throws Exception {
        Optional<Path> library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        assumeTrue(library.isPresent(), "softhsm2 is not installed here (apt-get install softhsm2)");
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        Files.writeString(
                folder.resolve("hsm.cfg"),
                "name = ddas\nlibrary = " + library.orElseThrow() + "\nslotListIndex = 0\n"
                        + "attributes(*, CKO_PRIVATE_KEY, *) = {\nCKA_SENSITIVE = true\nCKA_EXTRACTABLE = false\n}\n");
        String label =
                run("softhsm2-util", "--init-token", "--free", "--label", "ddas", "--so-pin", "1234", "--pin", PIN);
        assertThat(label).contains("initialized");
        said = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                DeviceStage.class.getName(),
                folder.toString(),
                PIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the key stays inside",
                "400 signatures by 4 threads",
                "both ends of a connection",
                "another alias is refused",
                "another chain is refused",
                "no device is refused",
                "the same device again",
                "another device of the same name is refused",
                "a device that is away is told"
            })
    void goesAsItShould(String what) {
        assertThat(said).as(said).contains("good: " + what);
    }

    private static String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString()));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return status == 0 ? output : output + "\nstatus " + status;
    }
}
