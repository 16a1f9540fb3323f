// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.gateway.GatewayConfig;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
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

    /// Read at the start, and not when the first request comes.
    @Test
    void saysWhichFileWithRootsCannotBeUsed() throws IOException {
        Path leeg = Files.writeString(map.resolve("leeg.pem"), "niets");
        Path weg = map.resolve("weg.pem");
        for (String naam : new String[] {"groep", "intern"}) {
            AuthorityFolder _ = AuthorityFolder.open(
                    map.resolve(naam),
                    Environment.DEMO,
                    new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()),
                    Clock.systemUTC());
        }
        assertThat(inwayMet("anchors: " + leeg)).contains("leeg.pem");
        assertThat(inwayMet("anchors: " + weg)).contains("het bestand " + weg + " is er niet");
        assertThat(inwayMet("services: [{name: dienst, endpoint: \"https://localhost:1\", anchors: " + weg + "}]"))
                .contains("het bestand " + weg + " is er niet");
    }

    private String inwayMet(String regel) throws IOException {
        Path bestand = Files.writeString(map.resolve("inway.yaml"), """
                group: oefengroep
                vertrouwen-map: %1$s/groep
                partij: Ons
                oin: "00000099000000002000"
                hosts: localhost
                intern-map: %1$s/intern
                manager: https://localhost:9443
                self: https://localhost:8443
                log-folder: %1$s/log
                port: 0
                %2$s
                """.formatted(map, regel));
        Loop loop = Loop.van(Clock.systemUTC(), map, "fsc", "inway", "--config", bestand.toString());
        assertThat(loop.uitgang()).as(loop.fout()).isNotZero();
        return loop.fout();
    }
}
