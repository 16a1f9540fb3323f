// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.gateway.GatewayConfig;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.OutwayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FscPoortTest {

    @TempDir
    private Path map;

    private Settings voorbeeld(String deel) throws IOException {
        Loop loop = Loop.van(map, "fsc", deel, "config");
        assertThat(loop.uitgang()).isZero();
        Path bestand = Files.writeString(map.resolve(deel + ".yaml"), loop.uit());
        Settings instellingen = Settings.read("ddas-fsc-" + deel, bestand, Map.of());
        for (String sleutel : new String[] {"vertrouwen-map", "partij", "oin", "hosts", "intern-map"}) {
            assertThat(instellingen.optional(sleutel)).isPresent();
        }
        return instellingen;
    }

    @Test
    void theExampleOfTheInwayCanBeRead() throws IOException {
        Settings instellingen = voorbeeld("inway");
        assertThat(InwayConfig.read(instellingen).services()).hasSize(1);
        assertThat(GatewayConfig.read(instellingen, "inway").name()).isEqualTo("inway");
        instellingen.rejectUnknown();
    }

    @Test
    void theExampleOfTheOutwayCanBeRead() throws IOException {
        Settings instellingen = voorbeeld("outway");
        assertThat(OutwayConfig.read(instellingen).port()).isEqualTo(8082);
        assertThat(GatewayConfig.read(instellingen, "outway").pdp()).isEmpty();
        instellingen.rejectUnknown();
    }

    @Test
    void saysWhichFileIsMissing() {
        Loop loop = Loop.van(map, "fsc", "inway", "--config", "geen.yaml");
        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("ddas fsc inway config > geen.yaml");
    }
}
