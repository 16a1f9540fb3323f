// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// Says on what the figures were measured.
final class Machine {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private Machine() {}

    static void druk(Werkplaats plek) throws IOException {
        plek.regel(
                "%tF %<tR UTC, %d cores (%s), load %.1f; %s %s%n",
                plek.klok().instant().atZone(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.vm.name"),
                Runtime.version());
    }

    private static String processor() throws IOException {
        if (!Files.exists(PROCESSOR)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> regels = Files.lines(PROCESSOR)) {
            return regels.filter(regel -> regel.startsWith("model name"))
                    .map(regel -> regel.substring(regel.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
