// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.ddas.testkit.SoftHsm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys inside a device; the device is SoftHSM (package `softhsm2` of Debian). See [DeviceStage].
class DeviceKeysTest {

    private static String said = "";

    @BeforeAll
    static void workWithTheDevice(@TempDir Path folder) throws Exception {
        said = SoftHsm.said(SoftHsm.create(folder, "482913").java(DeviceStage.class));
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
}
