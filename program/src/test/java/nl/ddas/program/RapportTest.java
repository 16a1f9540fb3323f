// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ddas rapport` needs the database of the collector, and nothing else of it.
class RapportTest {

    @TempDir
    private Path map;

    @Test
    void makingFiguresOpensNoPortAndMakesNoCertificates() throws IOException {
        try (ServerSocket bezet = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Loop loop = Loop.van(
                    map,
                    "rapport",
                    "--config",
                    instellingen(bezet.getLocalPort()).toString());

            assertThat(loop.fout()).contains("er is niets ingelezen over 2026H1");
            assertThat(loop.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
            assertThat(map.resolve("vertrouwen")).doesNotExist();
        }
    }

    private Path instellingen(int poort) throws IOException {
        return Files.writeString(map.resolve("verzamelaar.yaml"), """
                oin: "00000099000000001000"
                partij: CBS
                vertrouwen-map: %1$s/vertrouwen
                database-map: %1$s/database
                bewijs-map: %1$s/bewijs
                sleutel-bestand: %1$s/sleutel
                leveranciers-bestand: %1$s/leveranciers.yaml
                poort: %2$d
                beheer-poort: %2$d
                inway-oin: "00000099000000001000"
                oude-versleutelsleutels: [%1$s/er-niet.pem]
                """.formatted(map, poort));
    }
}
