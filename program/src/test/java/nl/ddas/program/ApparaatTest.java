// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings for keys in a device, with SoftHSM in a process of its own.
class ApparaatTest {

    private static final String PIN = "4321";

    @TempDir
    private static Path map;

    private static String gezegd = "";

    @BeforeAll
    static void werkMetHetApparaat() throws Exception {
        Optional<Path> bibliotheek = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        assumeTrue(bibliotheek.isPresent(), "softhsm2 is not installed here (apt-get install softhsm2)");
        Path tokens = Files.createDirectories(map.resolve("tokens"));
        Files.writeString(map.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        Files.writeString(
                map.resolve("hsm.cfg"),
                "name = ddas\nlibrary = " + bibliotheek.orElseThrow() + "\nslotListIndex = 0\n"
                        + "attributes(*, CKO_PRIVATE_KEY, *) = {\nCKA_SENSITIVE = true\nCKA_EXTRACTABLE = false\n}\n");
        assertThat(draai(
                        "softhsm2-util", "--init-token", "--free", "--label", "ddas", "--so-pin", "1234", "--pin", PIN))
                .contains("initialized");
        gezegd = draai(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Apparaattoneel.class.getName(),
                map.toString(),
                PIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys of a supplier stay inside",
                "a supplier signs with the device",
                "what did not change is the same",
                "the PIN comes from a file",
                "a PIN for everybody is refused",
                "an Inway listens with the device",
                "an Outway calls with the device",
                "what calls with the device is not let in by a stranger",
                "a device that is away is told",
                "and told again",
                "a device that is back signs without a restart",
                "and its key for connections too"
            })
    void goesAsItShould(String wat) {
        assertThat(gezegd).as(gezegd).contains("good: " + wat);
    }

    private static String draai(String... opdracht) throws Exception {
        ProcessBuilder bouw = new ProcessBuilder(opdracht).redirectErrorStream(true);
        bouw.environment().put("SOFTHSM2_CONF", map.resolve("softhsm2.conf").toString());
        Process proces = bouw.start();
        String uit = new String(proces.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = proces.waitFor();
        return status == 0 ? uit : uit + "\nstatus " + status;
    }
}
