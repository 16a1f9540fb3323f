// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.verzamelaar.Kalender;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig;
import nl.ddas.trust.Oin;

/// Settings of the parts in the demo.
final class DemoInstellingen {

    private DemoInstellingen() {}

    static VerzamelaarConfig verzamelaar(Oin oin, Path map) {
        return new VerzamelaarConfig(
                "CBS",
                oin,
                new VerzamelaarConfig.Opslag(
                        new DatabaseChoice.Embedded(map.resolve("database")),
                        map.resolve("bewijs"),
                        map.resolve("bewijs.sleutel"),
                        Duration.ofDays(30)),
                Optional.empty(),
                new VerzamelaarConfig.Goedkeuring.Direct(),
                new VerzamelaarConfig.Ophalen(
                        2,
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        1L << 30,
                        1000),
                new Kalender(List.of(45), LocalTime.of(8, 0)),
                BsnModus.STRIKT,
                new VerzamelaarConfig.Luisteren("127.0.0.1", 0),
                "https://ddas.example/problemen");
    }
}
