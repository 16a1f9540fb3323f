// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.manager.ManagerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FscManagerTest {

    @TempDir
    private Path map;

    @Test
    void itsExampleCanBeRead() throws IOException {
        Loop loop = Loop.van(map, "fsc", "manager", "config");
        assertThat(loop.uitgang()).isZero();

        Path bestand = Files.writeString(map.resolve("manager.yaml"), loop.uit());
        Settings instellingen = Settings.read("ddas-fsc-manager", bestand, Map.of());
        for (String sleutel : new String[] {"vertrouwen-map", "partij", "oin", "hosts", "intern-map"}) {
            assertThat(instellingen.optional(sleutel)).isPresent();
        }
        ManagerConfig config = ManagerConfig.read(instellingen);
        assertThat(config.port()).isEqualTo(8443);
        assertThat(config.directories()).hasSize(1);
        assertThat(config.services()).hasSize(1);
    }
}
