// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A device that is not there. What works on one that is, is in [DeviceKeysTest].
class DeviceRefusalTest {

    @TempDir
    private Path folder;

    @Test
    void withoutItsConfigurationThereIsNoDevice() {
        assertThatThrownBy(() -> open(folder.resolve("nowhere.cfg")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere.cfg cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name = away\nlibrary = /nowhere/lib.so\n", "name = half\n", "no configuration"})
    void aConfigurationThatLeadsNowhereIsToldAndLeavesNothing(String text) throws IOException {
        Path configuration = Files.writeString(folder.resolve("hsm.cfg"), text);
        assertThatThrownBy(() -> open(configuration))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the device of " + configuration + " cannot be opened");
        assertThat(Security.getProvider("SunPKCS11-away")).isNull();
        assertThat(Security.getProvider("SunPKCS11-half")).isNull();
    }

    private static DeviceKeys open(Path configuration) throws IOException {
        return DeviceKeys.open(configuration, new char[0]);
    }
}
